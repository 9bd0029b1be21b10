import { parseId, parseAbsoluteId, parseNamespaceName } from "./parse-id.js";
import { keyText, parseKey, parseNode } from "./parse-node.js";
import { parseTrait, parseTraits } from "./parse-traits.js";
import type { Parser } from "./parser.js";
import type {
  ApplySyntax,
  ControlSyntax,
  MetadataSyntax,
  NamespaceSyntax,
  NodeSyntax,
  TraitSyntax,
  UseSyntax,
} from "./syntax.js";
import * as token from "./tokens.js";

/** Parses `$key: value`. @param keys the keys of the control statements before */
export function parseControl(parser: Parser, keys: Set<string>): ControlSyntax {
  const { start } = parser.lexer;
  parser.next();
  const key = parseKey(parser);
  const text = keyText(key);
  parser.skipSpaces();
  parser.expectAndSkip(token.colonMark);
  parser.skipSpaces();
  if (keys.has(text)) parser.report(`$${text} is there twice`);
  const value = parseNode(parser);
  if (!keys.has(text)) applyControl(parser, text, value);
  keys.add(text);
  parser.expectLineEnd();
  return { kind: "control", start, end: value.end, key, value };
}

function applyControl(parser: Parser, key: string, value: NodeSyntax): void {
  const isKnown = key === "version" || /^operation(Input|Output)Suffix$/.test(key);
  if (!isKnown) return;
  if (value.kind !== "string") {
    parser.report(`$${key} must be a string`, value);
    return;
  }
  if (key !== "version") return;
  if (/^[12](\.0)?$/.test(value.value)) parser.isVersion1 = value.value.startsWith("1");
  else {
    const found = JSON.stringify(value.value);
    // Smithy reports this after the value.
    const span = { start: value.end, end: value.end };
    parser.report(`version ${found} is not supported; expected "1.0" or "2.0"`, span);
    parser.isVersion1 = false;
  }
}

/** Parses `metadata key = value`. */
export function parseMetadata(parser: Parser): MetadataSyntax {
  const { start } = parser.lexer;
  parser.next();
  parser.expectSpaces();
  const key = parseKey(parser);
  parser.skipSpaces();
  parser.expectAndSkip(token.equalsMark);
  parser.skipSpaces();
  const value = parseNode(parser);
  parser.expectLineEnd();
  return { kind: "metadata", start, end: value.end, key, value };
}

/** Parses `namespace name`. */
export function parseNamespace(parser: Parser): NamespaceSyntax {
  const { start } = parser.lexer;
  parser.next();
  parser.expectSpaces();
  const name = parseNamespaceName(parser);
  parser.expectLineEnd();
  return { kind: "namespace", start, end: name.end, name };
}

/** Parses `use id`. */
export function parseUse(parser: Parser): UseSyntax {
  const { start } = parser.lexer;
  parser.next();
  parser.expectSpaces();
  const id = parseAbsoluteId(parser);
  parser.expectLineEnd();
  return { kind: "use", start, end: id.end, id };
}

/** Parses `apply id @trait` or `apply id { @trait ... }`. */
export function parseApply(parser: Parser): ApplySyntax {
  const { start } = parser.lexer;
  parser.next();
  parser.expectWhitespace();
  const target = parseId(parser);
  parser.expectWhitespace();
  const isBlock = parser.kind === token.leftBrace;
  const traits = isBlock ? parseBlock(parser) : [parseOnly(parser)];
  const end = parser.lastEnd;
  return { kind: "apply", start, end, target, traits, isBlock };
}

function parseBlock(parser: Parser): readonly TraitSyntax[] {
  parser.next();
  parser.skipWhitespace();
  const traits = parseTraits(parser);
  parser.expectAndSkip(token.rightBrace);
  return traits;
}

function parseOnly(parser: Parser): TraitSyntax {
  if (parser.kind !== token.atMark) parser.failExpecting('"@" or "{"');
  return parseTrait(parser);
}
