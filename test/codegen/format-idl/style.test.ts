import { expect, test } from "vitest";
import { maxDepth } from "../../../codegen/src/idl/parser.js";
import { formatIdl } from "../../../codegen/src/format-idl/format-idl.js";

const head = '$version: "2"\n\nnamespace a\n\n';
const long = "a".repeat(50);

/* The wanted texts are what Smithy's own formatter is documented to print, and what its own models look like. */

test.each([
  ["a shape a paragraph", "string A\nstring B", "string A\n\nstring B\n"],
  ["a trait a line", "@b @c() string A", "@b\n@c\nstring A\n"],
  ["short values on one line", '@a(b:1,c:"d") string A', '@a(b: 1, c: "d")\nstring A\n'],
  ["arrays in traits", "@a([1,\n2]) string A", "@a([1, 2])\nstring A\n"],
  ["nested values on lines", "@a(b: {c: 1}) string A", "@a(\n    b: { c: 1 }\n)\nstring A\n"],
  [
    "objects in arrays on lines",
    "@a([{b: 1}, {}]) string A",
    "@a([\n    {\n        b: 1\n    }\n    {}\n])\nstring A\n",
  ],
  [
    "long values on lines, without commas",
    `@a(["${long}", "${long}", "${long}"]) string A`,
    `@a([\n    "${long}"\n    "${long}"\n    "${long}"\n])\nstring A\n`,
  ],
  ["keys without quotes", '@a("b": 1, "c-d": 2) string A', '@a(b: 1, "c-d": 2)\nstring A\n'],
  [
    "text blocks are indented",
    '@a("""\n  b\n    c\n\n  """) string A',
    '@a(\n    """\n    b\n      c\n\n    """\n)\nstring A\n',
  ],
  [
    "text blocks after keys are indented more",
    '@a(b: """\nc""") string A',
    '@a(\n    b: """\n        c"""\n)\nstring A\n',
  ],
  [
    "a quote at the end of a text block",
    '@a("""\nb" """) string A',
    '@a(\n    """\n    b\\""""\n)\nstring A\n',
  ],
  ["plain members", "structure A { b: C, d: E }", "structure A {\n    b: C\n    d: E\n}\n"],
  [
    "described members",
    "structure A { @x b: C, d: E }",
    "structure A {\n    @x\n    b: C\n\n    d: E\n}\n",
  ],
  [
    "comments after members",
    "structure A {\nb: C // d\n\n\ne: F // g\n}",
    "structure A {\n    b: C // d\n    e: F // g\n}\n",
  ],
  [
    "comments above members",
    "structure A {\nb: C\n// d\ne: F\n}",
    "structure A {\n    b: C\n\n    // d\n    e: F\n}\n",
  ],
  ["empty bodies", "structure A\n{\n}", "structure A {}\n"],
  ["comments in empty bodies", "structure A { // b\n}", "structure A {\n    // b\n}\n"],
  ["the header", "structure A\tfor B  with[C,D]{}", "structure A for B with [C, D] {}\n"],
  [
    "a long header",
    `structure A with [${long}a ${long}b ${long}c] {}`,
    `structure A with [\n    ${long}a\n    ${long}b\n    ${long}c\n] {}\n`,
  ],
  [
    "services",
    "service A { version: x, operations: [B, C], errors: [] }",
    "service A {\n    version: x\n    operations: [\n        B\n        C\n    ]\n    errors: []\n}\n",
  ],
  [
    "operations",
    "operation A { input := { b: C }, output: D, errors: [E] }",
    "operation A {\n    input := {\n        b: C\n    }\n    output: D\n    errors: [\n        E\n    ]\n}\n",
  ],
  [
    "described inputs",
    "operation A { input := @b with [C] {} }",
    "operation A {\n    input :=\n        @b\n        with [C] {}\n}\n",
  ],
  [
    "applied traits",
    "apply A { @b @c }\napply A\n@d",
    "apply A {\n    @b\n    @c\n}\n\napply A @d\n",
  ],
  ["comments", "//a\n//  b\n///  c\nstring A", "// a\n//  b\n///  c\nstring A\n"],
  ["empty lines between comments", "// a\n\n\n// b\n\nstring A", "// a\n\n// b\n\nstring A\n"],
  ["lost documentation", "string A /// b\n\n/// c", "string A // b\n\n// c\n"],
  [
    "line breaks of Windows",
    'string A\r\n@b("c\r\nd")\r\nstring B',
    'string A\n\n@b(\n    "c\nd"\n)\nstring B\n',
  ],
])("%s", (_, text, want) => {
  expect(formatIdl(`$version: "2"\nnamespace a\n${text}`).text).toBe(head + want);
});

test("the sections of a file", () => {
  const text = [
    '$version:"2"',
    '$x: "y" // z',
    "metadata b = [{c: 1}]",
    "metadata d=1",
    "metadata e = 2",
    "namespace a",
    "use z.z#B // of B",
    "// above A",
    "use z.a#A",
    "// above C",
    "use z.z#Unused // of Unused",
    "list L { member: A }",
    "@B string S",
    "// end",
  ].join("\n");
  expect(formatIdl(text).text).toBe(`$version: "2"
$x: "y" // z

metadata b = [
    {
        c: 1
    }
]

metadata d = 1
metadata e = 2

namespace a

// above A
use z.a#A

use z.z#B // of B

// above C
// of Unused
list L {
    member: A
}

@B
string S

// end
`);
});

test.each(["", " \n\n", "\ufeff"])("nothing stays nothing: %j", (text) => {
  expect(formatIdl(text).text).toBe("");
});

test("values that are as deep as they may be", () => {
  const text = `metadata a = ${"[".repeat(maxDepth)}${"]".repeat(maxDepth)}\n`;
  const { text: formatted = "" } = formatIdl(text);
  expect(formatted.replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
});
