import { JsonNumber } from "../../runtime/json/json.js";
import { isIdentifier } from "../load/names.js";
import type { NodeObject, NodeValue } from "../model/node.js";

/** Writes a node value (Smithy 2.0, "Node values"), one line for each item of an object or array. */
export function writeNode(value: NodeValue): string {
  if (value instanceof JsonNumber) return value.text;
  if (Array.isArray(value)) {
    const items = (value as readonly NodeValue[]).map(writeNode);
    return items.length === 0 ? "[]" : `[\n${items.join("\n")}\n]`;
  }
  if (typeof value === "object" && value !== null) {
    const entries = writeEntries(value as NodeObject);
    return entries === "" ? "{}" : `{\n${entries}\n}`;
  }
  return JSON.stringify(value);
}

/** Writes the entries of an object, one a line, without its braces. */
export function writeEntries(object: NodeObject): string {
  return Object.entries(object)
    .map(([key, value]) => `${writeKey(key)}: ${writeNode(value)}`)
    .join("\n");
}

/** Writes the key of an object or of metadata. */
export function writeKey(key: string): string {
  return isIdentifier(key) ? key : JSON.stringify(key);
}
