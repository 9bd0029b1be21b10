import { parseId } from "./parse-id.js";
import type { Parser } from "./parser.js";
import type {
  ArraySyntax,
  EntrySyntax,
  IdSyntax,
  NodeSyntax,
  ObjectSyntax,
  StringSyntax,
} from "./syntax.js";
import * as token from "./tokens.js";

/** Parses a node value. */
export function parseNode(parser: Parser): NodeSyntax {
  switch (parser.kind) {
    case token.string:
    case token.textBlock:
      return parseString(parser);
    case token.number: {
      const { start, end } = parser.lexer;
      const text = parser.lexeme;
      parser.next();
      return { kind: "number", start, end, text };
    }
    case token.identifier:
      return toNode(parseId(parser));
    case token.leftBrace:
      return parser.nest(() => parseObject(parser));
    case token.leftBracket:
      return parser.nest(() => parseArray(parser));
    default:
      return parser.failExpecting("a value");
  }
}

/** The node that an unquoted text stands for: a keyword, or the id of a shape. */
export function toNode(id: IdSyntax): NodeSyntax {
  const { start, end, text } = id;
  if (text !== "true" && text !== "false" && text !== "null") return id;
  return { kind: "keyword", start, end, value: text === "null" ? null : text === "true" };
}

/** Parses a quoted string or a text block. */
export function parseString(parser: Parser): StringSyntax {
  const { kind, start, end, value } = parser.lexer;
  parser.next();
  return { kind: "string", start, end, value, isTextBlock: kind === token.textBlock };
}

/** Parses a key: a name or a quoted string. */
export function parseKey(parser: Parser, expected = "a name or a string"): StringSyntax | IdSyntax {
  if (parser.kind === token.string) return parseString(parser);
  if (parser.kind !== token.identifier) parser.failExpecting(expected);
  return parser.readName();
}

function parseArray(parser: Parser): ArraySyntax {
  const { start } = parser.lexer;
  const items: NodeSyntax[] = [];
  parser.next();
  parser.skipWhitespace();
  while (parser.kind !== token.rightBracket) {
    items.push(parseNode(parser));
    parser.skipWhitespace();
  }
  const { end } = parser.lexer;
  parser.next();
  return { kind: "array", start, end, items };
}

/** Parses an object in braces. */
export function parseObject(parser: Parser): ObjectSyntax {
  const { start } = parser.lexer;
  parser.next();
  parser.skipWhitespace();
  const entries = parseEntries(parser, token.rightBrace, []);
  const { end } = parser.lexer;
  parser.next();
  return { kind: "object", start, end, entries };
}

/**
 * Parses the entries of an object up to the token that closes it.
 * @param entries those that are parsed already
 */
export function parseEntries(
  parser: Parser,
  closing: token.TokenKind,
  entries: EntrySyntax[],
): EntrySyntax[] {
  const keys = new Set(entries.map(({ key }) => keyText(key)));
  while (parser.kind !== closing) {
    if (parser.kind === token.endOfFile) parser.expect(closing);
    const key = parseKey(parser, `a key or ${token.names[closing] ?? ""}`);
    const text = keyText(key);
    if (keys.has(text)) parser.report(`the key ${JSON.stringify(text)} is there twice`, key);
    keys.add(text);
    entries.push(parseRest(parser, key));
    parser.skipWhitespace();
  }
  return entries;
}

/** Parses the colon and the value after a key. */
export function parseRest(parser: Parser, key: StringSyntax | IdSyntax): EntrySyntax {
  parser.skipWhitespace();
  parser.expectAndSkip(token.colonMark);
  parser.skipWhitespace();
  const value = parseNode(parser);
  return { start: key.start, end: value.end, key, value };
}

/** The text of a key. */
export function keyText(key: StringSyntax | IdSyntax): string {
  return key.kind === "string" ? key.value : key.text;
}
