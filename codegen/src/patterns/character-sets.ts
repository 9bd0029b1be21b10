/** Ranges of code points; both ends are inclusive. */
export type Ranges = readonly (readonly [first: number, last: number])[];

export const lastCharacter = 0x10ffff;

const upper: Ranges = [[0x41, 0x5a]];
const lower: Ranges = [[0x61, 0x7a]];
const digit: Ranges = [[0x30, 0x39]];
const punctuation: Ranges = [
  [0x21, 0x2f],
  [0x3a, 0x40],
  [0x5b, 0x60],
  [0x7b, 0x7e],
];

/** The POSIX classes, which contain only ASCII (java.util.regex.Pattern, "POSIX character classes"). */
export const posixClasses: ReadonlyMap<string, Ranges> = new Map<string, Ranges>([
  ["alnum", [...digit, ...upper, ...lower]],
  ["alpha", [...upper, ...lower]],
  ["ascii", [[0, 0x7f]]],
  [
    "blank",
    [
      [0x09, 0x09],
      [0x20, 0x20],
    ],
  ],
  [
    "cntrl",
    [
      [0, 0x1f],
      [0x7f, 0x7f],
    ],
  ],
  ["digit", digit],
  ["graph", [[0x21, 0x7e]]],
  ["lower", lower],
  ["print", [[0x20, 0x7e]]],
  ["punct", punctuation],
  [
    "space",
    [
      [0x09, 0x0d],
      [0x20, 0x20],
    ],
  ],
  ["upper", upper],
  ["word", [...digit, ...upper, [0x5f, 0x5f], ...lower]],
  [
    "xdigit",
    [
      [0x30, 0x39],
      [0x41, 0x46],
      [0x61, 0x66],
    ],
  ],
]);

/** Horizontal white space, `\h`. */
export const horizontalSpace: Ranges = [
  [0x09, 0x09],
  [0x20, 0x20],
  [0xa0, 0xa0],
  [0x1680, 0x1680],
  [0x180e, 0x180e],
  [0x2000, 0x200a],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x3000, 0x3000],
];

/** Properties with different names in Java (`\p{IsAlphabetic}`, `\p{LD}`) and JavaScript. */
const properties: ReadonlyMap<string, string> = new Map([
  ["LD", "\\p{L}\\p{Nd}"],
  ["L1", "\\0-\\xff"],
  ["all", "\\0-\\u{10ffff}"],
  ["IsAlphabetic", "\\p{Alphabetic}"],
  ["IsControl", "\\p{Cc}"],
  ["IsDigit", "\\p{Nd}"],
  ["IsHex_Digit", "\\p{Hex_Digit}"],
  ["IsIdeographic", "\\p{Ideographic}"],
  ["IsLetter", "\\p{L}"],
  ["IsLowercase", "\\p{Lowercase}"],
  ["IsPunctuation", "\\p{P}"],
  ["IsTitlecase", "\\p{Lt}"],
  ["IsUppercase", "\\p{Uppercase}"],
  ["IsWhite_Space", "\\p{White_Space}"],
]);

/**
 * Translates `\p{NAME}` for use within a JavaScript class. POSIX classes are returned as ranges.
 * @returns `undefined` if JavaScript has no such property
 */
export function propertyOf(name: string, isNegated: boolean): string | Ranges | undefined {
  const posix =
    /^(?:Alnum|Alpha|Blank|Cntrl|Digit|Graph|Lower|Print|Punct|Space|Upper|XDigit|ASCII)$/;
  if (posix.test(name)) {
    const ranges = posixClasses.get(name.toLowerCase()) ?? [];
    return isNegated ? negated(ranges) : ranges;
  }
  const known = properties.get(name);
  if (known !== undefined) {
    if (!isNegated) return known;
    return /^\\p\{\w+\}$/.test(known) ? known.replace("p", "P") : undefined;
  }
  const script = /^Is([A-Z]\w*)$/.exec(name)?.[1];
  for (const candidate of [name, script, `Script=${script}`]) {
    const property = `\\${isNegated ? "P" : "p"}{${candidate}}`;
    if (candidate !== undefined && compiles(property)) return property;
  }
  return undefined;
}

function compiles(source: string): boolean {
  try {
    new RegExp(source, "u");
    return true;
  } catch {
    return false;
  }
}

/** Returns the complement of ranges. */
export function negated(ranges: Ranges): Ranges {
  const rest: [number, number][] = [];
  let next = 0;
  for (const [first, last] of [...ranges].sort(([left], [right]) => left - right)) {
    if (first > next) rest.push([next, first - 1]);
    next = Math.max(next, last + 1);
  }
  if (next <= lastCharacter) rest.push([next, lastCharacter]);
  return rest;
}

/** Returns the intersection of ranges. */
export function intersection(left: Ranges, right: Ranges): Ranges {
  return left.flatMap(([a, b]) =>
    right.flatMap(([c, d]): [number, number][] =>
      a > d || c > b ? [] : [[Math.max(a, c), Math.min(b, d)]],
    ),
  );
}

/** Writes ranges for use within a class. */
export function rangesText(ranges: Ranges): string {
  return ranges
    .map(([first, last]) =>
      first === last ? characterText(first) : `${characterText(first)}-${characterText(last)}`,
    )
    .join("");
}

/** Writes a character for use within a class. */
export function characterText(code: number): string {
  const text = String.fromCodePoint(code);
  if (/^[[\\\]^-]$/.test(text)) return `\\${text}`;
  if (/^[ -~\u00a1-\ud7ff]$/.test(text)) return text;
  return code > 0xffff ? `\\u{${code.toString(16)}}` : `\\u${code.toString(16).padStart(4, "0")}`;
}
