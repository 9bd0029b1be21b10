import { parseId } from "./parse-id.js";
import { parseEntries, parseNode, parseRest, parseString, toNode } from "./parse-node.js";
import type { DocumentationMark, Parser } from "./parser.js";
import type {
  DocumentationSyntax,
  IdSyntax,
  NodeSyntax,
  StringSyntax,
  TraitSyntax,
} from "./syntax.js";
import * as token from "./tokens.js";

/** What comes before a shape or member. */
export interface Description {
  readonly documentation: DocumentationMark | undefined;
  readonly traits: readonly TraitSyntax[];
  /** Where it begins, or where the shape or member begins if there is nothing. */
  readonly start: number;
}

/** Parses the documentation and the traits before a shape or member. */
export function parseDescription(parser: Parser): Description {
  const documentation = parser.skipDocumentation();
  const { start } =
    documentation === undefined
      ? parser.lexer
      : (parser.comments[documentation.from] ?? parser.lexer);
  return { documentation, start, traits: parseTraits(parser) };
}

/** Adds the documentation of a description to a shape or member. Every object is made in one piece: they are many. */
export function document(
  parser: Parser,
  { documentation }: Description,
  described: { documentation?: DocumentationSyntax },
): void {
  if (documentation !== undefined)
    described.documentation = parser.claimDocumentation(documentation);
}

/** Parses traits, and the white space after them. */
export function parseTraits(parser: Parser): readonly TraitSyntax[] {
  if (parser.kind !== token.atMark) return none;
  const traits: TraitSyntax[] = [];
  while (parser.kind === token.atMark) {
    traits.push(parseTrait(parser));
    parser.skipWhitespace();
  }
  return traits;
}

const none: readonly TraitSyntax[] = [];

/** Parses a trait. */
export function parseTrait(parser: Parser): TraitSyntax {
  const { start } = parser.lexer;
  parser.next();
  const id = parseId(parser);
  if (parser.kind !== token.leftParenthesis) return { kind: "trait", start, end: id.end, id };
  parser.next();
  parser.skipWhitespace();
  const isEmpty = parser.kind === token.rightParenthesis;
  const value = isEmpty ? undefined : parseBody(parser);
  parser.skipWhitespace();
  parser.expect(token.rightParenthesis);
  const { end } = parser.lexer;
  parser.next();
  return value === undefined
    ? { kind: "trait", start, end, id }
    : { kind: "trait", start, end, id, value };
}

/** Parses what is in the parentheses of a trait: a value, or the entries of an object without its braces. */
function parseBody(parser: Parser): NodeSyntax {
  if (parser.kind === token.string) {
    const text = parseString(parser);
    parser.skipWhitespace();
    return parser.kind === token.colonMark ? parseStructure(parser, text) : text;
  }
  if (parser.kind !== token.identifier) return parseNode(parser);
  const id = parseId(parser);
  parser.skipWhitespace();
  const isValue = parser.kind === token.rightParenthesis || /[.#$]/.test(id.text);
  return isValue ? toNode(id) : parseStructure(parser, id);
}

function parseStructure(parser: Parser, key: StringSyntax | IdSyntax): NodeSyntax {
  return parser.nest(() => {
    const first = parseRest(parser, key);
    parser.skipWhitespace();
    const entries = parseEntries(parser, token.rightParenthesis, [first]);
    const end = entries.at(-1)?.end ?? first.end;
    return { kind: "object", start: first.start, end, entries };
  });
}
