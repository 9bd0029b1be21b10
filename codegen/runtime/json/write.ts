import { encodeBase64 } from "../values/base64.js";
import { SerializationException } from "../errors/errors.js";
import { isObject, numberName, typeName } from "./json.js";
import { at, maxDepth, toPointer, type Key, type Path, type Place } from "../values/path.js";
import type { ErrorMetadata } from "../types.js";

/**
 * The place of the value that is written, and the side that writes it: clients omit some defaults.
 */
export type WritePlace = Place<Side>;

export type Side = "client" | "server";

/** The root of a value written by a client. */
export const clientRoot: WritePlace = { parent: undefined, key: "", depth: 0, context: "client" };

/** The root of a value written by a server. */
export const serverRoot: WritePlace = { parent: undefined, key: "", depth: 0, context: "server" };

/**
 * Throws a SerializationException, which is the caller's fault and has no status unless given: that
 * of a value that cannot be serialized.
 */
export function unwritable(
  place: Path,
  expected: string,
  received: string,
  $metadata: ErrorMetadata = {},
  $fault?: "client" | "server",
): never {
  throw new SerializationException(
    { path: toPointer(place), expected, received },
    $metadata,
    $fault,
  );
}

/** Throws a SerializationException for an invalid option. */
export function badOption(name: string, expected: string, received: string): never {
  return unwritable(at(at(clientRoot, "options"), name), expected, received);
}

/** Throws for a missing required member that is bound to a label, query parameter or header. */
export function missingBinding(here: WritePlace, key: Key): never {
  return unwritable(at(here, key), "a value, since the member is required", "nothing");
}

/** Returns the text of a number or boolean. */
export function scalarText(value: unknown, here: WritePlace, key: Key): string {
  return typeof value === "number" || typeof value === "boolean" || typeof value === "bigint"
    ? String(value)
    : unwritable(at(here, key), "a number or a boolean", typeName(value));
}

/** Checks that a long is a safe integer (up to 2^53 - 1), as readers do. */
export function writeLong(value: number, here: WritePlace, key: Key): number {
  if (Number.isSafeInteger(value)) return value;
  const bounds = `${Number.MIN_SAFE_INTEGER} and ${Number.MAX_SAFE_INTEGER}`;
  return unwritable(at(here, key), `an integer between ${bounds}`, numberName(value));
}

/** Writes a float or double. Values that are not finite are written as strings. */
export function writeFloat(value: number, here: WritePlace, key: Key): number | string {
  if (Number.isFinite(value)) return value;
  return typeof value === "number"
    ? String(value)
    : unwritable(at(here, key), "a number", typeName(value));
}

/** Throws for a value that is not an object: untyped callers can pass any value. */
export function expectObject(value: unknown, here: WritePlace): void {
  if (!isObject(value)) unwritable(here, "an object", typeName(value));
}

/**
 * Like `expectObject`, for recursive shapes, with a limit on the depth: a value may contain itself.
 */
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

/** Returns a list after checking that it is an array. */
export function asArray<T>(value: readonly T[], here: WritePlace): readonly T[] {
  return Array.isArray(value)
    ? (value as readonly T[])
    : unwritable(here, "an array", typeName(value));
}

/** Like `asArray`, for recursive shapes, with a limit on the depth. */
export function asNestedArray<T>(value: readonly T[], here: WritePlace): readonly T[] {
  expectDepth(here);
  return asArray(value, here);
}

/** Returns a dense list without nulls: the list itself if it has none. */
export function plainList<T>(items: readonly T[], here: WritePlace, key: Key): T[] {
  const list = (Array.isArray(items) ? items : notArray(items, here, key)) as T[];
  return list.includes(null as T) || list.includes(undefined as T)
    ? list.filter((item) => item != null)
    : list;
}

function notArray(value: unknown, here: WritePlace, key: Key): never {
  return unwritable(at(here, key), "an array", typeName(value));
}

/** Returns a dense map without nulls: the map itself if it has none. */
export function plainMap<T>(
  map: Readonly<Record<string, T>>,
  here: WritePlace,
  key: Key,
): Record<string, T> {
  if (typeof map !== "object" || Array.isArray(map)) notMap(map, here, key);
  for (const name in map) {
    // `Object.fromEntries` defines properties, so a key `__proto__` is kept.
    if (map[name] == null)
      return Object.fromEntries(Object.entries(map).filter(([, item]) => item != null));
  }
  return map;
}

function notMap(value: unknown, here: WritePlace, key: Key): never {
  return unwritable(at(here, key), "an object", typeName(value));
}

/** Writes the items of a list as text. Nulls are omitted. */
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
