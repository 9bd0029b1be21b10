import fc from "fast-check";
import { search } from "jmespath";
import { describe, expect, it } from "vitest";
import type { Expression } from "../../../codegen/src/ir/expressions.js";
import { ExpressionError } from "../../../codegen/src/ir/jmespath.js";
import { compileErrors } from "../../codegen/support/compile.js";
import { generateFrom } from "../../codegen/support/generated.js";
import { model, operation, type Json } from "../../codegen/support/models.js";
import { build } from "../../codegen/support/problems.js";
import { evaluate, hasNull } from "./evaluate.js";
import { documents, expressions, shapes } from "./random-expressions.js";

const anything: Expression = { kind: "message", side: "output", type: { kind: "any" } };

function typed(): Expression {
  const { operations } = build(model({ Do: operation("/do", { output: "Out" }), ...shapes }));
  const shape = operations[0]?.output;
  if (shape === undefined) throw new Error("no output");
  return { kind: "message", side: "output", type: { kind: "shape", shape } };
}

const failed = Symbol("failed");

/** What fails for every document is refused when code is generated, and so are some comparisons. */
const refused = Symbol("refused");

/** What another implementation finds, by the author of JMESPath. */
function wanted(text: string, document: unknown): unknown {
  try {
    return search(document, text) as unknown;
  } catch {
    return failed;
  }
}

function found(text: string, document: unknown, root: Expression): unknown {
  try {
    return evaluate(text, document, root);
  } catch (error) {
    if (error instanceof TypeError) return failed;
    if (error instanceof ExpressionError) return refused;
    throw error;
  }
}

describe.each([
  ["of any type", anything],
  ["whose type the model knows", typed()],
])("the code of an expression for a value %s", (_, root) => {
  it("gives what another implementation gives", () => {
    let compared = 0;
    fc.assert(
      fc.property(expressions, documents, (text, document) => {
        const got = found(text, document, root);
        if (got === refused) return;
        compared++;
        const want = wanted(text, document);
        if (want === failed && got !== failed && hasNull(text, root)) return;
        expect({ text, value: got }).toEqual({ text, value: want });
      }),
      { numRuns: 1_500 },
    );
    expect(compared).toBeGreaterThan(700);
  });
});

describe("an expression", () => {
  it.each<[string, unknown, unknown]>([
    ["nope == `null`", {}, true],
    ["a < `1`", { a: "0" }, null],
    ["a >= `1`", { a: 1 }, true],
    ["constructor", {}, null],
    ["a.toString.name", { a: {} }, null],
    ['"__proto__".polluted', JSON.parse('{"__proto__": {"polluted": 1}}'), 1],
    ['{"__proto__": a}."__proto__"', { a: 1 }, 1],
    ["{constructor: a}.constructor", { a: 1 }, 1],
    ["'it\\'s'", {}, "it's"],
    ["'*/ \u2028 `'", {}, "*/ \u2028 `"],
    ["a[0]", { a: "text" }, null],
    ["length(a)", { a: "\u{1f600}" }, 1],
    [
      "sort_by(a, &k)[].v",
      {
        a: [
          { k: 2, v: 1 },
          { k: 1, v: 2 },
        ],
      },
      [2, 1],
    ],
    ["a[*].b | [0]", { a: [{}, { b: 1 }] }, 1],
    ["a[*].b[0]", { a: [{ b: [1] }, { b: [2] }] }, [1, 2]],
    [
      "max_by(a, &k).v",
      {
        a: [
          { k: 1, v: 1 },
          { k: 3, v: 2 },
          { k: 3, v: 3 },
        ],
      },
      2,
    ],
    [
      "min_by(a, &k).v",
      {
        a: [
          { k: 2, v: 1 },
          { k: 1, v: 2 },
          { k: 1, v: 3 },
        ],
      },
      2,
    ],
    ["min_by(a, &k)", { a: [] }, null],
    ["a[*][]", { a: [[null, 1], null] }, [1]],
    ["to_array(a)[].b", {}, []],
    ["avg(a)", { a: [1, 2] }, 1.5],
    ["avg(a)", { a: [] }, null],
    ["contains(a, b)", { a: [[1], { x: null }], b: { x: null } }, true],
    [
      "[to_number(''), to_number('1.5'), to_number('0x1'), to_number(a)]",
      { a: 2 },
      [null, 1.5, null, 2],
    ],
    ["merge(a, b)", { a: { x: 1, y: 1 }, b: { y: 2 } }, { x: 1, y: 2 }],
    ["length(@ || a)", { a: [] }, 1],
    ["a.*.b", { a: { x: { b: 1 }, y: {}, z: { b: 2 } } }, [1, 2]],
  ])("%s has its value", (text, document, want) => {
    expect(evaluate(text, document)).toEqual(want);
  });

  it("whose evaluation fails throws an error, which matches nothing", () => {
    expect(() => evaluate("length(nope)", {})).toThrow(TypeError);
    expect(() => evaluate("merge(a, b)", { a: {}, b: [] })).toThrow(TypeError);
    expect(() => evaluate("sum(a)", { a: ["1"] })).toThrow(TypeError);
  });
});

describe("a member that is another value in TypeScript", () => {
  const shapesOf: Record<string, Json> = {
    Out: {
      type: "structure",
      members: Object.fromEntries(
        Object.entries({
          when: "smithy.api#Timestamp",
          times: "test#Times",
          big: "smithy.api#BigInteger",
          exact: "smithy.api#BigDecimal",
        }).map(([name, target]) => [name, { target }]),
      ),
    },
    Times: { type: "list", member: { target: "smithy.api#Timestamp" } },
  };
  const { operations } = build(model({ Do: operation("/do", { output: "Out" }), ...shapesOf }));
  const shape = operations[0]?.output;
  if (shape === undefined) throw new Error("no output");
  const root: Expression = { kind: "message", side: "output", type: { kind: "shape", shape } };
  const output = {
    when: new Date(1_500),
    times: [new Date(0), new Date(2_000)],
    big: 12n,
    exact: "1.25",
  };

  it.each<[string, unknown]>([
    ["when", 1.5],
    ["when > `1`", true],
    ["times[-1]", 2],
    ["times[*]", [0, 2]],
    ["times[?@ > `1`] | length(@)", 1],
    ["big + `1`", refused],
    ["big == `12`", true],
    ["exact", 1.25],
    ["max(times)", refused],
  ])("is a number: %s", (text, want) => {
    expect(found(text, output, root)).toEqual(want);
    expect(found(text, {}, root)).not.toBeInstanceOf(Error);
  });
});

/** Texts that must stay texts. */
const hostile = [
  "*/ }); evil(); /*",
  "${evil()}",
  '"; evil(); //',
  "\\",
  "`",
  "\u2028",
  "</script>",
  "__proto__",
];

describe("the code of expressions", () => {
  it("compiles with the strictest settings", async () => {
    const root = typed();
    const paths = fc
      .sample(expressions, { seed: 15, numRuns: 600 })
      .filter((text) => found(text, {}, root) !== refused);
    expect(paths.length).toBeGreaterThan(150);
    const comparators = ["allStringEquals", "anyStringEquals", "stringEquals", "booleanEquals"];
    const acceptors = paths.map((path, index) => {
      const comparator = comparators[index % comparators.length] ?? "";
      const expected = comparator === "booleanEquals" ? "true" : "active";
      return { state: "success", matcher: { output: { path, comparator, expected } } };
    });
    for (const text of hostile) {
      const value = {
        path: `any.${JSON.stringify(text)} == '${text.replaceAll("'", "")}'`,
        expected: text,
      };
      acceptors.push({
        state: "retry",
        matcher: { output: { ...value, comparator: "stringEquals" } },
      });
    }
    const documentation = hostile.join(" ");
    const waitable = { Done: { acceptors, documentation } };
    const traits = { "smithy.waiters#waitable": waitable };
    const given = model({ Do: operation("/do", { output: "Out", traits }), ...shapes });
    const { files } = await generateFrom(given, { client: true });
    const lines = files.get("waiters.ts")?.split("\n") ?? [];
    const errors = compileErrors(files).map((error) => {
      const line = Number(/^waiters\.ts:(\d+)/.exec(error)?.[1]);
      return `${error}\n${lines.slice(line - 3, line + 8).join("\n")}`;
    });
    expect(errors).toEqual([]);
  });
});
