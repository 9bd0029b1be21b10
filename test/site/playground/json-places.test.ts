import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  contextAt,
  pathAt,
  rangeOfPointer,
} from "../../../scripts/site/playground/text/json-places.js";
import { rangeAtLine } from "../../../scripts/site/playground/text/line-range.js";

const pointerOf = (path: readonly (string | number)[]): string =>
  path.map((key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");

/** All paths of a JSON value, with the values. */
function* pathsOf(
  value: unknown,
  path: readonly (string | number)[] = [],
): Generator<[readonly (string | number)[], unknown]> {
  yield [path, value];
  if (typeof value !== "object" || value === null) return;
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  for (const [key, item] of entries) yield* pathsOf(item, [...path, key]);
}

describe("the range of a JSON pointer", () => {
  test("is the text of a scalar, and the bracket of a container, in any JSON", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(undefined, 2), (value, indent) => {
        const text = JSON.stringify(value, undefined, indent);
        for (const [path, item] of pathsOf(JSON.parse(text))) {
          const { from, to } = rangeOfPointer(text, pointerOf(path));
          const isContainer = typeof item === "object" && item !== null;
          const found = text.slice(from, to);
          if (isContainer) expect(found).toBe(Array.isArray(item) ? "[" : "{");
          else expect(JSON.parse(found)).toBe(item);
          expect(pathAt(text, from)).toEqual(path);
        }
      }),
    );
  });

  test.each([
    ["a missing member", '{"a": {"b": 1}}', "/a/c", [6, 7]],
    ["the last of two members of one name", '{"a": 1, "a": 2}', "/a", [14, 15]],
    ["an escaped name", '{"a\\u0062": 1}', "/ab", [12, 13]],
    ["an empty text", "", "/a", [0, 0]],
    ["what is before a mistake", '{"a": 1, "b": }', "/a", [6, 7]],
  ])("of %s", (_, text, pointer, [from, to]) => {
    expect(rangeOfPointer(text, pointer)).toEqual({ from, to });
  });
});

describe("what can be completed", () => {
  // The bar is the cursor.
  test.each([
    ['{"a": 1, |}', "key", [], ["a"]],
    ['{"a": 1, "b|"}', "key", [], ["a"]],
    ['{"a": {"b": 1, x|}}', "key", ["a"], ["b"]],
    ['{"a": |}', "value", ["a"], []],
    ['{"a": "x|"}', "value", ["a"], []],
    ['{"a": [1, |]}', "value", ["a", 1], []],
    ["{|", "key", [], []],
    ["|", "value", [], []],
  ])("at %s", (marked, kind, path, present) => {
    const offset = marked.indexOf("|");
    expect(contextAt(marked.replace("|", ""), offset)).toMatchObject({ kind, path, present });
  });

  test.each(['{"a": 1 |}', "{} |", '{"a" |: 1}'])("is nothing at %s", (marked) => {
    expect(contextAt(marked.replace("|", ""), marked.indexOf("|"))).toBeUndefined();
  });
});

test("a line and a column give the word that is there", () => {
  const text = "structure A {\n    b: Missing\n}";
  const { from, to } = rangeAtLine(text, 2, 8);
  expect(text.slice(from, to)).toBe("Missing");
  expect(rangeAtLine(text, 9, 9)).toEqual({ from: text.length, to: text.length });
});
