import { isPlainObject, setEntry, typeName } from "./json.js";
import { badMessage, eachEntry } from "./messages.js";
import { at, type Key } from "./path.js";
import { isWellFormed } from "./text.js";
import { expectObject, unwritable, writeTexts, type WritePlace } from "./write.js";
import type { IncomingRequest } from "./types.js";

/** Returns all values of a query parameter. The value of a name without `=` is `""`. */
export function readQuery(request: IncomingRequest, name: string): string[] | undefined {
  const query: unknown = request.query;
  if (query === undefined || query === null) return undefined;
  if (isPlainObject(query)) {
    return Object.hasOwn(query, name) ? textsOf(query[name], request, name) : undefined;
  }
  return readAll(request, name).get(name);
}

/** Returns the values of a query parameter, which is a string or a list of strings. */
function textsOf(value: unknown, request: IncomingRequest, name: string): string[] | undefined {
  if (typeof value === "string") return [value];
  if (value === undefined) return undefined;
  return [value].flat().map((text: unknown) => {
    if (typeof text === "string") return text;
    return text === null
      ? ""
      : badMessage(request, ["query", name], "a string, null, or a list of these", text);
  });
}

/** Collects the values of all parameters, or of one. */
function readAll(request: IncomingRequest, only?: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  eachEntry(request, "query", (name, value) => {
    const texts = only === undefined || name === only ? textsOf(value, request, name) : undefined;
    if (texts === undefined) return;
    const earlier = found.get(name);
    if (earlier === undefined) found.set(name, texts);
    else for (const text of texts) earlier.push(text);
  });
  return found;
}

/**
 * Returns the first value of a query parameter, which a scalar member uses if the name is repeated.
 */
export function readFirstQuery(request: IncomingRequest, name: string): string | undefined {
  const { query } = request;
  const value = isPlainObject(query) && Object.hasOwn(query, name) ? query[name] : undefined;
  return typeof value === "string" ? value : readQuery(request, name)?.[0];
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
  const found = readAll(request);
  if (found.size === 0) return undefined;
  const map: Record<string, T> = {};
  for (const [name, values] of found) {
    const taken = take(values);
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
    writeQuery(name, here, name);
    if (typeof value === "string") {
      setEntry(query, name, writeQuery(value, here, name));
    } else {
      const texts = writeTexts(value, here, name, writeQuery);
      if (texts.length > 0) setEntry(query, name, texts);
    }
  }
}
