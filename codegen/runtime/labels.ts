import { typeName } from "./json.js";
import { isWellFormed } from "./text.js";
import { at, type Key } from "./path.js";
import { unwritable, type WritePlace } from "./write.js";

/**
 * Writes a value into a path segment, percent-encoded: all but `A-Za-z0-9-._~` (RFC 3986, section
 * 2.3). An empty segment, and one that is only dots, addresses another resource and is refused.
 */
export function writeLabel(text: string, here: WritePlace, key: Key): string {
  return typeof text !== "string" || text === "" || text === "." || text === ".."
    ? refuse(text, here, key)
    : /[^A-Za-z0-9\-._~]/.test(text)
      ? encodeText(text, here, key)
      : text;
}

/**
 * Writes a value over one or more path segments: as `writeLabel`, but `/` separates the segments,
 * of which some may be empty, as in the keys of objects that stand for folders.
 * @param isFirst whether nothing stands before it in the path: two slashes there would name another
 * host to whoever resolves the path as a reference (RFC 3986, section 4.2)
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

function refuse(text: unknown, here: WritePlace, key: Key): never {
  if (typeof text !== "string") unwritable(at(here, key), "a string", typeName(text));
  return unwritable(
    at(here, key),
    "a path segment that is neither empty nor only dots",
    text === "" ? "an empty string" : `"${text}"`,
  );
}

/** Percent-encodes all but RFC 3986's unreserved characters. */
export function encodeText(text: string, here: WritePlace, key: Key): string {
  if (!isWellFormed(text)) {
    return unwritable(at(here, key), "well-formed Unicode", "a string with a lone surrogate");
  }
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
