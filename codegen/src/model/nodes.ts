import { JsonNumber } from "../../runtime/json/json.js";
import { compareDecimals } from "../../runtime/values/decimals.js";
import type { NodeObject, NodeValue } from "./node.js";

/** The deepest nesting of values in a model, so that code that walks them does not overflow the stack. */
export const maxNodeDepth = 256;

/** Whether a value is an object. */
export function isNodeObject(value: NodeValue | undefined): value is NodeObject {
  // Not by its constructor: an object may have a member of this name.
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof JsonNumber)
  );
}

/** Whether a value is an array. */
export function isNodeArray(value: NodeValue | undefined): value is readonly NodeValue[] {
  return Array.isArray(value);
}

/** The own property of an object. */
export function property(object: NodeObject, name: string): NodeValue | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

/** The name of the type of a value in messages. */
export function nodeType(value: NodeValue | undefined): string {
  if (value === undefined) return "nothing";
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (value instanceof JsonNumber) return "number";
  return typeof value;
}

/** Whether two values are equal. The order of the members of objects has no meaning. */
export function isSameNode(left: NodeValue, right: NodeValue): boolean {
  if (left === right) return true;
  if (isNodeArray(left))
    return (
      isNodeArray(right) &&
      left.length === right.length &&
      left.every((item, index) => isSameNode(item, right[index] ?? null))
    );
  if (isNodeObject(left)) {
    if (!isNodeObject(right)) return false;
    const names = Object.keys(left);
    return (
      names.length === Object.keys(right).length &&
      names.every(
        (name) => Object.hasOwn(right, name) && isSameNode(left[name] ?? null, right[name] ?? null),
      )
    );
  }
  const [one, other] = [numberText(left), numberText(right)];
  return one !== undefined && other !== undefined && compareDecimals(one, other) === 0;
}

/** The digits of a number; `undefined` for another value. */
export function numberText(value: NodeValue | undefined): string | undefined {
  if (value instanceof JsonNumber) return value.text;
  return typeof value === "number" ? String(value) : undefined;
}

/** Whether arrays and objects are nested deeper than `maxNodeDepth`. Needs no stack. */
export function isTooDeep(value: NodeValue): boolean {
  let level: NodeValue[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > maxNodeDepth) return true;
    const below: NodeValue[] = [];
    for (const item of level) {
      if (isNodeArray(item)) for (const child of item) below.push(child);
      else if (isNodeObject(item)) for (const name in item) below.push(item[name] ?? null);
    }
    level = below;
  }
  return false;
}
