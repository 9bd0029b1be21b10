import { typeName } from "../json/json.js";
import { at, type Key } from "../values/path.js";
import { unwritable, type WritePlace } from "../json/write.js";

/** Matches a character that is not unreserved. */
const reserved = /[^A-Za-z0-9\-._~]/;

/**
 * Writes a value as a path segment, percent-encoded except for `A-Za-z0-9-._~` (RFC 3986, section
 * 2.3). Rejects an empty segment, `.` and `..`, which would address another resource.
 */
export function writeLabel(text: string, here: WritePlace, key: Key): string {
  return typeof text !== "string" || text === "" || text === "." || text === ".."
    ? refuse(text, here, key)
    : reserved.test(text)
      ? encodeText(text, here, key)
      : text;
}

/**
 * Writes a value as one or more path segments, like `writeLabel`, but separated by `/`. Some may be
 * empty, as in object keys that end with a slash.
 * @param isFirst whether the label is at the beginning of the path: two slashes there would be read
 * as another host by code that resolves the path as a reference (RFC 3986, section 4.2)
 */
export function writeGreedyLabel(
  text: string,
  here: WritePlace,
  key: Key,
  isFirst: boolean = false,
): string {
  if (typeof text !== "string" || !text.includes("/")) return writeLabel(text, here, key);
  if (isFirst && text.startsWith("/")) return refuse("", here, key);
  return text
    .split("/")
    .map((segment) => (segment === "" ? "" : writeLabel(segment, here, key)))
    .join("/");
}

/**
 * Writes the key of an object, which is no path to resolve: like `writeGreedyLabel`, but the segments
 * `.` and `..` stay as they are.
 */
export function writeKeyLabel(text: string, here: WritePlace, key: Key): string {
  if (typeof text !== "string" || text === "") return refuse(text, here, key);
  return /[^A-Za-z0-9\-._~/]/.test(text)
    ? encodeText(text, here, key).replaceAll("%2F", "/")
    : text;
}

function refuse(text: unknown, here: WritePlace, key: Key): never {
  if (typeof text !== "string") unwritable(at(here, key), "a string", typeName(text));
  return unwritable(
    at(here, key),
    "a path segment other than an empty string, . and ..",
    text === "" ? "an empty string" : `"${text}"`,
  );
}

/** Percent-encodes all but the unreserved characters of RFC 3986. */
export function encodeText(text: string, here: WritePlace, key: Key): string {
  // Most names and many values have nothing to encode.
  if (!reserved.test(text)) return text;
  const encoded = encode(text, here, key);
  if (!/[!'()*]/.test(encoded)) return encoded;
  return encoded.replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function encode(text: string, here: WritePlace, key: Key): string {
  try {
    return encodeURIComponent(text);
  } catch {
    return unwritable(at(here, key), "well-formed Unicode", "a string with a lone surrogate");
  }
}
