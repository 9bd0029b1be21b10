import { testWith } from "./pattern-engine.js";
import { reportLength } from "./check-size.js";
import { checkPresent, wrongType } from "./check.js";
import { type Key, at } from "../values/path.js";
import { type CheckPlace, report } from "./validation.js";
/**
 * Checks a string's length in Unicode code points (Smithy, `length` trait).
 * @returns whether to check the pattern: texts of the wrong length are not tested
 */
export function checkText(
  value: unknown,
  here: CheckPlace,
  key: Key,
  min: number,
  max: number,
  sensitive?: boolean,
): boolean {
  if (typeof value !== "string") {
    if (value != null) wrongType(value, here, key, "a string");
    return false;
  }
  if (isWithin(value, min, max)) return true;
  reportLength(here, key, countCodePoints(value), min, max, sensitive);
  return false;
}

/** Checks the text at an index of a list of text; `key` is the key of the list. */
export function checkItem(
  list: readonly unknown[],
  index: number,
  here: CheckPlace,
  key: Key,
  min: number = -Infinity,
  max: number = Infinity,
  sensitive?: boolean,
): void {
  checkElement(list[index], at(here, key), index, min, max, sensitive);
}

/** Like `checkItem`, for a map. Inherited properties, which are rare, are ignored here. */
export function checkEntry(
  map: Record<string, unknown>,
  name: string,
  here: CheckPlace,
  key: Key,
  min: number = -Infinity,
  max: number = Infinity,
  sensitive?: boolean,
): void {
  if (Object.hasOwn(map, name)) checkElement(map[name], at(here, key), name, min, max, sensitive);
}

function checkElement(
  value: unknown,
  here: CheckPlace,
  key: Key,
  min: number,
  max: number,
  sensitive: boolean | undefined,
): void {
  checkPresent(value, here, key);
  checkText(value, here, key, min, max, sensitive);
}

/**
 * Returns whether text has between `min` and `max` code points. Text of n UTF-16 units has between
 * n/2 and n code points, so they are counted only if that is not conclusive.
 */
export function isWithin(text: string, min: number, max: number): boolean {
  const units = text.length;
  if (units <= max && units + 1 >= min * 2) return true;
  if (units < min || units > max * 2) return false;
  const points = countCodePoints(text);
  return points >= min && points <= max;
}

/** Returns the number of Unicode code points. A lone surrogate counts as one. */
export function countCodePoints(text: string): number {
  let points = text.length;
  // The search skips text without surrogate pairs quickly.
  const first = text.search(/[\ud800-\udbff][\udc00-\udfff]/);
  for (let index = first; index >= 0 && index < text.length; index++) {
    if ((text.codePointAt(index) ?? 0) > 0xffff) {
      points--;
      index++;
    }
  }
  return points;
}

/**
 * Checks text against a pattern, which may match anywhere in it (Smithy, `pattern` trait). Without
 * the option `patternEngine`, texts of more than `limit` UTF-16 units are not checked.
 */
export function checkPattern(
  value: unknown,
  here: CheckPlace,
  key: Key,
  pattern: { test(text: string): boolean } | undefined,
  source: string,
  limit: number = Infinity,
): void {
  if (typeof value !== "string") return;
  const engine = here.context.options?.patternEngine;
  const isMatch =
    engine === undefined
      ? value.length > limit || pattern?.test(value) !== false
      : testWith(engine, source, value);
  if (!isMatch) {
    const expected = `satisfy regular expression pattern: ${source}`;
    report(at(here, key), "pattern", expected, "another string");
  }
}
