import {
  characterText,
  horizontalSpace,
  intersection,
  negated,
  posixClasses,
  propertyOf,
  rangesText,
  type Ranges,
} from "./character-sets.js";

/** Thrown if JavaScript has no equivalent for a part of a pattern. */
export class UntranslatableError extends Error {}

/** A character class or a part of one: ranges of characters, and named sets of JavaScript. */
interface CharacterClass {
  ranges: [number, number][];
  names: string[];
}

/** Escapes of a single character by letter. Some of them do not exist in JavaScript. */
const characters: ReadonlyMap<string, number> = new Map([
  ["a", 0x07],
  ["e", 0x1b],
  ["f", 0x0c],
  ["n", 0x0a],
  ["r", 0x0d],
  ["t", 0x09],
  ["v", 0x0b],
]);

/** The meaning of an escape: a code point or a set of characters. */
export type Escape = { readonly code: number } | { readonly set: string | Ranges };

/** Reads the escape at a position of a pattern. Returns `undefined` if it is neither a character nor a set. */
export function readEscape(
  source: string,
  start: number,
): (Escape & { readonly end: number }) | undefined {
  const letter = source[start + 1];
  if (letter === undefined) throw new UntranslatableError();
  const end = start + 2;
  const rest = source.slice(end);
  const known = characters.get(letter);
  if (known !== undefined) return { code: known, end };
  const hex = /^(?:x([\dA-Fa-f]{2})|u([\dA-Fa-f]{4})|[xu]\{([\dA-Fa-f]{1,6})\})/.exec(
    letter + rest,
  );
  if (hex !== null) {
    const code = parseInt(hex[1] ?? hex[2] ?? hex[3] ?? "", 16);
    return { code, end: start + 1 + hex[0].length };
  }
  const octal = /^0([0-3]?[0-7]{1,2}|0*)(?!\d)/.exec(letter + rest);
  if (octal !== null)
    return { code: parseInt(`0${octal[1] ?? ""}`, 8), end: start + 1 + octal[0].length };
  if (/[dDsSwW]/.test(letter)) return { set: `\\${letter}`, end };
  if (letter === "h" || letter === "H")
    return { set: letter === "h" ? horizontalSpace : negated(horizontalSpace), end };
  if (letter === "p" || letter === "P") {
    const property = /^(?:\{(\^?)([\w=]+)\}|()([A-Z]))/.exec(rest);
    const name = property?.[2] ?? property?.[4] ?? "";
    const isNegated = (letter === "P") !== (property?.[1] === "^");
    const set = propertyOf(name, isNegated);
    if (set === undefined) throw new UntranslatableError();
    return { set, end: end + (property?.[0].length ?? 0) };
  }
  // Any other character that is neither a letter nor a digit is a literal.
  if (/[^\dA-Za-z]/.test(letter)) {
    const code = source.codePointAt(start + 1) ?? 0;
    return { code, end: start + 1 + String.fromCodePoint(code).length };
  }
  return undefined;
}

/**
 * Translates a character class, including POSIX classes in brackets, Java's unions and intersections, and literal
 * hyphens. With `ignoreCase`, ASCII letters are added in both cases.
 * @returns the class in JavaScript, and the position after it
 * @throws UntranslatableError
 */
export function translateClass(
  source: string,
  start: number,
  ignoreCase: boolean,
): { readonly text: string; readonly end: number } {
  const { parsed, isNegated, end } = readClass(source, start);
  const ranges = ignoreCase ? inBothCases(parsed.ranges) : parsed.ranges;
  if (ignoreCase && parsed.names.some((name) => /Lu|Ll|Upper|Lower/.test(name)))
    throw new UntranslatableError();
  return { text: `[${isNegated ? "^" : ""}${rangesText(ranges)}${parsed.names.join("")}]`, end };
}

function readClass(
  source: string,
  start: number,
): { parsed: CharacterClass; isNegated: boolean; end: number } {
  const parsed: CharacterClass = { ranges: [], names: [] };
  let index = start + 1;
  const isNegated = source[index] === "^";
  if (isNegated) index++;
  const first = index;
  for (;;) {
    const rest = source.slice(index);
    if (rest === "") throw new UntranslatableError();
    if (rest.startsWith("]") && index > first) return { parsed, isNegated, end: index + 1 };
    const posix = /^\[:(\^?)(\w+):\]/.exec(rest);
    if (posix !== null) {
      const ranges = posixClasses.get(posix[2] ?? "");
      if (ranges === undefined) throw new UntranslatableError();
      addSet(parsed, posix[1] === "^" ? negated(ranges) : ranges);
      index += posix[0].length;
    } else if (rest.startsWith("&&")) {
      index = intersect(parsed, isNegated, source, index + 2);
    } else if (rest.startsWith("[")) {
      const inner = readClass(source, index);
      addSet(parsed, rangesOf(inner));
      index = inner.end;
    } else {
      index = readItem(parsed, source, index);
    }
  }
}

/** Reads one character, range or set. */
function readItem(parsed: CharacterClass, source: string, start: number): number {
  const from = readCharacter(source, start);
  if ("set" in from) {
    addSet(parsed, from.set);
    return from.end;
  }
  const next = source[from.end + 1];
  if (source[from.end] === "-" && next !== undefined && next !== "]" && next !== "[") {
    const to = readCharacter(source, from.end + 1);
    if (!("set" in to)) {
      if (to.code < from.code) throw new UntranslatableError();
      parsed.ranges.push([from.code, to.code]);
      return to.end;
    }
    // A hyphen before a set is a literal.
  }
  parsed.ranges.push([from.code, from.code]);
  return from.end;
}

function readCharacter(source: string, start: number): Escape & { readonly end: number } {
  if (source[start] !== "\\") {
    const code = source.codePointAt(start) ?? 0;
    return { code, end: start + String.fromCodePoint(code).length };
  }
  if (source[start + 1] === "b") return { code: 0x08, end: start + 2 };
  const escape = readEscape(source, start);
  if (escape === undefined) throw new UntranslatableError();
  return escape;
}

/** Reads the rest of a Java intersection such as `[A&&[^B]]`, from after the ampersands to the end of the class. */
function intersect(
  parsed: CharacterClass,
  isNegated: boolean,
  source: string,
  start: number,
): number {
  if (isNegated) throw new UntranslatableError();
  const others: CharacterClass = { ranges: [], names: [] };
  let index = start;
  while (source[index] !== "]" && !source.startsWith("&&", index)) {
    if (source[index] === undefined) throw new UntranslatableError();
    if (source[index] === "[") {
      const inner = readClass(source, index);
      addSet(others, rangesOf(inner));
      index = inner.end;
    } else {
      index = readItem(others, source, index);
    }
  }
  if (parsed.names.length + others.names.length > 0) throw new UntranslatableError();
  parsed.ranges = intersection(parsed.ranges, others.ranges).map(([a, b]) => [a, b]);
  return index;
}

function rangesOf({ parsed, isNegated }: { parsed: CharacterClass; isNegated: boolean }): Ranges {
  if (parsed.names.length > 0) throw new UntranslatableError();
  return isNegated ? negated(parsed.ranges) : parsed.ranges;
}

function addSet(parsed: CharacterClass, set: string | Ranges): void {
  if (typeof set === "string") parsed.names.push(set);
  else for (const [first, last] of set) parsed.ranges.push([first, last]);
}

/** Adds the other case of ASCII letters to ranges. */
function inBothCases(ranges: Ranges): Ranges {
  const upper = intersection(ranges, [[0x41, 0x5a]]);
  const lower = intersection(ranges, [[0x61, 0x7a]]);
  const shifted = [
    ...upper.map(([a, b]) => [a + 32, b + 32] as const),
    ...lower.map(([a, b]) => [a - 32, b - 32] as const),
  ];
  return [...ranges, ...shifted];
}

/** Returns the expression for one character outside of a class. */
export function literalText(code: number, ignoreCase: boolean): string {
  const ranges = ignoreCase ? inBothCases([[code, code]]) : [];
  if (ranges.length > 1) return `[${rangesText(ranges)}]`;
  const text = String.fromCodePoint(code);
  if (text === "-") return text;
  return /^[$()*+./?[\\\]^{|}]$/.test(text) ? `\\${text}` : characterText(code);
}
