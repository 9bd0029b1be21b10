import { parseId } from "./parse-id.js";
import { parseNode } from "./parse-node.js";
import { document, parseDescription, type Description } from "./parse-traits.js";
import type { Parser, Writable } from "./parser.js";
import type { BodySyntax, IdSyntax, MemberSyntax } from "./syntax.js";
import * as token from "./tokens.js";

/** Parses `for` and `with` after the name of a shape, or what there is of them. */
export function parseHeader(
  parser: Parser,
  shape: string,
  body: Writable<BodySyntax>,
  mayBind: boolean,
): void {
  parser.skipSpaces();
  const forResource = mayBind ? parseFor(parser, shape) : undefined;
  if (forResource !== undefined) body.forResource = forResource;
  parser.skipSpaces();
  body.mixins = parseMixins(parser, shape);
}

function parseFor(parser: Parser, shape: string): IdSyntax | undefined {
  if (!parser.is("for")) return undefined;
  parser.require2("structures that are bound to resources", shape);
  parser.next();
  parser.expectSpaces();
  return parseId(parser);
}

const none: readonly IdSyntax[] = [];

function parseMixins(parser: Parser, shape: string): readonly IdSyntax[] {
  if (!parser.is("with")) return none;
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
    const member = beginMember(parser, description, false);
    parseValue(parser, member, shape);
    return member;
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
  const member = beginMember(parser, description, isElided);
  if (!isElided) {
    parser.skipSpaces();
    if (parser.kind === token.walrus)
      parser.failExpecting('":"', "only inputs and outputs of operations can be inline");
    parser.expectAndSkip(token.colonMark);
    parser.skipSpaces();
    member.target = parseId(parser);
    member.end = member.target.end;
  }
  parseValue(parser, member, shape);
  return member;
}

function beginMember(
  parser: Parser,
  description: Description,
  isElided: boolean,
): Writable<MemberSyntax> {
  const { start, traits } = description;
  const name = parser.readName();
  const { end } = name;
  const member: Writable<MemberSyntax> = { kind: "member", start, end, traits, name, isElided };
  document(parser, description, member);
  return member;
}

/** Parses the value of a member, if it has one, and the white space after the member. */
function parseValue(parser: Parser, member: Writable<MemberSyntax>, shape: string): void {
  parser.skipSpaces();
  if (parser.kind !== token.equalsMark) {
    parser.skipWhitespace(false);
    return;
  }
  if (parser.isVersion1) parser.require2("values of members", `${shape}$${member.name.text}`);
  parser.next();
  parser.skipSpaces();
  member.value = parseNode(parser);
  member.end = member.value.end;
  parser.skipSpaces();
  if (parser.kind === token.commaMark) parser.next();
  parser.expectLineEnd();
}
