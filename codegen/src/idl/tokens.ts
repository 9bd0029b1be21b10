/**
 * The kinds of tokens, as numbers, which are compared millions of times.
 *
 * @module
 */
export const endOfFile: TokenKind = 0;
export const spaces: TokenKind = 1;
/** One or more line breaks, with the spaces and commas after the first. */
export const lineBreak: TokenKind = 2;
export const commaMark: TokenKind = 3;
/** From two slashes to the end of the line, without the line break. */
export const comment: TokenKind = 4;
/** The same from three slashes. */
export const documentation: TokenKind = 5;
export const identifier: TokenKind = 6;
export const string: TokenKind = 7;
export const textBlock: TokenKind = 8;
export const number: TokenKind = 9;
/** Characters that are no token. `Lexer.problem` says why. */
export const invalid: TokenKind = 10;
export const atMark: TokenKind = 11;
export const dollarMark: TokenKind = 12;
export const dotMark: TokenKind = 13;
export const hashMark: TokenKind = 14;
export const colonMark: TokenKind = 15;
/** `:=` */
export const walrus: TokenKind = 16;
export const equalsMark: TokenKind = 17;
export const leftBrace: TokenKind = 18;
export const rightBrace: TokenKind = 19;
export const leftBracket: TokenKind = 20;
export const rightBracket: TokenKind = 21;
export const leftParenthesis: TokenKind = 22;
export const rightParenthesis: TokenKind = 23;

export type TokenKind = number;

/** What each kind is called in messages that say what is expected. */
export const names: readonly string[] = [
  ...["the end of the file", "a space", "a line break", '","', "a comment", "a comment"],
  ...["a name", "a string", "a text block", "a number", "a valid character"],
  ...['"@"', '"$"', '"."', '"#"', '":"', '":="', '"="', '"{"', '"}"', '"["', '"]"', '"("', '")"'],
];
