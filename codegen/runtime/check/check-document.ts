import { typeName, isObject } from "../json/json.js";
import { type Key, at } from "../values/path.js";
import { type CheckPlace, isTooDeep, report } from "./validation.js";
/** Checks that a value, which may be null, is a JSON value within the limit of the depth. */
export function checkDocument(value: unknown, here: CheckPlace, key: Key): void {
  const place = at(here, key);
  if (isTooDeep(place)) return;
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) checkDocument(item, place, index);
  } else if (isJsonObject(value)) {
    for (const name of Object.keys(value)) checkDocument(value[name], place, name);
  } else if (
    value !== null &&
    !["string", "boolean"].includes(typeof value) &&
    !Number.isFinite(value)
  ) {
    report(place, "type", "be a JSON value", typeName(value));
  }
}

function isJsonObject(value: unknown): value is Record<string, unknown> {
  if (!isObject(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}
