import { describe, expect, it } from "vitest";
import type { Structure } from "../../../codegen/src/ir/ir.js";
import { member, modelOf, type Json } from "../support/models.js";
import { build, errorsOf } from "../support/problems.js";

const withAdvice = (advice: unknown): Json =>
  modelOf({ a: { ...member("String"), traits: { "smithycodec#advice": advice } } });

function adviceOf(advice: unknown): unknown {
  const thing = build(withAdvice(advice)).shapes.find(({ name }) => name === "Thing") as Structure;
  return thing.members[0]?.advice;
}

describe("advice", () => {
  it("has forms of texts, keys and values, and says whether keys differ in more than case", () => {
    const form = (letter: string): Json => ({ pattern: `^${letter}$`, expected: `be ${letter}` });
    expect(
      adviceOf({ text: form("t"), keys: form("k"), values: form("v"), distinctKeys: true }),
    ).toMatchObject({
      text: { pattern: { source: "^t$" }, expected: "be t" },
      keys: { pattern: { source: "^k$" }, expected: "be k" },
      values: { pattern: { source: "^v$" }, expected: "be v" },
      distinctKeys: true,
    });
    expect(adviceOf({})).toEqual({
      text: undefined,
      keys: undefined,
      values: undefined,
      distinctKeys: false,
    });
    expect(adviceOf({ distinctKeys: "yes" })).toMatchObject({ distinctKeys: false });
  });

  it("is none where the trait is not there", () => {
    const thing = build(modelOf({ a: "String" })).shapes.find(({ name }) => name === "Thing");
    expect((thing as Structure).members[0]?.advice).toBeUndefined();
  });

  it.each<[advice: unknown, want: RegExp]>([
    ["text", /smithycodec#advice .*object/],
    [[], /smithycodec#advice .*object/],
    [null, /smithycodec#advice .*object/],
    [{ txt: {} }, /smithycodec#advice .*property "txt".* text, keys, values, distinctKeys/],
    [{ text: "a" }, /smithycodec#advice .*"pattern".*"expected"/],
    [{ keys: { pattern: "a" } }, /smithycodec#advice .*"pattern".*"expected"/],
    [{ values: { expected: "a" } }, /smithycodec#advice .*"pattern".*"expected"/],
    [{ text: { pattern: "(", expected: "a" } }, /smithycodec#advice .*"pattern".*"expected"/],
    [{ text: { pattern: 5, expected: "a" } }, /smithycodec#advice .*"pattern".*"expected"/],
    [{ text: { pattern: "a", expected: 5 } }, /smithycodec#advice .*"pattern".*"expected"/],
  ])("%j is refused", (advice, want) => {
    const errors = errorsOf(() => build(withAdvice(advice)));
    expect(errors).toEqual([expect.stringMatching(want)]);
    expect(errors[0]).toMatch(/^model\.json: test#Thing\$a: /);
  });
});
