import { suggest } from "../load/suggest.js";
import { keyText, parseObject } from "./parse-node.js";
import { parseEnumMembers, parseHeader, parseMembers } from "./parse-members.js";
import { parseOperationBody } from "./parse-operation.js";
import { document, type Description } from "./parse-traits.js";
import type { Parser, Writable } from "./parser.js";
import type { ObjectSyntax, ShapeSyntax } from "./syntax.js";
import * as token from "./tokens.js";

/** Parses a shape, from its type on. */
export function parseShape(parser: Parser, description: Description): ShapeSyntax {
  const { start, end } = parser.lexer;
  const type = parser.lexeme;
  const kind = kinds.get(type);
  if (kind === undefined) parser.fail(describeUnknown(type));
  const typeSpan = { start, end };
  parser.next();
  parser.expectSpaces();
  const name = parser.readName();
  checkVersion(parser, type, typeSpan, name.text);
  const shape: Writable<ShapeSyntax> = {
    kind: "shape",
    start: description.start,
    end: 0,
    traits: description.traits,
    type,
    typeSpan,
    name,
    mixins: [],
  };
  document(parser, description, shape);
  parseHeader(parser, name.text, shape, kind === "members");
  if (kind === "members") shape.members = parseMembers(parser, name.text);
  else if (kind === "enum") shape.members = parseEnumMembers(parser, name.text);
  else if (kind === "operation") shape.operation = parseOperationBody(parser, name.text);
  else if (kind === "entity") shape.properties = parseProperties(parser, type, name.text);
  shape.end = parser.lastEnd;
  return shape;
}

function parseProperties(parser: Parser, type: string, shape: string): ObjectSyntax {
  parser.skipWhitespace();
  parser.expect(token.leftBrace, parser.is("with") ? '"with" must be on the line of the name' : "");
  const properties = parser.nest(() => parseObject(parser));
  if (type === "resource")
    for (const { key } of properties.entries)
      if (keyText(key) === "properties") parser.require2("properties of resources", shape, key);
  return properties;
}

/** What follows the name of a shape of each type. */
const kinds: ReadonlyMap<string, "simple" | "members" | "enum" | "operation" | "entity"> = new Map([
  ...["blob", "boolean", "document", "string", "byte", "short", "integer", "long", "float"].map(
    (type) => [type, "simple"] as const,
  ),
  ...["double", "bigInteger", "bigDecimal", "timestamp"].map((type) => [type, "simple"] as const),
  ...["list", "set", "map", "structure", "union"].map((type) => [type, "members"] as const),
  ...["enum", "intEnum"].map((type) => [type, "enum"] as const),
  ...["service", "resource"].map((type) => [type, "entity"] as const),
  ["operation", "operation"],
]);

function describeUnknown(type: string): string {
  const misplaced = misplacedKeywords.get(type);
  if (misplaced !== undefined) return misplaced;
  const hint = suggest(type, [...kinds.keys(), "apply", "use", "namespace", "metadata"]);
  return `there is no type of shapes ${type}${hint === "" ? "" : `.${hint}`}`;
}

const misplacedKeywords: ReadonlyMap<string, string> = new Map([
  ["with", '"with" must be on the line of the name of the shape'],
  ["for", '"for" must be on the line of the name of the shape'],
]);

function checkVersion(
  parser: Parser,
  type: string,
  { start, end }: { start: number; end: number },
  shape: string,
): void {
  if (kinds.get(type) === "enum") parser.require2(`shapes of type ${type}`, shape, { start, end });
  if (type !== "set" || parser.isVersion1) return;
  const message = "version 2 has no sets; use a list with the trait uniqueItems";
  parser.add({ start, end, message, shape });
}
