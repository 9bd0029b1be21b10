import fc from "fast-check";
import type { Bounds } from "../schema/bounds.js";

/** Names that objects inherit, or that code may interpret instead of treating them as data. */
export const oddKeys: readonly string[] = [
  "__proto__",
  "constructor",
  "hasOwnProperty",
  "toString",
  "valueOf",
  "toJSON",
  "length",
  "then",
  "",
  "0",
  "a/b~c",
  "$unknown",
];

/** Special characters: escapes, combining ones, surrogate pairs, line ends, direction controls. */
const oddCharacters: readonly string[] = [
  ...["\0", "\u0001", "\t", "\n", "\r", "\u001b", "\u007f", "\u0085", "\u2028", "\u2029", "\ufeff"],
  ...['"', "'", "\\", "`", "$", "{", "}", "<", "&", "/", "?", "#", "%", "+", " ", ".", "~", "*"],
  ...["\u0301", "\u200d", "\u202e", "é", "ß", "İ", "中", "\uffff"],
  ...["😀", "👩‍👩‍👧", "𝒳", "\u{10ffff}", "\u{1f1e6}\u{1f1f9}"],
];

/**
 * The characters of a text: any (in JSON, including lone surrogates), well-formed Unicode, or one
 * line of ASCII without space at the ends (in a header).
 */
export type Alphabet = "any" | "unicode" | "header";

/** Options for generating text. */
export interface TextOptions {
  /** In code points. */
  readonly length?: Bounds | undefined;
  readonly pattern?: RegExp | undefined;
  /** Default: well-formed Unicode. */
  readonly alphabet?: Alphabet | undefined;
}

/** Longer texts are rare, and are generated only if the maximum length is above this. */
const shortEnough = 1024;

/** Longer texts are never generated, since the limits of some models are gigabytes. */
const longest = 100_000;

/** Generates text within bounds in code points. Lengths at the bounds are more frequent. */
export function texts({ length, pattern, alphabet }: TextOptions = {}): fc.Arbitrary<string> {
  const isHeader = alphabet === "header";
  // An empty header is read as absent.
  const lengths = lengthsWithin(isHeader ? { min: 1, max: Infinity, ...nonZero(length) } : length);
  const drawn =
    pattern === undefined
      ? fc.tuple(units(alphabet), lengths).map(repeatTo)
      : matchingTexts(pattern, lengths, length);
  return isHeader ? drawn.filter((text) => /^[!-~]([ -~]*[!-~])?$/.test(text)) : drawn;
}

function nonZero(length: Bounds | undefined): Bounds | undefined {
  return length === undefined ? undefined : { min: Math.max(1, length.min), max: length.max };
}

function units(alphabet: Alphabet | undefined): fc.Arbitrary<string[]> {
  const ascii = fc.string({ unit: "grapheme-ascii", minLength: 1, maxLength: 1 });
  const visible = ascii.filter((character) => character !== " ");
  if (alphabet === "header") return fc.array(visible, { minLength: 1, maxLength: 6 });
  const character = fc.oneof(
    { weight: 3, arbitrary: ascii },
    { weight: 2, arbitrary: fc.constantFrom(...oddCharacters) },
    { weight: 1, arbitrary: fc.string({ unit: "binary", minLength: 1, maxLength: 1 }) },
  );
  const wellFormed = fc.array(character, { minLength: 1, maxLength: 6 });
  if (alphabet !== "any") return wellFormed;
  // Only one lone surrogate in a text, since two could form a pair.
  const lone = fc.tuple(wellFormed, fc.constantFrom("\ud800", "\udfff")).map(([some, half]) => {
    return [half, ...some, half];
  });
  return fc.oneof({ weight: 5, arbitrary: wellFormed }, { weight: 1, arbitrary: lone });
}

/** Returns text of a number of code points by repeating units. */
function repeatTo([some, length]: [string[], number]): string {
  const points = Array.from(some.join(""));
  const whole = points.join("").repeat(Math.floor(length / points.length));
  return whole + points.slice(0, length % points.length).join("");
}

/** Generates lengths within bounds. Half of them are the bounds and their neighbors. */
export function lengthsWithin(bounds: Bounds = { min: 0, max: Infinity }): fc.Arbitrary<number> {
  const { min } = bounds;
  const max = Math.min(bounds.max, Math.max(longest, min));
  const near = [min, min + 1, max - 1, max].filter((length) => length >= min && length <= max);
  const usual = near.filter((length) => length <= Math.max(min + 1, shortEnough));
  return fc.oneof(
    { weight: 40, arbitrary: fc.integer({ min, max: Math.min(max, min + 24) }) },
    { weight: 40, arbitrary: fc.constantFrom(...usual) },
    ...(bounds.max <= longest ? [{ weight: 1, arbitrary: fc.constantFrom(...near) }] : []),
  );
}

/** Generates text that a pattern matches, preferably of characters that can be repeated in it. */
function matchingTexts(
  regExp: RegExp,
  lengths: fc.Arbitrary<number>,
  { min, max }: Bounds = { min: 0, max: Infinity },
): fc.Arbitrary<string> {
  const printable = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index));
  const repeatable = printable.filter((character) => regExp.test(character.repeat(12)));
  const beyondAscii = oddCharacters.filter((character) => regExp.test(character));
  const matching =
    repeatable.length > 0
      ? fc
          .tuple(fc.array(fc.constantFrom(...repeatable), { minLength: 1, maxLength: 6 }), lengths)
          .map(repeatTo)
      : // For such a pattern, fast-check would search ASCII characters forever.
        beyondAscii.length > 0 && !printable.some((character) => regExp.test(character))
        ? fc.constantFrom(...beyondAscii)
        : fc
            .tuple(fc.stringMatching(withoutAssertions(regExp)), lengths)
            .map(([text, length]) => stretch(text, length, regExp));
  let misses = 0;
  return matching.filter((text) => {
    const { length } = Array.from(text);
    const fits = length >= min && length <= max && regExp.test(text);
    misses = fits ? 0 : misses + 1;
    if (misses < patience) return fits;
    // Some models have patterns that do not match any text.
    throw new Error(`No text of a valid length was found for the pattern ${regExp.source}.`);
  });
}

/** The number of invalid texts after which generation fails. */
const patience = 10_000;

/** Returns a more general pattern, without the assertions that fast-check does not support. */
function withoutAssertions(regExp: RegExp): RegExp {
  // Backwards, so that an inner assertion is removed before the outer one.
  const starts = [...regExp.source.matchAll(/\\[^bB]|\[(?:\\.|[^\]\\])*\]|\(\?<?[=!]|\\[bB]/gsu)]
    .filter(([token]) => /^(?:\(|\\[bB])/.test(token))
    .map(({ index }) => index)
    .reverse();
  let { source } = regExp;
  for (const start of starts) {
    const end = source[start] === "(" ? endOfGroup(source, start) : start + 2;
    source = `${source.slice(0, start)}a{0}${source.slice(end)}`;
  }
  try {
    return new RegExp(source, regExp.flags);
  } catch {
    // A backreference may refer to a group in an assertion.
    return regExp;
  }
}

/** Returns the end of the group that begins at an index. */
function endOfGroup(source: string, start: number): number {
  let depth = 0;
  for (const { 0: token, index } of source
    .slice(start)
    .matchAll(/\\.|\[(?:\\.|[^\]\\])*\]|[()]/gsu)) {
    if (token === "(") depth++;
    else if (token === ")" && --depth === 0) return start + index + 1;
  }
  return source.length;
}

/** Extends a text that is too short by repeating a character, if the pattern allows it. */
function stretch(text: string, length: number, regExp: RegExp): string {
  const points = Array.from(text);
  if (points.length >= length) return text;
  const longer = points.map((point, index) =>
    [...points.slice(0, index), point.repeat(length - points.length), ...points.slice(index)].join(
      "",
    ),
  );
  return longer.find((each) => regExp.test(each)) ?? text;
}

/** Generates keys of maps, often names that objects inherit. */
export function keys(options: TextOptions = {}): fc.Arbitrary<string> {
  const { length, pattern, alphabet } = options;
  if (alphabet === "header") return fc.stringMatching(/^[a-z0-9]{1,12}$/);
  const odd = oddKeys.filter((key) => {
    const fits = key.length >= (length?.min ?? 0) && key.length <= (length?.max ?? Infinity);
    return fits && (pattern?.test(key) ?? true);
  });
  return odd.length === 0 ? texts(options) : fc.oneof(fc.constantFrom(...odd), texts(options));
}
