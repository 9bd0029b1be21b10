import * as char from "./characters.js";

/** The value of a string, or what is wrong with it. */
export interface StringValue {
  readonly value: string;
  readonly problem?: string;
}

/**
 * Resolves what is between the quotes of a string: line breaks are normalized to line feeds, and escapes are replaced
 * (Smithy IDL, "Quoted text").
 */
export function readString(text: string): StringValue {
  return resolveEscapes(normalizeLineBreaks(text));
}

/**
 * Resolves what is between the quotes of a text block (Smithy IDL, "Text blocks"): the spaces before the least indented
 * line are removed from all lines; a last line of only spaces counts too, so that the closing quotes decide. Spaces at
 * the end of lines are removed, then escapes are replaced.
 */
export function readTextBlock(text: string): StringValue {
  const lines = splitTextBlock(text);
  if (lines === undefined)
    return { value: "", problem: 'a text block must have a line break after its opening """' };
  const indentation = leastIndentation(lines);
  const dedented = lines.map((line) => trimSpaces(line.slice(Math.min(indentation, line.length))));
  return resolveEscapes(dedented.join("\n"));
}

/** The lines of what is between the quotes of a text block, without the first; `undefined` if that is not empty. */
export function splitTextBlock(text: string): readonly string[] | undefined {
  const [first = "", ...lines] = normalizeLineBreaks(text).split("\n");
  return first.trim() !== "" || lines.length === 0 ? undefined : lines;
}

/** Replaces every kind of line break by line feeds. */
export function normalizeLineBreaks(text: string): string {
  return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}

/** How many spaces are before each line of a text block that are not part of its value. */
export function leastIndentation(lines: readonly string[]): number {
  let least = Infinity;
  for (const [index, line] of lines.entries()) {
    let spaces = 0;
    while (line.charCodeAt(spaces) === char.space) spaces++;
    if (spaces < line.length || index === lines.length - 1) least = Math.min(least, spaces);
  }
  return least;
}

function trimSpaces(line: string): string {
  let end = line.length;
  while (line.charCodeAt(end - 1) === char.space) end--;
  return line.slice(0, end);
}

function resolveEscapes(text: string): StringValue {
  let problem = findControl(text);
  if (!text.includes("\\"))
    return problem === undefined ? { value: text } : { value: text, problem };
  const parts: string[] = [];
  let from = 0;
  for (let at = text.indexOf("\\"); at !== -1; at = text.indexOf("\\", from)) {
    parts.push(text.slice(from, at));
    const letter = text.charAt(at + 1);
    const hex = letter === "u" ? text.slice(at + 2, at + 6) : "";
    const replaced = letter === "u" ? fromHex(hex) : escapes.get(letter);
    if (replaced === undefined) problem ??= describeEscape(letter, hex);
    parts.push(replaced ?? "");
    from = at + 2 + hex.length;
  }
  const value = parts.join("") + text.slice(from);
  return problem === undefined ? { value } : { value, problem };
}

const escapes: ReadonlyMap<string, string> = new Map([
  ...([`"`, "\\", "/"] as const).map((letter) => [letter, letter] as const),
  ["b", "\b"],
  ["f", "\f"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
  // A line break that is escaped is left out.
  ["\n", ""],
]);

function fromHex(digits: string): string | undefined {
  return /^[0-9a-fA-F]{4}$/.test(digits)
    ? String.fromCharCode(Number.parseInt(digits, 16))
    : undefined;
}

function describeEscape(letter: string, hex: string): string {
  if (letter === "u") return `\\u needs four hexadecimal digits, found ${JSON.stringify(hex)}`;
  const known = '\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX';
  return `there is no escape ${JSON.stringify(`\\${letter}`).replace("\\\\", "\\")}; there are ${known}`;
}

function findControl(text: string): string | undefined {
  // eslint-disable-next-line no-control-regex
  const [found] = /[\u0000-\u0008\u000b-\u001f]/.exec(text) ?? [];
  if (found === undefined) return undefined;
  const hex = found.charCodeAt(0).toString(16).padStart(4, "0");
  return `a string must not contain the control character U+${hex.toUpperCase()}; write \\u${hex}`;
}
