import { forbidden } from "./characters.js";

/** The entities that need no declaration (XML 1.0, section 4.6). */
const entities = new Map([
  ["amp", "&"],
  ["apos", "'"],
  ["gt", ">"],
  ["lt", "<"],
  ["quot", '"'],
]);

/**
 * Replaces references to characters and to predefined entities, each once.
 * @returns `undefined` if there is another `&`
 */
export function decodeReferences(text: string): string | undefined {
  let decoded = "";
  let end = 0;
  for (let start = text.indexOf("&"); start !== -1; start = text.indexOf("&", end)) {
    const semicolon = text.indexOf(";", start);
    if (semicolon === -1) return undefined;
    const name = text.slice(start + 1, semicolon);
    const character = entities.get(name) ?? decodeNumber(name);
    if (character === undefined) return undefined;
    decoded += text.slice(end, start) + character;
    end = semicolon + 1;
  }
  return decoded + text.slice(end);
}

function decodeNumber(name: string): string | undefined {
  if (!/^#(?:\d+|x[\da-fA-F]+)$/.test(name)) return undefined;
  const code = Number(`0${name.slice(1)}`);
  if (code > 0x10ffff) return undefined;
  const character = String.fromCodePoint(code);
  return forbidden.test(character) ? undefined : character;
}
