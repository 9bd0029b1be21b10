import type { Parser } from "./parser.js";
import type { IdSyntax } from "./syntax.js";
import * as token from "./tokens.js";

/** Parses the id of a shape, relative or absolute, possibly of a member. */
export function parseId(parser: Parser): IdSyntax {
  const { lexer } = parser;
  const { start } = lexer;
  let end = skipNamespace(parser);
  const hasNamespace = end > start && lexer.text.slice(start, end).includes(".");
  if (lexer.kind === token.hashMark) {
    parser.next();
    end = skipName(parser);
  } else if (hasNamespace) {
    const text = lexer.text.slice(start, end);
    const corrected = text.replace(/\.(\w+)$/, "#$1");
    parser.report(`${text} is not the id of a shape; did you mean ${corrected}?`, { start, end });
  }
  if (lexer.kind === token.dollarMark) {
    parser.next();
    end = skipName(parser);
  }
  return { kind: "id", start, end, text: lexer.text.slice(start, end) };
}

/** Parses a namespace: names with dots between them. */
export function parseNamespaceName(parser: Parser): IdSyntax {
  const { start, text } = parser.lexer;
  const end = skipNamespace(parser);
  return { kind: "id", start, end, text: text.slice(start, end) };
}

/** Parses the absolute id of a shape, as `use` needs it. */
export function parseAbsoluteId(parser: Parser): IdSyntax {
  const { lexer } = parser;
  const { start } = lexer;
  skipNamespace(parser);
  parser.expectAndSkip(token.hashMark, "use needs the absolute id of a shape: NAMESPACE#NAME");
  let end = skipName(parser);
  if (lexer.kind === token.dollarMark) {
    parser.next();
    end = skipName(parser);
    parser.report("only shapes can be used, not their members", { start, end });
  }
  return { kind: "id", start, end, text: lexer.text.slice(start, end) };
}

function skipNamespace(parser: Parser): number {
  let end = skipName(parser);
  while (parser.lexer.kind === token.dotMark) {
    parser.next();
    end = skipName(parser);
  }
  return end;
}

/** @returns where the name ends */
function skipName(parser: Parser): number {
  parser.expect(token.identifier);
  const { end } = parser.lexer;
  parser.next();
  return end;
}
