/**
 * The kinds of tokens, as numbers, which are compared millions of times.
 *
 * @module
 */
export const endOfFile = 0;
export const spaces = 1;
/** One or more line breaks, with the spaces and commas after the first. */
export const lineBreak = 2;
export const commaMark = 3;
/** From two slashes to the end of the line, without the line break. */
export const comment = 4;
/** The same from three slashes. */
export const documentation = 5;
export const identifier = 6;
export const string = 7;
export const textBlock = 8;
export const number = 9;
/** Characters that are no token. `Lexer.problem` says why. */
export const invalid = 10;
export const atMark = 11;
export const dollarMark = 12;
export const dotMark = 13;
export const hashMark = 14;
export const colonMark = 15;
/** `:=` */
export const walrus = 16;
export const equalsMark = 17;
export const leftBrace = 18;
export const rightBrace = 19;
export const leftBracket = 20;
export const rightBracket = 21;
export const leftParenthesis = 22;
export const rightParenthesis = 23;

export type TokenKind = number;

/** What each kind is called in messages that say what is expected. */
export const names: readonly string[] = [
  ...["the end of the file", "a space", "a line break", '","', "a comment", "a comment"],
  ...["a name", "a string", "a text block", "a number", "a valid character"],
  ...['"@"', '"$"', '"."', '"#"', '":"', '":="', '"="', '"{"', '"}"', '"["', '"]"', '"("', '")"'],
];
