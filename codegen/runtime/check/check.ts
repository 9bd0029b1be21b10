import { isObject, isPlainObject, typeName } from "../json/json.js";
import { at, type Key } from "../values/path.js";
import { report, type CheckPlace } from "./validation.js";

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
  return isDictionary(value) || refuse(value, here, "an object");
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

/**
 * Reports every member that the model does not define, if an option asks for it.
 * @param names the names of the model, with spaces between them
 */
export function checkUnknownMembers(
  value: Record<string, unknown>,
  here: CheckPlace,
  names: string,
): void {
  if (here.context.options?.unknownMembers !== "report") return;
  const known = names.split(" ");
  for (const name of Object.keys(value)) {
    // Without names, the list has one empty text.
    const isKnown = name !== "" && known.includes(name);
    if (!isKnown && value[name] !== undefined) unknownMember(here, name);
  }
}

export function checkString(value: unknown, here: CheckPlace, key: Key): void {
  if (typeof value !== "string" && value != null) wrongType(value, here, key, "a string");
}

/** Checks that a required member is a string. */
export function requireString(value: unknown, here: CheckPlace, key: Key): void {
  if (typeof value !== "string") wrongType(value, here, key, "a string");
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

/** Checks that a timestamp is a valid Date. */
export function checkTimestamp(value: unknown, here: CheckPlace, key: Key): void {
  if (value != null && !(value instanceof Date && !Number.isNaN(value.getTime()))) {
    wrongType(value, here, key, "a valid Date");
  }
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
