import { typeName } from "./json.js";
import { isWellFormed } from "./text.js";
import { unwritable } from "./write.js";

/**
 * Writes a value into a path segment, percent-encoded: all but `A-Za-z0-9-._~` (RFC 3986, section
 * 2.3). An empty segment, and one that is only dots, addresses another resource and is refused.
 */
export function writeLabel(text: string, member: string): string {
  if (typeof text !== "string") return unwritable(member, "a string", typeName(text));
  if (text === "" || text === "." || text === "..") return refuse(text, member);
  return /[^A-Za-z0-9\-._~]/.test(text) ? encodeText(text, member) : text;
}

/**
 * Writes a value over one or more path segments: as `writeLabel`, but `/` separates the segments,
 * of which some may be empty, as in the keys of objects that stand for folders.
 * @param isFirst whether nothing stands before it in the path: two slashes there would name another
 * host to whoever resolves the path as a reference (RFC 3986, section 4.2)
 */
export function writeGreedyLabel(text: string, member: string, isFirst: boolean = false): string {
  if (typeof text !== "string" || !text.includes("/")) return writeLabel(text, member);
  if (isFirst && text.startsWith("/")) return refuse("", member);
  return text
    .split("/")
    .map((segment) => (segment === "" ? "" : writeLabel(segment, member)))
    .join("/");
}

function refuse(text: string, member: string): never {
  return unwritable(
    member,
    "a path segment that is neither empty nor only dots",
    text === "" ? "an empty string" : `"${text}"`,
  );
}

/** Percent-encodes all but RFC 3986's unreserved characters. */
export function encodeText(text: string, member: string): string {
  if (!isWellFormed(text)) {
    return unwritable(member, "well-formed Unicode", "a string with a lone surrogate");
  }
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
