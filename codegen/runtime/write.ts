import { encodeBase64 } from "./base64.js";
import { SerializationException } from "./errors.js";
import { isObject, numberName, typeName } from "./json.js";
import { at, maxDepth, toPointer, type Key, type Path, type Place } from "./path.js";

/** Where a writer is, and who writes: a client leaves some defaults to the server. */
export type WritePlace = Place<Side>;

export type Side = "client" | "server";

/** The root of a value that a client writes. */
export const clientRoot: WritePlace = { parent: undefined, key: "", depth: 0, context: "client" };

/** The root of a value that a server writes. */
export const serverRoot: WritePlace = { parent: undefined, key: "", depth: 0, context: "server" };

/** Throws for a value that has no form on the wire, before anything is sent. */
export function unwritable(place: Path, expected: string, received: string): never {
  throw new SerializationException({ path: toPointer(place), expected, received }, {});
}

/** Throws for an option that is not of its type. */
export function badOption(name: string, expected: string, received: string): never {
  return unwritable(at(at(clientRoot, "options"), name), expected, received);
}

/** Throws for a required member that HTTP carries outside of the body and that is missing. */
export function missingBinding(here: WritePlace, key: Key): never {
  return unwritable(at(here, key), "a value, since the member is required", "nothing");
}

/** The text of a scalar that is not a string. */
export function scalarText(value: unknown, here: WritePlace, key: Key): string {
  return typeof value === "number" || typeof value === "boolean" || typeof value === "bigint"
    ? String(value)
    : unwritable(at(here, key), "a number or a boolean", typeName(value));
}

/** A long that a JavaScript number holds exactly: up to 2^53 - 1. Others are refused by readers too. */
export function writeLong(value: number, here: WritePlace, key: Key): number {
  if (Number.isSafeInteger(value)) return value;
  const bounds = `${Number.MIN_SAFE_INTEGER} and ${Number.MAX_SAFE_INTEGER}`;
  return unwritable(at(here, key), `an integer between ${bounds}`, numberName(value));
}

/** Writes a float or double; JSON has no number for what is not finite. */
export function writeFloat(value: number, here: WritePlace, key: Key): number | string {
  if (Number.isFinite(value)) return value;
  return typeof value === "number"
    ? String(value)
    : unwritable(at(here, key), "a number", typeName(value));
}

/** Throws for a value that is not an object: callers without types may pass anything. */
export function expectObject(value: unknown, here: WritePlace): void {
  if (!isObject(value)) unwritable(here, "an object", typeName(value));
}

/** As `expectObject`, for shapes that may nest without an end: a value may even contain itself. */
export function expectNestedObject(value: unknown, here: WritePlace): void {
  expectDepth(here);
  expectObject(value, here);
}

function expectDepth(here: WritePlace): void {
  if (here.depth > maxDepth) unwritable(here, `at most ${maxDepth} levels of nesting`, "more");
}

/** Writes a blob as base64 text. */
export function writeBlob(value: unknown, here: WritePlace, key: Key): string {
  return value instanceof Uint8Array
    ? encodeBase64(value)
    : unwritable(at(here, key), "a Uint8Array", typeName(value));
}

/** The items of a list. */
export function asArray<T>(value: readonly T[], here: WritePlace): readonly T[] {
  return Array.isArray(value)
    ? (value as readonly T[])
    : unwritable(here, "an array", typeName(value));
}

/** As `asArray`, for shapes that may nest without an end. */
export function asNestedArray<T>(value: readonly T[], here: WritePlace): readonly T[] {
  expectDepth(here);
  return asArray(value, here);
}

/** A dense list without nulls: the list itself, where it has none. */
export function withoutNulls<T>(items: readonly T[], here: WritePlace, key: Key): T[] {
  const list = (Array.isArray(items) ? items : notArray(items, here, key)) as T[];
  return list.includes(null as T) || list.includes(undefined as T)
    ? list.filter((item) => item != null)
    : list;
}

function notArray(value: unknown, here: WritePlace, key: Key): never {
  return unwritable(at(here, key), "an array", typeName(value));
}

/** A dense map without nulls: the map itself, where it has none. */
export function withoutNullEntries<T>(
  map: Readonly<Record<string, T>>,
  here: WritePlace,
  key: Key,
): Record<string, T> {
  if (typeof map !== "object" || Array.isArray(map)) notMap(map, here, key);
  for (const name in map) {
    // `Object.fromEntries` defines its properties, so that a key `__proto__` stays a key.
    if (map[name] == null)
      return Object.fromEntries(Object.entries(map).filter(([, item]) => item != null));
  }
  return map;
}

function notMap(value: unknown, here: WritePlace, key: Key): never {
  return unwritable(at(here, key), "an object", typeName(value));
}

/** Writes the items of a list as texts; nulls are left out. */
export function writeTexts<T>(
  items: readonly T[],
  here: WritePlace,
  key: Key,
  write: (item: NonNullable<T>, here: WritePlace, index: number) => string,
): string[] {
  const place = at(here, key);
  const texts: string[] = [];
  for (const [index, item] of asArray(items, place).entries()) {
    if (item != null) texts.push(write(item, place, index));
  }
  return texts;
}
