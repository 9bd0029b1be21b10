import { encodeBase64 } from "./base64.js";
import { SerializationException } from "./errors.js";
import { isObject, numberName, typeName } from "./json.js";
import { escapePointer, maxDepth } from "./path.js";

/** A member's value that has no form on the wire: thrown before anything is sent. */
export function unwritable(member: string, expected: string, received: string): never {
  const path = member === "" ? "" : `/${escapePointer(member)}`;
  throw new SerializationException({ path, expected, received }, {});
}

/** A required member that HTTP carries outside of the body, and that is not there. */
export function missingBinding(member: string): never {
  return unwritable(member, "a value, since the member is required", "nothing");
}

/** The text of a scalar that is not a string. */
export function scalarText(value: unknown, member: string): string {
  return typeof value === "number" || typeof value === "boolean" || typeof value === "bigint"
    ? String(value)
    : unwritable(member, "a number or a boolean", typeName(value));
}

/** A long that a JavaScript number holds exactly: up to 2^53 - 1. Others are refused by readers too. */
export function writeLong(value: number, member: string): number {
  if (Number.isSafeInteger(value)) return value;
  const bounds = `${Number.MIN_SAFE_INTEGER} and ${Number.MAX_SAFE_INTEGER}`;
  return unwritable(member, `an integer between ${bounds}`, numberName(value));
}

/** Writes a float or double; JSON has no number for what is not finite. */
export function writeFloat(value: number): number | string {
  if (Number.isFinite(value)) return value;
  return typeof value === "number" ? String(value) : unwritable("", "a number", typeName(value));
}

/** Refuses what has no members to write: a caller without types may pass anything. */
export function expectObject(value: unknown): void {
  if (!isObject(value)) unwritable("", "an object", typeName(value));
}

/** Writes a blob as base64 text. */
export function writeBlob(value: unknown, member: string): string {
  return value instanceof Uint8Array
    ? encodeBase64(value)
    : unwritable(member, "a Uint8Array", typeName(value));
}

/** Counts one level of nesting, and stops a value that contains itself. */
export function deeper(depth: number): number {
  return depth < maxDepth
    ? depth + 1
    : unwritable("", `a value of at most ${maxDepth} levels of nesting`, "a deeper or endless one");
}

/** The items of a list. */
export function asArray<T>(value: readonly T[]): readonly T[] {
  return Array.isArray(value)
    ? (value as readonly T[])
    : unwritable("", "an array", typeName(value));
}

/** A dense list without nulls: the list itself, where it has none. */
export function withoutNulls<T>(items: readonly T[]): T[] {
  const list = asArray(items) as T[];
  return list.includes(null as T) || list.includes(undefined as T)
    ? list.filter((item) => item != null)
    : list;
}

/** A dense map without nulls: the map itself, where it has none. */
export function withoutNullEntries<T>(map: Readonly<Record<string, T>>): Record<string, T> {
  for (const key in map) {
    // `Object.fromEntries` defines its properties, so that a key `__proto__` stays a key.
    if (map[key] == null)
      return Object.fromEntries(Object.entries(map).filter(([, item]) => item != null));
  }
  return map;
}
