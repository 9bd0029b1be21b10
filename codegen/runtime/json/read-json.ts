import type { DocumentType } from "@smithy/types";
import { decodeBase64 } from "../values/base64.js";
import {
  isObject,
  isPlainObject,
  JsonNumber,
  numberName,
  setEntry,
  toNumber,
  typeName,
} from "./json.js";
import { at, maxDepth, type Key } from "../values/path.js";
import { mismatch, type ReadPlace } from "../values/reader.js";

/** Reads a JSON object: a structure, union or map. The result inherits no members. */
export function readObject(value: unknown, here: ReadPlace): Record<string, unknown> {
  return !here.context.heirs && isPlainObject(value) ? value : readOther(value, here);
}

/** A separate function, so that the engine can inline `readObject`. */
function readOther(value: unknown, here: ReadPlace): Record<string, unknown> {
  if (!isObject(value)) return mismatch(here, "an object", typeName(value), {});
  if (here.context.heirs === "others" && Object.getPrototypeOf(value) === Object.prototype) {
    return value;
  }
  // Without a prototype, so that `__proto__` is an ordinary member.
  return Object.assign(Object.create(null) as Record<string, unknown>, value);
}

/** Reads a JSON array: a list. */
export function readArray(value: unknown, here: ReadPlace): unknown[] {
  if (Array.isArray(value)) return value;
  return mismatch(here, "an array", typeName(value), []);
}

/** Like `readObject`, for recursive shapes, with a limit on the depth. */
export function readNestedObject(value: unknown, here: ReadPlace): Record<string, unknown> {
  return here.depth > maxDepth ? tooDeep(here) : readObject(value, here);
}

/** Like `readArray`, for recursive shapes, with a limit on the depth. */
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

/** A separate function, so that the engine can inline the readers above. */
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

/** Reads a blob: base64 text with padding (RFC 4648, section 4). */
export function readBlob(value: unknown, here: ReadPlace, key: Key): Uint8Array {
  if (typeof value !== "string") {
    return wrongType(value, here, key, "a base64 string");
  }
  return (
    decodeBase64(value) ?? mismatch(at(here, key), "a base64 string", "a string that is not base64")
  );
}

/** Reads a document: any JSON value, with the same limit on the depth as other values. */
export function readDocument(value: unknown, here: ReadPlace, key: Key): DocumentType {
  const place = at(here, key);
  const document = toNumber(value);
  if (isDeeperThan(document, maxDepth - place.depth)) return tooDeep(place);
  return document as DocumentType;
}

/** Returns whether a value is nested more deeply, and replaces each `JsonNumber` by a number. */
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

/** Reads a dense list of strings. Returns the array itself if it has no nulls. */
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

/** Reads a dense map of strings. Returns the object itself if it has no nulls. */
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

/** Returns whether to omit an element: a client ignores nulls in dense collections. */
export function isSkipped(value: unknown, here: ReadPlace): boolean {
  return value === null && !here.context.strict;
}

/**
 * Returns the name of the union member that is set. A client ignores `__type` and accepts an
 * unknown member; a server accepts only members that the model defines.
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
