import { parseId } from "./parse-id.js";
import { parseNode } from "./parse-node.js";
import { describe, parseDescription, type Description } from "./parse-traits.js";
import type { Parser } from "./parser.js";
import type { BodySyntax, IdSyntax, MemberSyntax } from "./syntax.js";
import * as token from "./tokens.js";

/** Parses `for` and `with` after the name of a shape, or what there is of them. */
export function parseHeader(
  parser: Parser,
  shape: string,
  mayBind: boolean,
): Omit<BodySyntax, "members"> {
  parser.skipSpaces();
  const forResource = mayBind ? parseFor(parser, shape) : undefined;
  parser.skipSpaces();
  const mixins = parseMixins(parser, shape);
  return forResource === undefined ? { mixins } : { forResource, mixins };
}

function parseFor(parser: Parser, shape: string): IdSyntax | undefined {
  if (!parser.is("for")) return undefined;
  parser.require2("structures that are bound to resources", shape);
  parser.next();
  parser.expectSpaces();
  return parseId(parser);
}

function parseMixins(parser: Parser, shape: string): readonly IdSyntax[] {
  if (!parser.is("with")) return [];
  parser.require2("mixins", shape);
  parser.next();
  parser.skipWhitespace();
  parser.expectAndSkip(token.leftBracket);
  parser.skipWhitespace();
  const mixins: IdSyntax[] = [];
  do {
    mixins.push(parseId(parser));
    parser.skipWhitespace();
  } while (parser.kind !== token.rightBracket);
  parser.next();
  return mixins;
}

/** Expects an opening brace, and skips it and the white space around it. */
export function openBody(parser: Parser): void {
  parser.skipWhitespace();
  const hint =
    parser.is("with") || parser.is("for")
      ? `"${parser.lexeme}" must be on the line of the name, and "for" before "with"`
      : undefined;
  parser.expectAndSkip(token.leftBrace, hint);
}

/** Parses the members of a shape in braces. */
export function parseMembers(parser: Parser, shape: string): readonly MemberSyntax[] {
  return parseBraces(parser, shape, (description) => parseMember(parser, shape, description));
}

/** Parses the members of an enum in braces. */
export function parseEnumMembers(parser: Parser, shape: string): readonly MemberSyntax[] {
  return parseBraces(parser, shape, (description) => {
    const name = parser.readName();
    const described = describe(parser, description);
    return finishMember(parser, { kind: "member", ...described, name, isElided: false }, shape);
  });
}

function parseBraces(
  parser: Parser,
  shape: string,
  parse: (description: Description) => MemberSyntax,
): readonly MemberSyntax[] {
  const members: MemberSyntax[] = [];
  const names = new Set<string>();
  openBody(parser);
  for (;;) {
    const description = parseDescription(parser);
    if (parser.kind === token.rightBrace && description.traits.length === 0) {
      // Documentation after the last member stays a comment.
      parser.next();
      return members;
    }
    if (parser.kind === token.endOfFile) parser.expect(token.rightBrace);
    const member = parse(description);
    const { text } = member.name;
    if (names.has(text)) {
      const { start, end } = member.name;
      parser.add({ start, end, message: `the member ${text} is there twice`, shape });
    }
    names.add(text);
    members.push(member);
  }
}

function parseMember(parser: Parser, shape: string, description: Description): MemberSyntax {
  const isElided = parser.kind === token.dollarMark;
  if (isElided) parser.next();
  parser.expect(token.identifier);
  if (isElided) parser.require2("members without a target", `${shape}$${parser.lexeme}`);
  const name = parser.readName();
  const start = { kind: "member", ...describe(parser, description), name, isElided } as const;
  if (isElided) return finishMember(parser, start, shape);
  parser.skipSpaces();
  parser.expectAndSkip(
    token.colonMark,
    parser.kind === token.walrus ? "only the input and output of operations can be inline" : "",
  );
  parser.skipSpaces();
  return finishMember(parser, { ...start, target: parseId(parser) }, shape);
}

/** Parses the value of a member, if it has one. */
function finishMember(
  parser: Parser,
  start: Omit<MemberSyntax, "value" | "end">,
  shape: string,
): MemberSyntax {
  const end = (start.target ?? start.name).end;
  parser.skipSpaces();
  if (parser.kind !== token.equalsMark) {
    parser.skipWhitespace(false);
    return { ...start, end };
  }
  parser.require2("values of members", `${shape}$${start.name.text}`);
  parser.next();
  parser.skipSpaces();
  const value = parseNode(parser);
  parser.skipSpaces();
  if (parser.kind === token.commaMark) parser.next();
  parser.expectLineEnd();
  return { ...start, value, end: value.end };
}
