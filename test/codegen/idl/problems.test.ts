import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { maxDepth, maxProblems } from "../../../codegen/src/idl/parser.js";
import { parseIdl } from "../../../codegen/src/idl/parse-idl.js";
import { readFixtures } from "./fixtures.js";
import { problemsOf } from "./tree.js";

const head = '$version: "2"\nnamespace a\n';

/** The problems after `head`, with its lines not counted. */
function after(text: string): readonly string[] {
  return problemsOf(head + text).map((problem) =>
    problem.replace(/^\d+/, (line) => String(Number(line) - 2)),
  );
}

test.each([
  ["string A string B", ['1:10 expected a line break, found "string"']],
  ["string A;\nstring B", ['1:9 lines end without ";" in Smithy']],
  ["struture A {}", ["1:1 there is no type of shapes struture. Did you mean structure?"]],
  ["structure A", ['1:12 expected "{", found the end of the file']],
  ["structure A { a String }", ['1:17 expected ":", found "String"']],
  ["structure A { a: B, a: C }", ["1:21 the member a is there twice"]],
  ["structure A { a:\nB }", ["1:17 expected a name, found the end of the line"]],
  ["structure A with [] {}", ['1:19 expected a name, found "]"']],
  [
    "structure A { b := {} }",
    ['1:17 expected ":", found ":="; only inputs and outputs of operations can be inline'],
  ],
  ["enum A { B = 1 }", ['1:16 expected a line break, found "}"']],
  ["set A { member: B }", ["1:1 version 2 has no sets; use a list with the trait uniqueItems"]],
  ["operation A { input B }", ['1:21 expected ":", found "B"']],
  ["operation A { inptu: B }", ["1:15 operations have no property inptu. Did you mean input?"]],
  ["operation A { input: B input: C }", ["1:24 input is there twice"]],
  ["@a (b) string A", ['1:4 expected a name, found "("']],
  ["@a\napply B @c", ['2:1 traits cannot be applied to "apply"']],
  ["use b#C$d", ["1:5 only shapes can be used, not their members"]],
  ["string A\nuse b#C", ['2:1 "use" must come before the first shape']],
  ["metadata b = 1", ['1:1 "metadata" must come before the namespace']],
  ["namespace b", ["1:1 a file has only one namespace"]],
  ["}\nstring A", ['1:1 expected a name, found "}"']],
  ["string \u00e9", ['1:8 unexpected character "\u00e9"']],
])("%s", (text, want) => {
  expect(after(text)).toEqual(want);
});

test.each([
  ['$version: "3.0"\n', '1:16 version "3.0" is not supported; expected "1.0" or "2.0"'],
  ["$version: 2\n", "1:11 $version must be a string"],
  ["$ version: 2\n", "1:2 expected a name or a string, found a space"],
  [
    "namespace a\nstructure A with [B] {}",
    '2:13 mixins need version 2; begin the file with $version: "2"',
  ],
  [
    "namespace a\nenum A { B }",
    '2:1 shapes of type enum need version 2; begin the file with $version: "2"',
  ],
  [
    "namespace a\nstructure A { b: C = 1\n}",
    '2:20 values of members need version 2; begin the file with $version: "2"',
  ],
  ["string A", '1:1 expected a namespace before shapes, found "string"'],
  [
    "namespac a",
    '1:1 expected a namespace before shapes, found "namespac". Did you mean namespace?',
  ],
  ["\0\u0001", '1:1 unexpected character "\\u0000"'],
])("%j", (text, want) => {
  expect(problemsOf(text)[0]).toBe(want);
});

describe("after a mistake, the next statement is read", () => {
  test.each([
    [
      "three mistakes",
      "structure A {\n a: }\n@b(\nstring C\nlist D {\n member B }\nstring E",
      ["2:5", "4:8", "6:9"],
    ],
    ["an unclosed brace", "structure A {\n b: C\n\nstring D\nstring E F", ["4:8", "5:10"]],
    ["an unclosed string", '@a("b)\nstring C\nstring D E', ["1:4", "3:10"]],
    ["an invalid string", '@a("\\x\nstring B\n")\nstring C D', ["1:4", "4:10"]],
    ["indented statements", "  structure A {\n  b\n  }\n  string C D", ["2:4", "4:12"]],
  ])("%s", (_, text, want) => {
    expect(after(text).map((problem) => problem.split(" ", 1)[0])).toEqual(want);
  });

  test("what has no mistake is there", () => {
    const { file } = parseIdl(`${head}string A\nstructure B {\n c }\n/// d\nstring D // e\n`);
    expect(file.statements).toMatchObject([{ name: { text: "A" } }, { name: { text: "D" } }]);
    expect(file.comments).toHaveLength(1);
  });
});

describe("hostile files", () => {
  test.each(["[", "{b:", "[{b:["])("brackets that are too deep: %s", (open) => {
    const problems = problemsOf(`${head}@a(b: ${open.repeat(100_000)}`);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`nested more than ${maxDepth} levels deep`);
  });

  test("brackets that are just deep enough", () => {
    const text = `metadata a = ${"[".repeat(maxDepth)}${"]".repeat(maxDepth)}\n`;
    expect(problemsOf(text)).toEqual([]);
  });

  test("no more problems than are useful", () => {
    expect(problemsOf(`${head}${"string A B\n".repeat(1000)}`)).toHaveLength(maxProblems);
    const members = "a: B\n".repeat(1000);
    expect(problemsOf(`${head}structure A {\n${members}}`)).toHaveLength(maxProblems);
  });

  test("any text is read to its end", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        const { problems } = parseIdl(text);
        for (const { start, end } of problems) expect(start >= 0 && end <= text.length).toBe(true);
      }),
    );
  });

  const fixtures = ["valid", "invalid", "errorfiles"].flatMap(readFixtures);

  test.skipIf(fixtures.length === 0)("files with parts moved, removed or repeated", () => {
    const part = fc.tuple(
      fc.nat(),
      fc.nat(40),
      fc.nat(),
      fc.constantFrom("", '"', "{", "\n", "@", "\0"),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...fixtures),
        fc.array(part, { maxLength: 5 }),
        (fixture, parts) => {
          let { text } = fixture;
          for (const [from, length, to, inserted] of parts) {
            const start = from % (text.length + 1);
            const cut = text.slice(start, start + length);
            const rest = text.slice(0, start) + text.slice(start + length);
            const place = to % (rest.length + 1);
            text = rest.slice(0, place) + cut + inserted + rest.slice(place);
          }
          const { problems } = parseIdl(text);
          expect(problems).toEqual([...problems].sort((a, b) => a.start - b.start));
          expect(problems.every(({ message }) => message !== "")).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });
});
