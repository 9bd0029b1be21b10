import { typeName } from "../json/json.js";
import { unwritable, type WritePlace } from "../json/write.js";
import { at, type Key } from "../values/path.js";
import { forbidden } from "./characters.js";

/** Characters that readers take for markup, change, or take for the end of a line. */
const escapes = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
  ["'", "&apos;"],
  ["\t", "&#x9;"],
  ["\n", "&#xA;"],
  ["\r", "&#xD;"],
  ["\x85", "&#x85;"],
  ["\u2028", "&#x2028;"],
]);

/** Match what is escaped or forbidden, and surrogate pairs, which may be neither. */
const specialInText = /[^\t !#-%(-;=?-\x84\x86-\u2027\u2029-\uD7FF\uE000-\uFFFD]/;
const specialInAttribute = /[^ !#-%(-;=?-\x84\x86-\u2027\u2029-\uD7FF\uE000-\uFFFD]/;

/**
 * Escapes the text of an element.
 * @throws SerializationException for a character that XML 1.0 forbids, even as a reference
 * (section 2.2)
 */
export function escapeText(text: string, here: WritePlace, key: Key): string {
  return typeof text === "string" && !specialInText.test(text)
    ? text
    : escape(text, here, key, /["&'<>\n\r\x85\u2028]/g);
}

/**
 * Escapes the value of an attribute. Tabs too: readers replace them by spaces (section 3.3.3).
 * @throws SerializationException as `escapeText` does
 */
export function escapeAttribute(text: string, here: WritePlace, key: Key): string {
  return typeof text === "string" && !specialInAttribute.test(text)
    ? text
    : escape(text, here, key, /["&'<>\t\n\r\x85\u2028]/g);
}

function escape(text: unknown, here: WritePlace, key: Key, characters: RegExp): string {
  if (typeof text !== "string") return unwritable(at(here, key), "a string", typeName(text));
  if (forbidden.test(text)) {
    unwritable(at(here, key), "text of characters that XML allows", "another character");
  }
  return text.replace(characters, (character) => escapes.get(character) ?? character);
}
