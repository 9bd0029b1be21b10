/*
 * The characters of XML 1.0: Char, S and Name of sections 2.2 and 2.3.
 */

/** Matches a character that a document must not contain, not even as a reference. */
export const forbidden: RegExp = /[^\t\n\r -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

/** Also matches surrogates of pairs: several times as fast if a text has none. */
const suspicious = /[^\t\n\r -\uD7FF\uE000-\uFFFD]/;

/** Returns the position of the first forbidden character, or -1. */
export function findForbidden(text: string): number {
  return suspicious.test(text) ? text.search(forbidden) : -1;
}

/** Returns the position after the white space at a position. */
export function skipBlanks(text: string, start: number): number {
  let position = start;
  while (isBlank(text.charCodeAt(position))) position++;
  return position;
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x09 || code === 0x0d;
}

const first =
  ":A-Z_a-z\\xC0-\\xD6\\xD8-\\xF6\\xF8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C-\\u200D" +
  "\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}";
const name = new RegExp(`[${first}][\\u0300-\\u036F.\\d\\xB7\\u203F-\\u2040${first}-]*`, "uy");

/** Returns the end of the name at a position: the position itself if there is none. */
export function endOfName(text: string, start: number): number {
  let end = start;
  while (isAsciiNameCharacter(text.charCodeAt(end))) end++;
  const isAscii = !(text.charCodeAt(end) > 0x7f);
  if (isAscii && text.charCodeAt(start) > colon) return end;
  name.lastIndex = start;
  return name.test(text) ? name.lastIndex : start;
}

/** Of the characters of names, only those after the colon in ASCII surely begin one. */
const colon = 0x3a;

function isAsciiNameCharacter(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x30 && code <= colon) ||
    code === 0x2d ||
    code === 0x2e ||
    code === 0x5f
  );
}
