import { compileFunction } from "node:vm";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { isEquivalent } from "../../../scripts/mutants/equivalent.js";
import { functionAt, listFunctions } from "../../../scripts/mutants/functions.js";
import { hitsName, instrument } from "../../../scripts/mutants/instrument.js";
import { mutateRegExp } from "../../../scripts/mutants/mutate-reg-exp.js";
import { listMutants } from "../../../scripts/mutants/mutant.js";
import { parseOptions } from "../../../scripts/mutants/options.js";
import { shuffle } from "../../../scripts/mutants/random.js";
import { count, share, type Outcome } from "../../../scripts/mutants/results.js";

/** What becomes of a text's only line. */
const mutate = (text: string): string[] =>
  listMutants("codegen/src/a.ts", text).map(({ after }) => after);

describe("mutants", () => {
  it.each<[text: string, mutants: string[]]>([
    ["x = a === b;", ["x = a !== b;", ";"]],
    ["x = a < b;", ["x = a <= b;", "x = a >= b;", ";"]],
    ["x = a && b;", ["x = a || b;", "x = a;", "x = b;", ";"]],
    ["x = a ?? b;", ["x = a && b;", "x = a;", "x = b;", ";"]],
    ["x = !a;", ["x = a;", ";"]],
    ["i++;", ["i--;", ";"]],
    ["--i;", ["++i;", ";"]],
    ['x = "a";', ['x = "";', ";"]],
    ['x = "";', ['x = "mutant";', ";"]],
    ["x = `a${b}c`;", ["x = `${b}c`;", "x = `a${b}`;", ";"]],
    ["x = 5;", ["x = 6;", "x = (4);", ";"]],
    ["x = true;", ["x = false;", ";"]],
    ["x = [a, b];", ["x = [ b];", "x = [a, ];", ";"]],
    ["x = { a, b: c };", ["x = { b: c };", "x = { a, };", ";"]],
    ["x = await f();", ["x = f();", ";"]],
    ["x = y.every(f);", ["x = y.some(f);", ";"]],
    ["x = y.sort(f);", ["x = y;", ";"]],
    ["x = a ? b : c;", ["x = !(a) ? b : c;", "x = false ? b : c;", "x = true ? b : c;", ";"]],
    ["if (a) f();", ["if (!(a)) f();", "if (false) f();", "if (true) f();", "if (a) ;", ";"]],
    ["while (a) f();", ["while (!(a)) f();", "while (false) f();", "while (a) ;"]],
    [
      "function f(): void { g(); }",
      [
        "function f(): void { ; }",
        "function f(): void { return; g(); }",
        "function f(): void { return undefined; g(); }",
      ],
    ],
    ['import { a } from "b";', []],
    ['export * from "b";', []],
    ['type A = "a" | 5;', []],
    ['const a: "b" | 5 = c;', []],
    ["interface A { a: 5 }", []],
    ['x = { "a": b };', ["x = { };", ";"]],
  ])("of %s", (text, mutants) => {
    expect(mutate(text).sort()).toEqual([...mutants].sort());
  });

  it("turn the order of sorting around, and leave what makes no difference to it", () => {
    const found = mutate("x = a < b ? -1 : 1;");
    expect(found).toContain("x = a >= b ? -1 : 1;");
    expect(found.filter((text) => /[02]|<=/.test(text))).toEqual([]);
  });

  it("have their place, their lines, and the whole text", () => {
    const text = "const a = 1;\nfunction f() {\n  return g(\n    true,\n  );\n}\n";
    const found = listMutants("codegen/src/a.ts", text);
    const flipped = found.find(({ line }) => line === 4);
    expect(flipped).toEqual({
      file: "codegen/src/a.ts",
      line: 4,
      place: "codegen/src/a.ts/f",
      before: "true,",
      after: "false,",
      text: text.replace("true", "false"),
    });
    expect(found[0]).toMatchObject({ place: "codegen/src/a.ts", before: "const a = 1;" });
    expect(found.map(({ before, after }) => [before, after])).toContainEqual([
      "return g( true, );",
      ";",
    ]);
  });
});

describe("regular expressions", () => {
  it.each<[literal: string, mutants: string[]]>([
    ["/^a$/", ["/a$/", "/^a/"]],
    ["/a+b*/", ["/a*b*/", "/a+b+/"]],
    ["/\\d\\s/", ["/\\D\\s/", "/\\d\\S/"]],
    ["/[a^$]/", ["/[^a^$]/"]],
    ["/[^\\]+]/", ["/[\\]+]/"]],
    ["/a?/", ["/a/"]],
    ["/a{2,3}/", ["/a/", "/a?/"]],
    ["/\\^\\+/", []],
    ["/(?=a)(?<!b)/u", ["/(?!a)(?<!b)/u", "/(?=a)(?<=b)/u", "/(?=a)(?<!b)/"]],
    ["/a/gi", ["/a/i", "/a/g"]],
    ["/\\p{L}/u", ["/\\p{L}/"]],
  ])("%s", (literal, mutants) => {
    expect(mutateRegExp(literal)).toEqual(mutants);
  });
});

describe("functions", () => {
  const text = `class A { m() { return 1; } static m2 = () => 2; constructor() { super(); x; } }
function f() { return [1].map((a) => a); }
const g = () => g();
[1].map((a) => a).map((b) => b);`;
  const source = ts.createSourceFile("a.ts", text, ts.ScriptTarget.Latest, true);
  const functions = listFunctions(source);

  it("are named by what holds them", () => {
    expect(functions.map(({ id }) => id)).toEqual([
      "/m",
      "/anonymous",
      "/constructor",
      "/f",
      "/f/anonymous",
      "/g",
      "/anonymous~2",
      "/anonymous~3",
    ]);
  });

  it("are found by a place, the innermost one", () => {
    const at = (part: string): string | undefined => functionAt(functions, text.indexOf(part))?.id;
    expect(at("return 1")).toBe("/m");
    expect(at("return [1]")).toBe("/f");
    expect(at("a);")).toBe("/f/anonymous");
    expect(at("const g")).toBeUndefined();
  });

  it("note that they are called, and do what they did", () => {
    const given = `const f = (a) => ({ b: a });
function g() { return f(1).b + h(); }
function h() { return 1; }
result = g();`;
    const hits = new Set<string>();
    const text = ts.transpile(instrument("a.ts", given), { target: ts.ScriptTarget.ES2022 });
    const run = compileFunction(`let result; ${text}; return result;`, ["globalThis"]) as (
      global: object,
    ) => number;
    expect(run({ [hitsName]: hits })).toBe(2);
    expect([...hits].sort()).toEqual(["a.ts", "a.ts/f", "a.ts/g", "a.ts/h"]);
    expect(run({})).toBe(2);
  });
});

describe("a sample", () => {
  const items = Array.from({ length: 100 }, (_, index) => index);

  it("holds each item once, in an order that the seed decides", () => {
    expect([...shuffle(items, 7)].sort((left, right) => left - right)).toEqual(items);
    expect(shuffle(items, 7)).toEqual(shuffle(items, 7));
    expect(shuffle(items, 7)).not.toEqual(shuffle(items, 8));
  });
});

describe("options", () => {
  it("are read", () => {
    expect(parseOptions(["codegen/src/", "--count", "5", "--record", "--seed", "3"])).toEqual({
      paths: ["codegen/src"],
      count: 5,
      seed: 3,
      record: true,
      fresh: false,
      within: Infinity,
    });
  });

  it.each([[[]], [["test"]], [["codegen/src", "--count", "x"]], [["codegen/src", "--other"]]])(
    "are refused: %j",
    (args) => {
      expect(parseOptions(args)).toBeUndefined();
    },
  );
});

describe("figures", () => {
  const [mutant] = listMutants("codegen/src/a.ts", "x = a && b;");
  const outcomes: Outcome[] = [
    ...["killed", "killed", "timed out", "survived", "not covered", "equivalent"],
  ] as Outcome[];

  it("are shares of what is not equivalent", () => {
    if (mutant === undefined) throw new Error("there is no mutant");
    const figures = count(
      outcomes.map((outcome) => ({ mutant, outcome })),
      "codegen/src",
    );
    expect(figures).toMatchObject({ mutants: 6, killed: 2, timedOut: 1, survived: 1 });
    expect(share(figures)).toBe(3 / 5);
  });

  it("leave out what is listed with a reason", () => {
    const before = "x = a && b;";
    const entry = { file: "codegen/src/a.ts", before, reason: "none" };
    const one = { file: "codegen/src/a.ts", before, after: "x = a;" };
    expect(isEquivalent(one, [entry])).toBe(true);
    expect(isEquivalent(one, [{ ...entry, after: "x = a;" }])).toBe(true);
    expect(isEquivalent(one, [{ ...entry, after: "x = b;" }])).toBe(false);
    expect(isEquivalent(one, [{ ...entry, file: "codegen/src/b.ts" }])).toBe(false);
    expect(isEquivalent({ ...one, before: "y;" }, [entry])).toBe(false);
  });
});
