import { wrongType } from "./check.js";
import { type Key, at } from "../values/path.js";
import { type CheckPlace, report } from "./validation.js";
/**
 * Checks an integer. `least` and `most` are the bounds of its type, `min` and `max` the range in
 * the model.
 */
export function checkInteger(
  value: unknown,
  here: CheckPlace,
  key: Key,
  least: number,
  most: number,
  min: number = -Infinity,
  max: number = Infinity,
  sensitive?: boolean,
): void {
  if (typeof value !== "number") {
    if (value != null) wrongType(value, here, key, "an integer");
  } else if (!Number.isInteger(value) || value < least || value > most) {
    const expected = `be an integer between ${least} and ${most}`;
    report(at(here, key), "type", expected, "another number");
  } else {
    checkRange(value, here, key, min, max, sensitive);
  }
}

/** Checks a float or double. NaN is not within any range. */
export function checkFloat(
  value: unknown,
  here: CheckPlace,
  key: Key,
  min: number = -Infinity,
  max: number = Infinity,
  sensitive?: boolean,
): void {
  if (typeof value !== "number") {
    if (value != null) wrongType(value, here, key, "a number");
  } else if (min !== -Infinity || max !== Infinity) {
    checkRange(value, here, key, min, max, sensitive);
  }
}

/** Checks a bigInteger. */
export function checkBigInteger(
  value: unknown,
  here: CheckPlace,
  key: Key,
  min: number | bigint = -Infinity,
  max: number | bigint = Infinity,
  sensitive?: boolean,
): void {
  if (typeof value === "bigint") checkRange(value, here, key, min, max, sensitive);
  else if (value != null) wrongType(value, here, key, "a bigint");
}

/** Checks that a number is within a range. */
export function checkRange(
  value: number | bigint,
  here: CheckPlace,
  key: Key,
  min: number | bigint,
  max: number | bigint,
  sensitive: boolean | undefined,
): void {
  if (value >= min && value <= max) return;
  const expected = describeRange(min, max);
  const received = sensitive ? "another number" : String(value);
  report(at(here, key), "range", expected, received);
}

/** Returns the text for the bounds of a range. */
export function describeRange(
  min: number | bigint | string,
  max: number | bigint | string,
): string {
  if (max === Infinity) return `be greater than or equal to ${min}`;
  if (min === -Infinity) return `be less than or equal to ${max}`;
  return `be between ${min} and ${max}, inclusive`;
}
