import { Lexer } from "./lexer.js";
import type { CommentSyntax, DocumentationSyntax, IdSyntax, SyntaxProblem } from "./syntax.js";
import * as token from "./tokens.js";
import type { TokenKind } from "./tokens.js";

/** A type whose properties can be assigned, to build a node of the syntax tree. */
export type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** The comments from an index up to another one that may be documentation. */
export interface DocumentationMark {
  readonly from: number;
  readonly to: number;
}

/** Ends the statement at hand. */
export class StatementError extends Error {
  override readonly name = "StatementError";
  /** The problem that makes it impossible to go on. */
  readonly problem: SyntaxProblem;

  constructor(problem: SyntaxProblem) {
    super(problem.message);
    this.problem = problem;
  }
}

/**
 * How deep brackets may be nested. Smithy's own parser refuses more than 64, so no published model comes near, and the
 * functions that walk over syntax trees may be recursive.
 */
export const maxDepth = 250;

/** After so many problems, the file is not Smithy, or one mistake caused all the others. */
export const maxProblems = 100;

/** The state of the parser of one file: its tokens, and what is found. */
export class Parser {
  readonly lexer: Lexer;
  readonly comments: CommentSyntax[] = [];
  /** The language is version 1 until a control statement says otherwise. */
  isVersion1 = true;
  readonly #problems = new Map<number, SyntaxProblem>();
  #depth = 0;
  /** Where the last token that is no white space ended. */
  lastEnd = 0;

  constructor(text: string) {
    this.lexer = new Lexer(text);
  }

  get kind(): TokenKind {
    return this.lexer.kind;
  }

  /** Every problem so far, in the order of the file. */
  get problems(): readonly SyntaxProblem[] {
    return [...this.#problems.values()].sort((a, b) => a.start - b.start);
  }

  /** Whether there are so many problems that the rest of the file is not worth reading. */
  get isFull(): boolean {
    return this.#problems.size >= maxProblems;
  }

  /** Goes on to the next token, after taking down what is wrong with this one. */
  next(): void {
    const { lexer } = this;
    if (lexer.problem !== undefined) this.report(lexer.problem);
    this.lastEnd = lexer.end;
    lexer.next();
  }

  /** The characters of the current token. */
  get lexeme(): string {
    const { text, start, end } = this.lexer;
    return text.slice(start, end);
  }

  is(keyword: string): boolean {
    const { kind, text, start, end } = this.lexer;
    if (kind !== token.identifier || end - start !== keyword.length) return false;
    return text.startsWith(keyword, start);
  }

  /** Adds a problem, by default with the current token. Of several at one place, only the first counts. */
  report(message: string, { start, end }: { start: number; end: number } = this.lexer): void {
    this.add({ start, end, message });
  }

  add(problem: SyntaxProblem): void {
    if (this.isFull) return;
    if (!this.#problems.has(problem.start)) this.#problems.set(problem.start, problem);
  }

  /** @throws StatementError about the current token */
  fail(message: string): never {
    const { start, end, problem } = this.lexer;
    throw new StatementError({ start, end, message: problem ?? message });
  }

  /** @throws StatementError: something else is expected in place of the current token */
  failExpecting(expected: string, hint = ""): never {
    this.fail(`expected ${expected}, found ${this.describe()}${hint === "" ? "" : `; ${hint}`}`);
  }

  expect(kind: TokenKind, hint?: string): void {
    if (this.lexer.kind !== kind) this.failExpecting(token.names[kind] ?? "", hint);
  }

  expectAndSkip(kind: TokenKind, hint?: string): void {
    this.expect(kind, hint);
    this.next();
  }

  /** The current token in a message. */
  describe(): string {
    const { kind } = this.lexer;
    switch (kind) {
      case token.endOfFile:
        return "the end of the file";
      case token.lineBreak:
        return "the end of the line";
      case token.spaces:
        return "a space";
      case token.comment:
      case token.documentation:
        return "a comment";
      case token.string:
      case token.textBlock:
        return token.names[kind] ?? "";
      default: {
        const text = this.lexeme;
        return JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}...` : text);
      }
    }
  }

  skipSpaces(): void {
    if (this.lexer.kind === token.spaces) this.lexer.next();
  }

  /** Skips spaces, line breaks, commas and comments; documentation only if `withDocumentation` is set. */
  skipWhitespace(withDocumentation = true): void {
    const { lexer } = this;
    for (;;) {
      const { kind } = lexer;
      if (kind === token.comment || kind === token.documentation) {
        if (kind === token.documentation && !withDocumentation) return;
        this.comments.push({ kind: "comment", start: lexer.start, end: lexer.end });
      } else if (kind !== token.spaces && kind !== token.lineBreak && kind !== token.commaMark)
        return;
      lexer.next();
    }
  }

  expectSpaces(): void {
    this.expect(token.spaces);
    this.skipSpaces();
  }

  /** Expects at least one space, line break, comma or comment. */
  expectWhitespace(): void {
    const { start } = this.lexer;
    this.skipWhitespace();
    if (this.lexer.start === start) this.failExpecting("a space or a line break");
  }

  /** Expects the end of a statement: the end of the line or of the file, or a comment. Documentation is left. */
  expectLineEnd(): void {
    this.skipSpaces();
    switch (this.lexer.kind) {
      case token.comment:
      case token.lineBreak:
      case token.documentation:
      case token.endOfFile:
        break;
      case token.identifier:
      case token.atMark:
      case token.dollarMark:
      case token.rightBrace:
        // What follows is read as if the line ended here.
        this.report(`expected a line break, found ${this.describe()}`);
        break;
      default:
        this.failExpecting("a line break");
    }
    this.skipWhitespace(false);
  }

  /** Skips white space, and remembers which of the comments are documentation of what follows. */
  skipDocumentation(): DocumentationMark | undefined {
    this.skipWhitespace(false);
    if (this.lexer.kind !== token.documentation) return undefined;
    const from = this.comments.length;
    this.skipWhitespace();
    return { from, to: this.comments.length };
  }

  /** Takes documentation out of the comments: its lines, without their slashes, as one text. */
  claimDocumentation({ from, to }: DocumentationMark): DocumentationSyntax {
    const { text } = this.lexer;
    const lines: string[] = [];
    const rest = this.comments.splice(from);
    let [start, end] = [-1, -1];
    for (const [index, found] of rest.entries())
      if (index < to - from && text.startsWith("///", found.start)) {
        const indented = text.charAt(found.start + 3) === " " ? 4 : 3;
        lines.push(text.slice(found.start + indented, found.end));
        if (start === -1) start = found.start;
        end = found.end;
      } else this.comments.push(found);
    return { kind: "documentation", start, end, text: lines.join("\n") };
  }

  /** Reads a name. */
  readName(): IdSyntax {
    const { lexer } = this;
    this.expect(token.identifier);
    const { start, end } = lexer;
    this.next();
    return { kind: "id", start, end, text: lexer.text.slice(start, end) };
  }

  /** Runs a function one level deeper in brackets. */
  nest<T>(read: () => T): T {
    if (this.#depth >= maxDepth) this.fail(`brackets are nested more than ${maxDepth} levels deep`);
    this.#depth++;
    try {
      return read();
    } finally {
      this.#depth--;
    }
  }

  /** Adds a problem with a feature that needs version 2. */
  require2(feature: string, shape: string, span?: { start: number; end: number }): void {
    if (!this.isVersion1) return;
    const { start, end } = span ?? this.lexer;
    const message = `${feature} need version 2; begin the file with $version: "2"`;
    this.add({ start, end, message, shape });
  }
}
