import type { JsonNumber } from "../../runtime/json/json.js";

/**
 * A node value (Smithy 2.0, "Node values"). Numbers that a double cannot hold exactly, such as integers beyond
 * 2^53 - 1, are `JsonNumber`s with their digits.
 */
export type NodeValue =
  null | boolean | string | number | JsonNumber | readonly NodeValue[] | NodeObject;

/** An object, whose keys can be any text, `__proto__` included: own properties only, in the order of the file. */
export interface NodeObject {
  readonly [key: string]: NodeValue;
}
