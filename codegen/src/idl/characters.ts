/**
 * The code units that the lexer compares with, by name.
 *
 * @module
 */

export const tab = 0x09;
export const lineFeed = 0x0a;
export const carriageReturn = 0x0d;
export const space = 0x20;
export const quote = 0x22;
export const hash = 0x23;
export const dollar = 0x24;
export const openParenthesis = 0x28;
export const closeParenthesis = 0x29;
export const plus = 0x2b;
export const comma = 0x2c;
export const minus = 0x2d;
export const dot = 0x2e;
export const slash = 0x2f;
export const zero = 0x30;
export const colon = 0x3a;
export const equals = 0x3d;
export const at = 0x40;
export const openBracket = 0x5b;
export const backslash = 0x5c;
export const closeBracket = 0x5d;
export const underscore = 0x5f;
export const openBrace = 0x7b;
export const closeBrace = 0x7d;
export const byteOrderMark = 0xfeff;

export function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

export function isLetter(unit: number): boolean {
  const lower = unit | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}

/** Whether an identifier may begin with a code unit. */
export function beginsIdentifier(unit: number): boolean {
  return isLetter(unit) || unit === underscore;
}

/** Whether a code unit may be inside of an identifier. */
export function continuesIdentifier(unit: number): boolean {
  return isLetter(unit) || isDigit(unit) || unit === underscore;
}
