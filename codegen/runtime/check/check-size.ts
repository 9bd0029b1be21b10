import { wrongType } from "./check.js";
import { isObject } from "../json/json.js";
import { type Key, at } from "../values/path.js";
import { type CheckPlace, report } from "./validation.js";
/** Checks the number of items of a list. Ignores values that are not lists. */
export function checkListSize(
  value: unknown,
  here: CheckPlace,
  key: Key,
  min: number,
  max: number,
  sensitive?: boolean,
): void {
  if (!Array.isArray(value)) return;
  if (value.length < min || value.length > max)
    reportLength(here, key, value.length, min, max, sensitive);
}

/** Checks the number of entries of a map. Ignores values that are not maps. */
export function checkMapSize(
  value: unknown,
  here: CheckPlace,
  key: Key,
  min: number,
  max: number,
  sensitive?: boolean,
): void {
  if (!isObject(value)) return;
  const size = Object.keys(value).length;
  if (size < min || size > max) reportLength(here, key, size, min, max, sensitive);
}

/** Reports a length that is out of bounds. */
export function reportLength(
  here: CheckPlace,
  key: Key,
  length: number,
  min: number,
  max: number,
  sensitive: boolean | undefined,
): void {
  const bounds =
    max === Infinity
      ? `greater than or equal to ${min}`
      : min === -Infinity
        ? `less than or equal to ${max}`
        : `between ${min} and ${max}, inclusive`;
  report(at(here, key), "length", `have length ${bounds}`, sensitive ? "another length" : length);
}

/** Checks that a value is a Uint8Array with a length in bytes within bounds. */
export function checkBlob(
  value: unknown,
  here: CheckPlace,
  key: Key,
  min: number = -Infinity,
  max: number = Infinity,
  sensitive?: boolean,
): void {
  if (!(value instanceof Uint8Array)) {
    if (value != null) wrongType(value, here, key, "a Uint8Array");
  } else if (value.length < min || value.length > max) {
    reportLength(here, key, value.length, min, max, sensitive);
  }
}
