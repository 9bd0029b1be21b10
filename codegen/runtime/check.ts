import { isObject, isPlainObject, typeName } from "./json.js";
import { at, maxDepth, type Key } from "./path.js";
import { testWith } from "./pattern-engine.js";
import { isTooDeep, report, type CheckPlace } from "./validation.js";

/*
 * The check of a leaf has parameters for the parent's place and the key, so that a place is created
 * only for an issue. It ignores missing values, which `checkPresent` reports. Issues are reported
 * by separate functions, because engines inline small functions.
 */

/** Checks that a required member, or an element of a dense collection, is present. */
export function checkPresent(value: unknown, here: CheckPlace, key: Key): void {
  if (value == null) missing(here, key);
}

function missing(here: CheckPlace, key: Key): void {
  refuse(undefined, at(here, key), "a value");
}

/** Reports a value of the wrong type. */
export function wrongType(value: unknown, here: CheckPlace, key: Key, expected: string): void {
  refuse(value, at(here, key), expected);
}

/** Reports a value that is missing or has the wrong type. */
function refuse(value: unknown, place: CheckPlace, expected: string): false {
  if (value === null || value === undefined) report(place, "required", "not be null", "null");
  else report(place, "type", `be ${expected}`, typeName(value));
  return false;
}

/** Checks that a value is an object. */
export function checkObject(value: unknown, here: CheckPlace): value is Record<string, unknown> {
  return isDictionary(value) || notObject(value, here);
}

function notObject(value: unknown, here: CheckPlace): false {
  return refuse(value, here, "an object");
}

/** Returns whether a value is an object with members: not an array, Date or Uint8Array. */
export function isDictionary(value: unknown): value is Record<string, unknown> {
  return isPlainObject(value) || isOtherDictionary(value);
}

function isOtherDictionary(value: unknown): boolean {
  return isObject(value) && !(value instanceof Date || ArrayBuffer.isView(value));
}

/** Checks that a value is an array. */
export function checkArray(value: unknown, here: CheckPlace): value is unknown[] {
  return Array.isArray(value) || refuse(value, here, "an array");
}

/** Reports a member that the model does not define. */
export function unknownMember(here: CheckPlace, name: string): void {
  report(at(here, name), "unknownMember", "be defined by the model", "another member");
}

/** Reports every member whose name is not in `names`. */
export function checkUnknownMembers(
  value: Record<string, unknown>,
  here: CheckPlace,
  names: readonly string[],
): void {
  for (const name of Object.keys(value)) {
    if (!names.includes(name) && value[name] !== undefined) unknownMember(here, name);
  }
}

export function checkString(value: unknown, here: CheckPlace, key: Key): void {
  if (typeof value !== "string" && value != null) notString(value, here, key);
}

function notString(value: unknown, here: CheckPlace, key: Key): void {
  wrongType(value, here, key, "a string");
}

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
    if (value != null) notString(value, here, key);
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

function reportLength(
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

/** Reports a value that is not in an enum, or has the wrong type. */
export function notInEnum(
  value: unknown,
  here: CheckPlace,
  key: Key,
  type: "string" | "number",
  values: string,
): void {
  if (typeof value !== type)
    wrongType(value, here, key, type === "string" ? "a string" : "an integer");
  else report(at(here, key), "enum", `satisfy enum value set: ${values}`, `another ${type}`);
}

export function checkBoolean(value: unknown, here: CheckPlace, key: Key): void {
  if (typeof value !== "boolean" && value != null) wrongType(value, here, key, "a boolean");
}

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

/** Checks that a timestamp is a valid Date. */
export function checkTimestamp(value: unknown, here: CheckPlace, key: Key): void {
  if (value != null && !(value instanceof Date && !Number.isNaN(value.getTime()))) {
    wrongType(value, here, key, "a valid Date");
  }
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

/**
 * Checks that exactly one member of a union is set.
 * @returns the name of the member, or `undefined` after reporting an issue
 */
export function checkUnion(
  value: Record<string, unknown>,
  here: CheckPlace,
  names: readonly string[],
): string | undefined {
  const set = Object.keys(value).filter((name) => value[name] != null);
  const [name] = set;
  if (set.length === 1 && name !== undefined && names.includes(name)) return name;
  const known = set.filter((other) => names.includes(other)).length;
  const received = set.length === 0 ? "none" : known === set.length ? "several" : "an unknown one";
  report(here, "union", `have exactly one member set, of: ${names.join(", ")}`, received);
  return undefined;
}

/** Checks that no two items are deeply equal (Smithy, `uniqueItems` trait). */
export function checkUniqueItems(items: readonly unknown[], here: CheckPlace): void {
  const seen = new Set<unknown>();
  for (const item of items)
    seen.add(typeof item === "object" && item !== null ? canonical(item) : item);
  if (seen.size < items.length) report(here, "uniqueItems", "have unique values", "equal items");
}

/** Returns a text that is the same for two values if and only if they are equal. */
function canonical(value: unknown): unknown {
  return `\0${JSON.stringify(sorted(value, 0))}`;
}

function sorted(value: unknown, depth: number): unknown {
  if (typeof value === "bigint") return { $bigint: String(value) };
  if (value instanceof Date) return { $date: value.getTime() };
  if (value instanceof Uint8Array) return { $bytes: Array.from(value) };
  if (typeof value === "number" && !Number.isFinite(value)) return { $number: String(value) };
  if (typeof value !== "object" || value === null) return value;
  // Deeper values are already reported. They may be cyclic, and then have no JSON.
  if (depth > maxDepth) return null;
  if (Array.isArray(value)) return value.map((item) => sorted(item, depth + 1));
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  const members = entries
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, item]) => [name, sorted(item, depth + 1)]);
  // An object, since a plain array would equal that of a list of lists.
  return { $members: members };
}
