import { expect, test } from "vitest";
import type { ShapeSyntax } from "../../../codegen/src/idl/syntax.js";
import { bare, parseValid } from "./tree.js";

const head = '$version: "2"\nnamespace a.b\n';

/** The shapes of a text, without what they have not. */
function shapesOf(text: string): unknown {
  return parseValid(head + text).statements.map(bare);
}

const shape = { kind: "shape", traits: [], mixins: [] };
const member = { kind: "member", traits: [], isElided: false };

test.each([
  ["string A", { type: "string", name: "A" }],
  ["bigDecimal A with [B c.d#E]", { type: "bigDecimal", name: "A", mixins: ["B", "c.d#E"] }],
  [
    "structure A for B with\n[C,\nD] // c\n{ }",
    { type: "structure", name: "A", forResource: "B", mixins: ["C", "D"], members: [] },
  ],
  [
    "list A { member: B }",
    { type: "list", name: "A", members: [{ ...member, name: "member", target: "B" }] },
  ],
  [
    "list A for B { $member }",
    {
      type: "list",
      name: "A",
      forResource: "B",
      members: [{ ...member, isElided: true, name: "member" }],
    },
  ],
  [
    "union A { a: B, b : c#D c:E }",
    {
      ...{ type: "union", name: "A" },
      members: [
        { ...member, name: "a", target: "B" },
        { ...member, name: "b", target: "c#D" },
        { ...member, name: "c", target: "E" },
      ],
    },
  ],
  [
    "structure A {\n/// d\n@b a: B = 1,\nb: C = [] // c\n/// nothing\n}",
    {
      ...{ type: "structure", name: "A" },
      members: [
        {
          ...{ ...member, name: "a", target: "B", value: { kind: "number", text: "1" } },
          documentation: { kind: "documentation", text: "d" },
          traits: [{ kind: "trait", id: "b" }],
        },
        { ...member, name: "b", target: "C", value: { kind: "array", items: [] } },
      ],
    },
  ],
  [
    'enum A { B\nC = "c"\n@d D, E = "e"\n}',
    {
      ...{ type: "enum", name: "A" },
      members: [
        { ...member, name: "B" },
        { ...member, name: "C", value: { kind: "string", value: "c", isTextBlock: false } },
        { ...member, name: "D", traits: [{ kind: "trait", id: "d" }] },
        { ...member, name: "E", value: { kind: "string", value: "e", isTextBlock: false } },
      ],
    },
  ],
  [
    "service A with [B] { version: x }",
    {
      ...{ type: "service", name: "A", mixins: ["B"] },
      properties: { kind: "object", entries: [{ key: "version", value: "x" }] },
    },
  ],
  [
    "operation A { input: B, output := for C with [D] {} errors: [E F] }",
    {
      ...{ type: "operation", name: "A" },
      operation: [
        { name: "input", value: "B" },
        {
          name: "output",
          value: { kind: "inline", traits: [], forResource: "C", mixins: ["D"], members: [] },
        },
        { name: "errors", value: { kind: "array", items: ["E", "F"] } },
      ],
    },
  ],
  [
    "operation A {\n input := \n/// d\n@b\n{ a: B }\n}",
    {
      ...{ type: "operation", name: "A" },
      operation: [
        {
          name: "input",
          value: {
            ...{ kind: "inline", mixins: [], traits: [{ kind: "trait", id: "b" }] },
            documentation: { kind: "documentation", text: "d" },
            members: [{ ...member, name: "a", target: "B" }],
          },
        },
      ],
    },
  ],
])("%s", (text, want) => {
  expect(shapesOf(text)).toEqual([{ ...shape, ...want }]);
});

test.each([
  ["@a", { id: "a" }],
  ["@a.b#c()", { id: "a.b#c" }],
  ["@a( //c\n)", { id: "a" }],
  ["@a(b)", { id: "a", value: "b" }],
  ["@a(b$c)", { id: "a", value: "b$c" }],
  ["@a(true)", { id: "a", value: { kind: "keyword", value: true } }],
  ["@a({})", { id: "a", value: { kind: "object", entries: [] } }],
  ['@a("b")', { id: "a", value: { kind: "string", value: "b", isTextBlock: false } }],
  [
    '@a("b": c, true: d\ne : f,)',
    {
      id: "a",
      value: {
        kind: "object",
        entries: [
          { key: { kind: "string", value: "b", isTextBlock: false }, value: "c" },
          { key: "true", value: "d" },
          { key: "e", value: "f" },
        ],
      },
    },
  ],
])("the trait %s", (text, want) => {
  expect(shapesOf(`${text} string A`)).toMatchObject([{ traits: [{ kind: "trait", ...want }] }]);
  const [applied] = parseValid(`${head}apply A ${text}\napply\nA { ${text} @z }`).statements;
  expect(bare(applied)).toMatchObject({ target: "A", isBlock: false, traits: [want] });
});

test("a set is a shape of version 1", () => {
  const { statements } = parseValid("namespace a\nset A { member: B }");
  expect(bare(statements)).toMatchObject([{ type: "set" }]);
});

test.each([
  ["///a\n///  b\n\n// c\n/// \nstring A", "a\n b\n", 1],
  ["/// a\n@b\n/// c\nstring A", "a", 1],
  ["@b string A /// c\n/// d", undefined, 2],
  ["use c#d\n/// a\nuse c#e\n/// b\nstring A", "b", 1],
])("the documentation in %j", (text, want, comments) => {
  const file = parseValid(head + text);
  expect((file.statements[0] as ShapeSyntax).documentation?.text).toBe(want);
  expect(file.comments).toHaveLength(comments);
});

test("every node is where its text is", () => {
  const text = `${head}/// d\n@a(b: "c") structure A { @e\n d: c#F = [1]\n }\napply A @b // c\n`;
  const file = parseValid(text);
  const found: string[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    const { start, end } = node as { start?: number; end?: number };
    if (start !== undefined && end !== undefined) found.push(text.slice(start, end));
    for (const value of Object.values(node)) visit(value);
  };
  visit(file.statements);
  visit(file.comments);
  for (const part of [
    '/// d\n@a(b: "c") structure A { @e\n d: c#F = [1]\n }',
    ...["/// d", '@a(b: "c")', 'b: "c"', '"c"', "structure", "@e\n d: c#F = [1]", "@e", "c#F"],
    ...["[1]", "1", "apply A @b", "@b", "// c"],
  ])
    expect(found).toContain(part);
});
