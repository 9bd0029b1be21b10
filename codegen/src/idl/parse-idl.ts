import { suggest } from "../load/suggest.js";
import { findStatement } from "./find-statement.js";
import {
  parseApply,
  parseControl,
  parseMetadata,
  parseNamespace,
  parseUse,
} from "./parse-sections.js";
import { parseShape } from "./parse-shape.js";
import { parseDescription, type Description } from "./parse-traits.js";
import { Parser, StatementError, type Writable } from "./parser.js";
import type {
  ApplySyntax,
  ControlSyntax,
  FileSyntax,
  MetadataSyntax,
  NamespaceSyntax,
  ParsedIdl,
  ShapeSyntax,
  UseSyntax,
} from "./syntax.js";
import * as token from "./tokens.js";

/**
 * Parses a file in Smithy's interface definition language, of version 1 or 2 (Smithy IDL 2.0 specification, "Smithy
 * IDL"; the version is that of `$version`, or 1). Takes time in proportion to the length of the text.
 * @param text any text; a byte order mark at its beginning is skipped
 * @returns the statements without a mistake that prevents them from being understood, and all mistakes in the order of
 * the file, at most 100, at the places where Smithy's own parser reports them. It does not throw.
 */
export function parseIdl(text: string): ParsedIdl {
  return new FileParser(text).parse();
}

/** The parts of a file in their order; `uses` begins after the namespace. */
const sections = { controls: 0, metadata: 1, uses: 2, shapes: 3 } as const;

class FileParser {
  readonly #parser: Parser;
  readonly #controls: ControlSyntax[] = [];
  readonly #controlKeys = new Set<string>();
  readonly #metadata: MetadataSyntax[] = [];
  readonly #uses: UseSyntax[] = [];
  readonly #statements: (ShapeSyntax | ApplySyntax)[] = [];
  #namespace: NamespaceSyntax | undefined;
  #section: number = sections.controls;

  constructor(text: string) {
    this.#parser = new Parser(text);
  }

  parse(): ParsedIdl {
    const parser = this.#parser;
    const { lexer } = parser;
    while (lexer.kind !== token.endOfFile && !parser.isFull) {
      const { start } = lexer;
      try {
        this.#parseStatement();
      } catch (error) {
        if (!(error instanceof StatementError)) throw error;
        parser.add(error.problem);
        this.#recover(start, error.problem.start);
      }
    }
    const file: Writable<FileSyntax> = {
      controls: this.#controls,
      metadata: this.#metadata,
      uses: this.#uses,
      statements: this.#statements,
      comments: parser.comments,
    };
    if (this.#namespace !== undefined) file.namespace = this.#namespace;
    return { file, problems: parser.problems };
  }

  /** Goes on at the next statement. */
  #recover(start: number, from: number): void {
    const { lexer, comments } = this.#parser;
    const next = findStatement(lexer.text, start, from);
    // What was read beyond will be read again.
    while ((comments.at(-1)?.start ?? -1) >= next) comments.pop();
    lexer.moveTo(next);
  }

  #parseStatement(): void {
    const parser = this.#parser;
    // Documentation before the namespace describes nothing.
    if (this.#section < sections.uses) parser.skipWhitespace();
    const description = parseDescription(parser);
    const hasTraits = description.traits.length > 0;
    if (parser.kind === token.endOfFile && !hasTraits) return;
    const keyword = parser.kind === token.dollarMark ? "$" : parser.lexeme;
    const isOther = this.#isOther(keyword);
    if (hasTraits && (isOther || keyword === "apply")) {
      // Before the namespace, Smithy has no place for the traits themselves.
      const span = this.#section < sections.uses ? description.traits[0] : parser.lexer;
      parser.report(`traits cannot be applied to ${nameOf(keyword)}`, span);
    }
    if (isOther) this.#parseOther(keyword);
    else this.#parseShape(description);
  }

  #isOther(keyword: string): boolean {
    if (keyword === "$") return true;
    return this.#parser.kind === token.identifier && /^(metadata|namespace|use)$/.test(keyword);
  }

  #parseOther(keyword: string): void {
    const parser = this.#parser;
    if (keyword === "$") {
      this.#expectSection(keyword, sections.controls, sections.controls);
      this.#controls.push(parseControl(parser, this.#controlKeys));
    } else if (keyword === "metadata") {
      this.#expectSection(keyword, sections.controls, sections.metadata);
      this.#metadata.push(parseMetadata(parser));
    } else if (keyword === "namespace") {
      if (this.#namespace !== undefined) parser.report("a file has only one namespace");
      // Read before the section changes, so that an invalid one is not missed twice.
      this.#section = Math.max(this.#section, sections.uses);
      const namespace = parseNamespace(parser);
      this.#namespace ??= namespace;
    } else {
      this.#expectSection(keyword, sections.uses, sections.uses);
      this.#uses.push(parseUse(parser));
    }
  }

  #parseShape(description: Description): void {
    const parser = this.#parser;
    this.#expectSection("shapes", sections.uses, sections.shapes, description.start);
    if (parser.is("apply")) this.#statements.push(parseApply(parser));
    else {
      parser.expect(token.identifier);
      this.#statements.push(parseShape(parser, description));
    }
    parser.expectLineEnd();
  }

  /** Reports a statement that is not in its section. It is parsed all the same. */
  #expectSection(keyword: string, first: number, last: number, start?: number): void {
    const parser = this.#parser;
    const span = { start: start ?? parser.lexer.start, end: parser.lexer.end };
    if (this.#section < first && first === sections.uses) {
      const hint = parser.kind === token.identifier ? suggest(parser.lexeme, keywords) : "";
      const found = `${parser.describe()}${hint === "" ? "" : `.${hint}`}`;
      const message = `expected a namespace before ${nameOf(keyword)}, found ${found}`;
      parser.report(parser.lexer.problem ?? message, span);
    } else if (this.#section > last) {
      parser.report(`${nameOf(keyword)} must come before ${places.get(keyword) ?? ""}`, span);
    }
    this.#section = Math.max(this.#section, last);
  }
}

const keywords = ["metadata", "namespace"];

function nameOf(keyword: string): string {
  if (keyword === "$") return "control statements";
  return keyword === "shapes" ? keyword : `"${keyword}"`;
}

/** Before what a statement must come. */
const places: ReadonlyMap<string, string> = new Map([
  ["$", "all other statements"],
  ["metadata", "the namespace"],
  ["use", "the first shape"],
]);
