import { setEntry, typeName } from "./json.js";
import { isWellFormed } from "./text.js";
import { unwritable, withoutNulls } from "./write.js";
import type { IncomingRequest } from "./types.js";

type Query = IncomingRequest["query"];

/** All values of a query parameter; a name without `=` has the value `""`. */
export function readQuery(query: Query, name: string): string[] | undefined {
  if (query === undefined || !Object.hasOwn(query, name)) return undefined;
  const value = query[name];
  if (value === undefined) return undefined;
  return [value].flat().map((text) => text ?? "");
}

/** The first value of a query parameter: what a scalar member takes where a name is repeated. */
export function readFirstQuery(query: Query, name: string): string | undefined {
  return readQuery(query, name)?.[0];
}

/** Reads every query parameter into a map of strings. */
export function readQueryMap(query: Query): Record<string, string> | undefined {
  return readEach(query, (values) => values[0]);
}

/** Reads every query parameter into a map of lists of strings. */
export function readQueryListMap(query: Query): Record<string, string[]> | undefined {
  return readEach(query, (values) => values);
}

function readEach<T>(
  query: Query,
  take: (values: string[]) => T | undefined,
): Record<string, T> | undefined {
  const names = query === undefined ? [] : Object.keys(query);
  if (names.length === 0) return undefined;
  const map: Record<string, T> = {};
  for (const name of names) {
    const taken = take(readQuery(query, name) ?? []);
    if (taken !== undefined) setEntry(map, name, taken);
  }
  return map;
}

/** Checks the text of a query value, which will be encoded as UTF-8 by whoever sends it. */
export function writeQuery(text: string, member: string): string {
  if (typeof text !== "string") return unwritable(member, "a string", typeName(text));
  return isWellFormed(text)
    ? text
    : unwritable(member, "well-formed Unicode", "a string with a lone surrogate");
}

/** Adds the entries of a map, save for names that are bound to a member of their own. */
export function writeQueryMap(
  query: Record<string, string | string[] | null>,
  map: Readonly<Record<string, string | readonly (string | null)[] | null | undefined>>,
  member: string,
): void {
  for (const name of Object.keys(map)) {
    const value = map[name];
    if (value == null || Object.hasOwn(query, name)) continue;
    writeQuery(name, member);
    if (typeof value === "string") {
      setEntry(query, name, writeQuery(value, member));
    } else {
      const texts = withoutNulls(value).map((text) => writeQuery(text ?? "", member));
      if (texts.length > 0) setEntry(query, name, texts);
    }
  }
}
