import { suggest } from "../load/suggest.js";
import { parseId } from "./parse-id.js";
import { parseHeader, openBody, parseMembers } from "./parse-members.js";
import { document, parseDescription } from "./parse-traits.js";
import type { Parser, Writable } from "./parser.js";
import type { IdSyntax, InlineShapeSyntax, NodeSyntax, OperationPropertySyntax } from "./syntax.js";
import * as token from "./tokens.js";

/** Parses the properties of an operation in braces. */
export function parseOperationBody(
  parser: Parser,
  shape: string,
): readonly OperationPropertySyntax[] {
  const properties: OperationPropertySyntax[] = [];
  const names = new Set<string>();
  openBody(parser);
  parser.skipWhitespace();
  while (parser.kind !== token.rightBrace) {
    if (parser.kind === token.endOfFile) parser.expect(token.rightBrace);
    const name = parser.readName();
    if (names.has(name.text)) reportAbout(parser, name, shape, `${name.text} is there twice`);
    names.add(name.text);
    properties.push(parseProperty(parser, name, shape));
    if (parser.kind !== token.rightBrace) parser.expectWhitespace();
  }
  parser.next();
  return properties;
}

function reportAbout(parser: Parser, { start, end }: IdSyntax, shape: string, text: string): void {
  parser.add({ start, end, message: text, shape });
}

function parseProperty(parser: Parser, name: IdSyntax, shape: string): OperationPropertySyntax {
  parser.skipWhitespace();
  const value = parsePropertyValue(parser, name, shape);
  return { start: name.start, end: value.end, name, value };
}

function parsePropertyValue(
  parser: Parser,
  name: IdSyntax,
  shape: string,
): NodeSyntax | InlineShapeSyntax {
  if (name.text !== "input" && name.text !== "output") {
    const isKnown = name.text === "errors";
    if (!isKnown) {
      const hint = suggest(name.text, ["input", "output", "errors"]);
      const message = `operations have no property ${name.text}${hint === "" ? "" : `.${hint}`}`;
      reportAbout(parser, name, shape, message);
    }
    parser.expectAndSkip(token.colonMark);
    parser.skipWhitespace();
    return isKnown || parser.kind === token.leftBracket ? parseIds(parser) : parseId(parser);
  }
  if (parser.kind === token.walrus) {
    parser.require2("inline inputs and outputs", shape);
    parser.next();
    return parseInline(parser, shape);
  }
  parser.expectAndSkip(token.colonMark);
  parser.skipWhitespace();
  return parseId(parser);
}

function parseIds(parser: Parser): NodeSyntax {
  const { start } = parser.lexer;
  parser.expectAndSkip(token.leftBracket);
  parser.skipWhitespace();
  const items: IdSyntax[] = [];
  while (parser.kind !== token.rightBracket) {
    if (parser.kind === token.endOfFile) parser.expect(token.rightBracket);
    items.push(parseId(parser));
    parser.skipWhitespace();
  }
  const { end } = parser.lexer;
  parser.next();
  return { kind: "array", start, end, items };
}

function parseInline(parser: Parser, shape: string): InlineShapeSyntax {
  const description = parseDescription(parser);
  const { start, traits } = description;
  const inline: Writable<InlineShapeSyntax> = { kind: "inline", start, end: 0, traits, mixins: [] };
  document(parser, description, inline);
  parseHeader(parser, shape, inline, true);
  inline.members = parseMembers(parser, shape);
  inline.end = parser.lastEnd;
  return inline;
}
