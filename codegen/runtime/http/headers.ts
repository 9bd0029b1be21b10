import { setEntry, typeName } from "../json/json.js";
import { entriesOf, textsOf, type Message } from "./messages.js";
import { at, type Key } from "../values/path.js";
import { expectObject, unwritable, type WritePlace } from "../json/write.js";

/**
 * Returns the value of a header. `name` is in lower case; repeated headers are joined by commas.
 */
export function readHeader(message: Message, name: string): string | undefined {
  const headers = entriesOf(message, "headers");
  let found: string | undefined;
  for (const key in headers) {
    // Comparing lengths first avoids most conversions to lower case.
    if (key.length !== name.length || (key !== name && key.toLowerCase() !== name)) continue;
    const value = headers[key];
    const text = typeof value === "string" ? value : joinLines(value, message, key);
    if (text !== undefined) found = found === undefined ? text : `${found}, ${text}`;
  }
  return found;
}

function joinLines(value: unknown, message: Message, key: string): string | undefined {
  const lines = textsOf(value, message, "headers", key);
  return lines.length === 0 ? undefined : lines.join(", ");
}

/** Reads the headers with a prefix (in lower case) into a map; its keys are without the prefix. */
export function readPrefixHeaders(
  message: Message,
  prefix: string,
): Record<string, string> | undefined {
  const found = new Map<string, [key: string, text: string]>();
  const headers = entriesOf(message, "headers");
  for (const key of Object.keys(headers)) {
    const name = key.toLowerCase();
    const text = name.startsWith(prefix) ? joinLines(headers[key], message, key) : undefined;
    if (text === undefined) continue;
    const earlier = found.get(name);
    if (earlier === undefined) found.set(name, [key.slice(prefix.length), text]);
    else earlier[1] += `, ${text}`;
  }
  return found.size === 0 ? undefined : Object.fromEntries(found.values());
}

/** Splits a header into its elements. Quoted elements may contain commas and escaped quotes. */
export function splitHeader(text: string): string[] {
  // A quote that is not closed, or is followed by text, is an ordinary character.
  const element = /[ \t]*(?:"((?:[^"\\]|\\.)*)"[ \t]*(?:,|$)|([^,]*)(?:,|$))/gsy;
  const elements: string[] = [];
  while (element.lastIndex < text.length) {
    const match = element.exec(text);
    if (match === null) break;
    elements.push(match[1]?.replace(/\\(.)/gs, "$1") ?? match[2]?.trimEnd() ?? "");
  }
  return elements;
}

/**
 * Splits a header into HTTP dates. Two of the three formats have a comma after the day of the week:
 * `Sun, 06 Nov 1994 08:49:37 GMT` and `Sunday, 06-Nov-94 08:49:37 GMT`.
 */
export function splitHttpDates(text: string): string[] {
  const dates: string[] = [];
  let day = "";
  for (const part of text.trim() === "" ? [] : text.split(",")) {
    const date = `${day}${part.trim()}`;
    day = /^[A-Za-z]+$/.test(date) ? `${date}, ` : "";
    if (day === "") dates.push(date);
  }
  // A day of the week without a date is returned, so that the parser rejects it.
  return day === "" ? dates : [...dates, day.slice(0, -2)];
}

/** Checks the text of a header. A line break would start another header. */
export function writeHeader(text: string, here: WritePlace, key: Key): string {
  if (typeof text !== "string") return unwritable(at(here, key), "a string", typeName(text));
  return /[\0\r\n]/.test(text)
    ? unwritable(at(here, key), "text of one line", "a string with a line break or NUL")
    : text;
}

/** Writes one element of a list, quoted if necessary. */
export function writeHeaderElement(text: string, here: WritePlace, key: Key): string {
  writeHeader(text, here, key);
  return /[",]|^[ \t]|[ \t]$/.test(text) ? `"${text.replace(/["\\]/g, "\\$&")}"` : text;
}

/** Adds the entries of a map as headers with a prefix. Headers that are already set are kept. */
export function writePrefixHeaders(
  headers: Record<string, string>,
  prefix: string,
  map: Readonly<Record<string, string | null | undefined>>,
  here: WritePlace,
): void {
  expectObject(map, here);
  for (const key of Object.keys(map)) {
    const value = map[key];
    const name = `${prefix}${key}`.toLowerCase();
    if (value == null || Object.hasOwn(headers, name)) continue;
    if (!/^[!#$%&'*+\-.^_`|~0-9a-z]+$/.test(name)) {
      unwritable(here, "keys that are header names (RFC 9110, section 5.1)", "another key");
    }
    setEntry(headers, name, writeHeader(value, here, key));
  }
}
