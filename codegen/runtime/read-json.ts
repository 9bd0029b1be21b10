import type { DocumentType } from "@smithy/types";
import { decodeBase64 } from "./base64.js";
import {
  isObject,
  isPlainObject,
  JsonNumber,
  numberName,
  setEntry,
  toNumber,
  typeName,
} from "./json.js";
import { at, maxDepth, type Key } from "./path.js";
import { mismatch, type ReadPlace } from "./reader.js";

/** Reads a JSON object: the form of structures, unions and maps. It inherits no members. */
export function readObject(value: unknown, here: ReadPlace): Record<string, unknown> {
  return !here.context.heirs && isPlainObject(value) ? value : readOther(value, here);
}

/** A function of its own, so that the reader above is small enough to be inlined. */
function readOther(value: unknown, here: ReadPlace): Record<string, unknown> {
  if (!isObject(value)) return noObject(value, here);
  if (here.context.heirs === "others" && Object.getPrototypeOf(value) === Object.prototype) {
    return value;
  }
  // Without a prototype, so that `__proto__` is a member like any other.
  return Object.assign(Object.create(null) as Record<string, unknown>, value);
}

function noObject(value: unknown, here: ReadPlace): Record<string, unknown> {
  return mismatch(here, "an object", typeName(value), {});
}

/** Reads a JSON array: the form of lists. */
export function readArray(value: unknown, here: ReadPlace): unknown[] {
  if (Array.isArray(value)) return value;
  return mismatch(here, "an array", typeName(value), []);
}

/** As `readObject`, for shapes that may nest without an end. */
export function readNestedObject(value: unknown, here: ReadPlace): Record<string, unknown> {
  return here.depth > maxDepth ? tooDeep(here) : readObject(value, here);
}

/** As `readArray`, for shapes that may nest without an end. */
export function readNestedArray(value: unknown, here: ReadPlace): unknown[] {
  return here.depth > maxDepth ? tooDeep(here) : readArray(value, here);
}

function tooDeep(here: ReadPlace): never {
  return mismatch(here, `at most ${maxDepth} levels of nesting`, "more", [] as never);
}

export function readString(value: unknown, here: ReadPlace, key: Key): string {
  return typeof value === "string" ? value : wrongType(value, here, key, "a string");
}

export function readBoolean(value: unknown, here: ReadPlace, key: Key): boolean {
  return typeof value === "boolean" ? value : wrongType(value, here, key, "a boolean");
}

/** A function of its own, so that the readers above are small enough to be inlined. */
function wrongType(value: unknown, here: ReadPlace, key: Key, expected: string): never {
  return mismatch(at(here, key), expected, typeName(value));
}

/** Reads an integer between two bounds, inclusive: byte, short, integer, long and intEnum. */
export function readInteger(
  value: unknown,
  here: ReadPlace,
  key: Key,
  min: number,
  max: number,
): number {
  if (typeof value === "number" && Number.isInteger(value) && value >= min && value <= max) {
    return value;
  }
  if (value instanceof JsonNumber) return readInteger(value.toJSON(), here, key, min, max);
  return mismatch(at(here, key), `an integer between ${min} and ${max}`, numberName(value));
}

/** Reads a float or double: a number, or one of the strings `NaN`, `Infinity` and `-Infinity`. */
export function readFloat(value: unknown, here: ReadPlace, key: Key): number {
  if (typeof value === "number" && Number.isFinite(value)) return value;
  if (value === "NaN") return NaN;
  if (value === "Infinity") return Infinity;
  if (value === "-Infinity") return -Infinity;
  if (value instanceof JsonNumber) return readFloat(value.toJSON(), here, key);
  return mismatch(at(here, key), 'a number or "NaN", "Infinity" or "-Infinity"', numberName(value));
}

/** Reads a blob: base64 text (RFC 4648, section 4), padded. */
export function readBlob(value: unknown, here: ReadPlace, key: Key): Uint8Array {
  if (typeof value !== "string") {
    return wrongType(value, here, key, "a base64 string");
  }
  return (
    decodeBase64(value) ?? mismatch(at(here, key), "a base64 string", "a string that is not base64")
  );
}

/** Reads a document: any JSON value, nested no deeper than other values may be. */
export function readDocument(value: unknown, here: ReadPlace, key: Key): DocumentType {
  const place = at(here, key);
  const document = toNumber(value);
  if (isDeeperThan(document, maxDepth - place.depth)) return tooDeep(place);
  return document as DocumentType;
}

/** Finds out how deep a value is, and makes plain numbers of those that are kept by their text. */
function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (levels <= 0) return true;
  const entries = value as Record<string, unknown>;
  for (const name of Object.keys(entries)) {
    const item = entries[name];
    if (item instanceof JsonNumber) setEntry(entries, name, item.toJSON());
    else if (isDeeperThan(item, levels - 1)) return true;
  }
  return false;
}

/** Reads a dense list of strings. Without nulls the parsed array itself is returned. */
export function readStringList(value: unknown, here: ReadPlace, key: Key): string[] {
  return Array.isArray(value) && value.every(isString) ? value : copyStringList(value, here, key);
}

function copyStringList(value: unknown, here: ReadPlace, key: Key): string[] {
  const place = at(here, key);
  const items: string[] = [];
  for (const [index, item] of readArray(value, place).entries()) {
    if (!isSkipped(item, place)) items.push(readString(item, place, index));
  }
  return items;
}

function isString(value: unknown): value is string {
  return typeof value === "string";
}

/** Reads a dense map of strings. Without nulls the parsed object itself is returned. */
export function readStringMap(value: unknown, here: ReadPlace, key: Key): Record<string, string> {
  return !here.context.heirs && isPlainObject(value) && holdsStrings(value)
    ? value
    : copyStringMap(value, here, key);
}

function copyStringMap(value: unknown, here: ReadPlace, key: Key): Record<string, string> {
  const place = at(here, key);
  const entries = readObject(value, place);
  if (entries === value && holdsStrings(entries)) return entries;
  const map: Record<string, string> = {};
  for (const name of Object.keys(entries)) {
    const item = entries[name];
    if (!isSkipped(item, place)) setEntry(map, name, readString(item, place, name));
  }
  return map;
}

function holdsStrings(map: Record<string, unknown>): map is Record<string, string> {
  for (const name in map) if (typeof map[name] !== "string") return false;
  return true;
}

/** Whether a collection's element is to be left out: a null in a dense collection that a service sent. */
export function isSkipped(value: unknown, here: ReadPlace): boolean {
  return value === null && !here.context.strict;
}

/**
 * Finds the member of a union that JSON holds. A client passes over `__type`, and takes a member
 * that it does not know for what it is; a server takes one of its own members and nothing else.
 */
export function readUnionMember(
  wire: Record<string, unknown>,
  here: ReadPlace,
  known: readonly string[],
): string {
  const set = Object.keys(wire).filter((name) => wire[name] !== null && wire[name] !== undefined);
  const others = here.context.strict
    ? set
    : set.filter((name) => name !== "__type" || known.includes(name));
  const ours = others.filter((name) => known.includes(name));
  const candidates = here.context.strict || ours.length === 0 ? others : ours;
  const [name] = candidates;
  if (
    name !== undefined &&
    candidates.length === 1 &&
    (!here.context.strict || known.includes(name))
  )
    return name;
  return mismatch(
    here,
    `an object with one member of ${known.join(", ")}`,
    set.length === 0
      ? "an object without members"
      : set.length === 1
        ? "an unknown member"
        : "several members",
    "",
  );
}
