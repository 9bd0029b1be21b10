import { setEntry, typeName } from "../json/json.js";
import { entriesOf, textsOf } from "./messages.js";
import { at, type Key } from "../values/path.js";
import { isWellFormed } from "../values/text.js";
import { expectObject, unwritable, writeTexts, type WritePlace } from "../json/write.js";
import type { HttpRequest, IncomingRequest } from "../types.js";

/** Query parameters to send: names and values, which are not percent-encoded. */
export type Query = HttpRequest["query"];

/** Returns all values of a query parameter. The value of a name without `=` is `""`. */
export function readQuery(request: IncomingRequest, name: string): string[] | undefined {
  const value = ownEntry(request, name);
  return value === undefined ? undefined : valuesOf(value, request, name);
}

/**
 * Returns the first value of a query parameter, which a scalar member uses if the name is repeated.
 */
export function readFirstQuery(request: IncomingRequest, name: string): string | undefined {
  const value = ownEntry(request, name);
  return typeof value === "string" || value === undefined
    ? value
    : valuesOf(value, request, name)[0];
}

/** Returns the texts of a parameter. A null stands for a name without `=`. */
function valuesOf(value: unknown, request: IncomingRequest, name: string): string[] {
  const values = [value].flat<unknown, 2>(2).map((item) => (item === null ? "" : item));
  return textsOf(values, request, "query", name);
}

function ownEntry(request: IncomingRequest, name: string): unknown {
  const query = entriesOf(request, "query");
  return Object.hasOwn(query, name) ? query[name] : undefined;
}

/** Reads all query parameters into a map of strings. */
export function readQueryMap(request: IncomingRequest): Record<string, string> | undefined {
  return readEach(request, (values) => values[0]);
}

/** Reads all query parameters into a map of lists of strings. */
export function readQueryListMap(request: IncomingRequest): Record<string, string[]> | undefined {
  return readEach(request, (values) => values);
}

function readEach<T>(
  request: IncomingRequest,
  take: (values: string[]) => T | undefined,
): Record<string, T> | undefined {
  const query = entriesOf(request, "query");
  const names = Object.keys(query).filter((name) => query[name] !== undefined);
  if (names.length === 0) return undefined;
  const map: Record<string, T> = {};
  for (const name of names) {
    const taken = take(valuesOf(query[name], request, name));
    if (taken !== undefined) setEntry(map, name, taken);
  }
  return map;
}

/** Checks that the text of a query value can be encoded as UTF-8. */
export function writeQuery(text: string, here: WritePlace, key: Key): string {
  if (typeof text !== "string") return unwritable(at(here, key), "a string", typeName(text));
  return isWellFormed(text)
    ? text
    : unwritable(at(here, key), "well-formed Unicode", "a string with a lone surrogate");
}

/** Adds the entries of a map as query parameters. Parameters that are already set are kept. */
export function writeQueryMap(
  query: Record<string, string | string[] | null>,
  map: Readonly<Record<string, string | readonly (string | null)[] | null | undefined>>,
  here: WritePlace,
): void {
  expectObject(map, here);
  for (const name of Object.keys(map)) {
    const value = map[name];
    if (value == null || Object.hasOwn(query, name)) continue;
    if (!isWellFormed(name)) unwritable(here, "keys of well-formed Unicode", "another key");
    if (typeof value === "string") {
      setEntry(query, name, writeQuery(value, here, name));
    } else {
      const texts = writeTexts(value, here, name, writeQuery);
      if (texts.length > 0) setEntry(query, name, texts);
    }
  }
}
