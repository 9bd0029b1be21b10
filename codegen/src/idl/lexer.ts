import * as char from "./characters.js";
import { readString, readTextBlock, type StringValue } from "./string-value.js";
import * as token from "./tokens.js";
import type { TokenKind } from "./tokens.js";

/** Splits a text into tokens, one at a time: `kind`, `start` and `end` describe the current one. */
export class Lexer {
  readonly text: string;
  kind: TokenKind = token.endOfFile;
  start = 0;
  end = 0;
  /** The value of a string or text block. */
  value = "";
  /** What is wrong with the current token: set for invalid ones, and for strings and numbers with a mistake. */
  problem: string | undefined;

  constructor(text: string) {
    this.text = text;
    if (text.charCodeAt(0) === char.byteOrderMark) this.end = 1;
    this.next();
  }

  /** Goes to the token that begins at an offset. */
  moveTo(offset: number): void {
    this.end = offset;
    this.next();
  }

  /** Goes to the next token. */
  next(): void {
    const { text } = this;
    const start = this.end;
    this.start = start;
    this.problem = undefined;
    const unit = text.charCodeAt(start);
    if (char.beginsIdentifier(unit)) this.#readIdentifier(unit);
    else if (unit === char.space || unit === char.tab) this.#readSpaces();
    else if (unit === char.lineFeed || unit === char.carriageReturn) this.#readLineBreaks();
    else if (unit === char.quote) this.#readQuoted();
    else if (unit === char.slash) this.#readComment();
    else if (unit === char.minus || char.isDigit(unit)) this.#readNumber(unit);
    else if (unit === char.colon) {
      const isWalrus = text.charCodeAt(start + 1) === char.equals;
      this.#finish(isWalrus ? token.walrus : token.colonMark, isWalrus ? 2 : 1);
    } else if (start >= text.length) this.#finish(token.endOfFile, 0);
    else {
      const kind = marks[unit] ?? token.invalid;
      this.#finish(kind, 1);
      if (kind === token.invalid) this.#refuseCharacter();
    }
  }

  #finish(kind: TokenKind, length: number): void {
    this.kind = kind;
    this.end = this.start + length;
  }

  #readIdentifier(first: number): void {
    const { text } = this;
    let end = this.start + 1;
    if (first === char.underscore) {
      while (text.charCodeAt(end) === char.underscore) end++;
      if (!char.continuesIdentifier(text.charCodeAt(end))) {
        this.kind = token.invalid;
        this.end = end;
        this.start = end;
        this.problem = "a name needs a letter or digit after its underscores";
        return;
      }
    }
    while (char.continuesIdentifier(text.charCodeAt(end))) end++;
    this.kind = token.identifier;
    this.end = end;
  }

  #readSpaces(): void {
    const { text } = this;
    let end = this.start + 1;
    for (let unit = text.charCodeAt(end); ; unit = text.charCodeAt(++end))
      if (unit !== char.space && unit !== char.tab) break;
    this.kind = token.spaces;
    this.end = end;
  }

  #readLineBreaks(): void {
    const { text } = this;
    let end = this.start + 1;
    for (let unit = text.charCodeAt(end); ; unit = text.charCodeAt(++end))
      if (
        unit !== char.space &&
        unit !== char.lineFeed &&
        unit !== char.carriageReturn &&
        unit !== char.tab &&
        unit !== char.comma
      )
        break;
    this.kind = token.lineBreak;
    this.end = end;
  }

  #readComment(): void {
    const { text, start } = this;
    if (text.charCodeAt(start + 1) !== char.slash) {
      this.#finish(token.invalid, 1);
      this.problem = 'a comment begins with "//"';
      return;
    }
    this.kind = text.charCodeAt(start + 2) === char.slash ? token.documentation : token.comment;
    let end = start + 2;
    for (let unit = text.charCodeAt(end); end < text.length; unit = text.charCodeAt(++end))
      if (unit === char.lineFeed || unit === char.carriageReturn) break;
    this.end = end;
  }

  #readNumber(first: number): void {
    const { text } = this;
    let end = this.start + (first === char.minus ? 1 : 0);
    const digits = (): number => {
      const from = end;
      while (char.isDigit(text.charCodeAt(end))) end++;
      return end - from;
    };
    const leadsWithZero = text.charCodeAt(end) === char.zero;
    const integer = digits();
    if (integer === 0) this.problem = 'a number needs a digit after "-"';
    if (leadsWithZero && integer > 1)
      this.problem = "a number must not begin with 0 and more digits";
    if (text.charCodeAt(end) === char.dot) {
      end++;
      if (digits() === 0) this.problem ??= 'a number needs a digit after "."';
    }
    if ((text.charCodeAt(end) | 0x20) === 0x65) {
      end++;
      const sign = text.charCodeAt(end);
      if (sign === char.plus || sign === char.minus) end++;
      if (digits() === 0) this.problem ??= "a number needs a digit in its exponent";
    }
    this.kind = token.number;
    this.end = end;
  }

  #readQuoted(): void {
    const { text, start } = this;
    const isTextBlock = text.startsWith('"""', start);
    const length = isTextBlock ? 3 : 1;
    const close = findClosing(text, start + length, isTextBlock);
    if (close === -1) {
      this.#finish(token.invalid, 1);
      this.problem = `the ${isTextBlock ? "text block" : "string"} is not closed`;
      return;
    }
    this.kind = isTextBlock ? token.textBlock : token.string;
    this.end = close + length;
    const read: (text: string) => StringValue = isTextBlock ? readTextBlock : readString;
    const { value, problem } = read(text.slice(start + length, close));
    this.value = value;
    this.problem = problem;
  }

  #refuseCharacter(): void {
    const character = String.fromCodePoint(this.text.codePointAt(this.start) ?? 0);
    if (character === "'") this.problem = 'strings are written in double quotes, found "\'"';
    else if (character === ";") this.problem = 'lines end without ";" in Smithy';
    else this.problem = `unexpected character ${JSON.stringify(character)}`;
  }
}

/** The offset of the quote or quotes that close a string, or -1. */
function findClosing(text: string, from: number, isTextBlock: boolean): number {
  for (let at = from; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === char.backslash) {
      // An escaped CR LF is one line break.
      if (
        text.charCodeAt(++at) === char.carriageReturn &&
        text.charCodeAt(at + 1) === char.lineFeed
      )
        at++;
    } else if (unit === char.quote && (!isTextBlock || text.startsWith('"""', at))) return at;
  }
  return -1;
}

/** The kinds of the tokens of one character, by their code unit. */
const marks: Readonly<Record<number, TokenKind>> = {
  [char.comma]: token.commaMark,
  [char.at]: token.atMark,
  [char.dollar]: token.dollarMark,
  [char.dot]: token.dotMark,
  [char.hash]: token.hashMark,
  [char.equals]: token.equalsMark,
  [char.openBrace]: token.leftBrace,
  [char.closeBrace]: token.rightBrace,
  [char.openBracket]: token.leftBracket,
  [char.closeBracket]: token.rightBracket,
  [char.openParenthesis]: token.leftParenthesis,
  [char.closeParenthesis]: token.rightParenthesis,
};
