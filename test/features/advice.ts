import { expect } from "vitest";
import { functionOf } from "../codegen/support/generated.js";
import { map, member, modelOf } from "../codegen/support/models.js";
import type { Feature } from "./support/feature.js";
import { check, request } from "./support/wants.js";

const advised = (target: string, advice: object): ReturnType<typeof member> =>
  member(target, { "smithycodec#advice": advice });
const form = (pattern: string, expected: string): object => ({ pattern, expected });

/** Everything that is advised of the members of a value, as pairs of path and message. */
function adviceOf(exports: Record<string, unknown>, value: object): unknown[] {
  const result = functionOf(exports, "validateThing")(value, { advice: true }) as {
    readonly issues?: readonly { path: string; constraint: string; message: string }[];
  };
  const issues = result.issues ?? [];
  expect(issues.every(({ constraint }) => constraint === "advice")).toBe(true);
  return issues.map(({ path, message }) => [path, message]);
}

function said(path: string, expected: string): [string, string] {
  return [path, `Value at '${path}' failed to satisfy constraint: Member must ${expected}`];
}

/** Forms that are documented in prose alone: of texts, and of the keys and values of maps. */
export const feature: Feature = {
  given: modelOf(
    {
      text: advised("String", { text: form("^t", "begin with t") }),
      keys: advised("Texts", { keys: form("^k", "have a key that begins with k") }),
      values: advised("Texts", { values: form("^v", "begin with v") }),
      names: advised("Texts", { distinctKeys: true }),
      all: advised("Texts", {
        keys: form("^k", "have a key that begins with k"),
        values: form("^v", "begin with v"),
        distinctKeys: true,
      }),
      plain: "String",
    },
    { Texts: map("String") },
  ),
  want: [
    request("Do", { text: "x", keys: { x: "x" } }, "POST /do", {
      headers: { "content-type": "application/json" },
      body: { text: "x", keys: { x: "x" } },
    }),
    check("nothing is said of values that have the forms, or are not there", (exports) => {
      const value = {
        text: "t",
        keys: { k: "x" },
        values: { x: "v" },
        names: { a: "", b: "" },
        all: { k: "v", ka: "v" },
        plain: "x",
      };
      expect(adviceOf(exports, value)).toEqual([]);
      expect(adviceOf(exports, {})).toEqual([]);
      expect(adviceOf(exports, { keys: {}, values: {}, names: {}, all: {} })).toEqual([]);
    }),
    check("nothing is said unless it is asked for", (exports) => {
      const value = { text: "x", keys: { x: "" }, values: { x: "" }, names: { a: "", A: "" } };
      for (const options of [undefined, {}, { advice: false }])
        expect(functionOf(exports, "validateThing")(value, options)).toEqual({ ok: true, value });
    }),
    check("a text is said to have another form", (exports) => {
      expect(adviceOf(exports, { text: "x" })).toEqual([said("/text", "begin with t")]);
      expect(adviceOf(exports, { text: "" })).toEqual([said("/text", "begin with t")]);
    }),
    check("each key and each value is said to have another form", (exports) => {
      expect(adviceOf(exports, { keys: { x: "", k: "", y: "" } })).toEqual([
        said("/keys/x", "have a key that begins with k"),
        said("/keys/y", "have a key that begins with k"),
      ]);
      expect(adviceOf(exports, { values: { a: "x", b: "v", c: "" } })).toEqual([
        said("/values/a", "begin with v"),
        said("/values/c", "begin with v"),
      ]);
      expect(adviceOf(exports, { all: { x: "y" } })).toEqual([
        said("/all/x", "have a key that begins with k"),
        said("/all/x", "begin with v"),
      ]);
    }),
    check("keys that differ only in case are reported", (exports) => {
      const expected = "have a key that is unique regardless of case";
      expect(adviceOf(exports, { names: { a: "", A: "", b: "", É: "", é: "" } })).toEqual([
        said("/names/A", expected),
        said("/names/é", expected),
      ]);
      expect(adviceOf(exports, { values: { a: "v", A: "v" } })).toEqual([]);
    }),
    check("a value of another type is a mismatch, and nothing is advised of it", (exports) => {
      const validate = functionOf(exports, "validateThing");
      expect(validate({ text: 5, keys: "x", values: { a: 5 } }, { advice: true })).toMatchObject({
        issues: [
          { path: "/keys", constraint: "type" },
          { path: "/text", constraint: "type" },
          { path: "/values/a", constraint: "type" },
        ],
      });
    }),
  ],
};
