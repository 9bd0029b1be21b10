import { describe, expect, it } from "vitest";
import { checkAdvice, checkAdvisedMembers } from "../../../codegen/runtime/check/advice.js";
import type { Advice } from "../../../codegen/runtime/types.js";
import { toPointer } from "../../../codegen/runtime/values/path.js";
import { finishValidation, startValidation } from "../../../codegen/runtime/check/validation.js";

const digits = { pattern: /^\d+$/, expected: "be digits" };
const letters = { pattern: /^[a-z]+$/i, expected: "be letters" };

function issuesOf(value: unknown, advice: Advice): string[] {
  const here = startValidation(undefined);
  checkAdvice(value, here, "m", advice);
  const result = finishValidation(here, value);
  if (result.ok) return [];
  return result.issues.map(({ path, constraint, expected, received }) => {
    expect(constraint).toBe("advice");
    expect(received).not.toBe("");
    return `${path} ${expected}`;
  });
}

describe("advice", () => {
  it.each<[name: string, value: unknown, advice: Advice, issues: string[]]>([
    ["text of the form", "12", { text: digits }, []],
    ["text in another format", "1a", { text: digits }, ["/m be digits"]],
    ["text without advice about it", "1a", { keys: digits, values: digits }, []],
    ["keys", { a: "1", 2: "b" }, { keys: letters }, ["/m/2 be letters"]],
    ["values", { a: "1", 2: "b" }, { values: digits }, ["/m/2 be digits"]],
    [
      "keys and values",
      { 1: "a" },
      { keys: letters, values: digits },
      ["/m/1 be letters", "/m/1 be digits"],
    ],
    ["values that are not text", { a: 1, b: null, c: {} }, { values: digits }, []],
    ["advice about text in a map", { a: "b" }, { text: digits }, []],
    ["nothing", undefined, { text: digits, keys: digits, values: digits, distinctKeys: true }, []],
    ["null", null, { text: digits, keys: digits, values: digits, distinctKeys: true }, []],
    ["a list", ["a"], { text: digits, keys: letters, values: digits }, []],
  ])("%s", (_, value, advice, issues) => {
    expect(issuesOf(value, advice)).toEqual(issues);
  });

  it("is that keys differ in more than case, where that is asked for", () => {
    const map = { A: "1", b: "2", a: "3", aa: "4" };
    expect(issuesOf(map, { distinctKeys: true })).toEqual([
      expect.stringMatching(/^\/m\/a have a key .* case$/),
    ]);
    expect(issuesOf(map, { distinctKeys: false })).toEqual([]);
    expect(issuesOf(map, {})).toEqual([]);
    expect(issuesOf({ a: "1", b: "2" }, { distinctKeys: true })).toEqual([]);
  });

  it("is given only where it is asked for, about the members of that name", () => {
    const value = { a: "x", b: "y", constructor: "z" };
    const advised = {
      b: { text: digits },
      constructor: { text: digits },
      toString: { text: digits },
    };
    for (const [advice, paths] of [
      [true, ["/b", "/constructor"]],
      [false, undefined],
      [undefined, undefined],
    ] as const) {
      const here = startValidation({ advice });
      checkAdvisedMembers(value, here, advised);
      expect(here.context.found?.map(({ path }) => toPointer(path))).toEqual(paths);
    }
  });
});
