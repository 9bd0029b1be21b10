import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scanJson } from "../../../codegen/src/load/scan-json.js";

/** Builds the value of what a scan of its text tells, and checks that offsets go up. */
function rebuild(text: string): unknown {
  const holder: unknown[] = [];
  const open: object[] = [];
  let last = -1;
  const problem = scanJson(text, {
    value: (key, offset) => {
      expect(offset).toBeGreaterThan(last);
      last = offset;
      const first = text[offset] ?? "";
      const value: unknown = first === "{" ? {} : first === "[" ? [] : scalarAt(text, offset);
      const container = open[open.length - 1];
      if (container === undefined) {
        expect(key).toBeUndefined();
        holder.push(value);
      } else {
        expect(typeof key).toBe(Array.isArray(container) ? "number" : "string");
        Object.defineProperty(container, key ?? "", {
          value,
          enumerable: true,
          configurable: true,
          writable: true,
        });
      }
      if (typeof value === "object" && value !== null) open.push(value);
    },
    end: () => {
      expect(open.pop()).toBeDefined();
    },
  });
  expect(problem).toBeUndefined();
  expect(open).toEqual([]);
  expect(holder).toHaveLength(1);
  return holder[0];
}

/** The string, number, boolean or null that begins at an offset. */
function scalarAt(text: string, offset: number): unknown {
  const scalar = /"(?:[^"\\]|\\.)*"|[^\s,\]}]+/sy;
  scalar.lastIndex = offset;
  return JSON.parse(scalar.exec(text)?.[0] ?? "");
}

const ignore = { value: () => undefined, end: () => undefined };

describe("scanJson", () => {
  it("tells all values of a text, each with its name or index, and where each ends", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(0, 1, "\t", "\n "), (json, space) => {
        const text = JSON.stringify(json, undefined, space);
        expect(rebuild(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it.each([
    " \t\r\n1 \t\r\n",
    "[ ]",
    "{ }",
    "[\n]\n",
    '{ "a" : [ 1 , 2 ] , "b" : { } }',
    "[[],[[]],{}]",
    '["\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\uD83D"]',
    "[true,false,null]",
    "[0,-0,1.5,-1.5e10,1E+2,1e-2,10]",
    '{"\\u0061\\n":1}',
  ])("takes %j", (text) => {
    expect(rebuild(text)).toEqual(JSON.parse(text));
  });

  it.each<[text: string, offset: number, expected: string]>([
    ["", 0, "value"],
    ["  ", 2, "value"],
    ["[", 1, "value"],
    ["[1,", 3, "value"],
    ["[,", 1, "value"],
    ["[1,]", 3, "value"],
    ["-", 0, "value"],
    ["+1", 0, "value"],
    [".5", 0, "value"],
    ["nul", 0, "value"],
    ['{"a":', 5, "value"],
    ["{", 1, "name"],
    ["{1:2}", 1, "name"],
    ['{"a":1,', 7, "name"],
    ['{"a":1,}', 7, "name"],
    ['{"a"', 4, '":"'],
    ['{"a" 1}', 5, '":"'],
    ["[1 2]", 3, '"]"'],
    ["[1}", 2, '"]"'],
    ['{"a":1]', 6, '"}"'],
    ["[1", 2, '"]"'],
    ['{"a":1', 6, '"}"'],
    ["01", 1, "end"],
    ["1.", 1, "end"],
    ["1e", 1, "end"],
    ["1 2", 2, "end"],
    ["[]]", 2, "end"],
    ["truefalse", 4, "end"],
    ['"a', 2, "end of a string"],
    ['"', 1, "end of a string"],
    ['"\\', 1, "escape"],
    ['"\\x"', 1, "escape"],
    ['"a\\u12', 2, "escape"],
    ['"\\u12g4"', 1, "escape"],
    ['"\u0000"', 1, "control"],
    ['"\u001f"', 1, "control"],
    ['{"a\n":1}', 3, "control"],
    ["[1,\u000b2]", 3, "value"],
    ["\u00a01", 0, "value"],
  ])("says where %j stops to be JSON, and what should stand there", (text, offset, expected) => {
    expect(() => {
      JSON.parse(text);
    }).toThrow();
    const problem = scanJson(text, ignore);
    expect(problem?.offset).toBe(offset);
    expect(problem?.reason).toContain(expected);
    expect(problem?.reason.includes("found the end of the text")).toBe(offset === text.length);
  });

  it("takes a space and DEL in strings, which are no control characters of JSON", () => {
    expect(rebuild('"\u0020\u007f\u0080\u2028"')).toBe("\u0020\u007f\u0080\u2028");
  });
});
