import { runInThisContext } from "node:vm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { requestOf, responseOf } from "./support/messages.js";
import { fromJsonForm } from "../../../scripts/site/playground/values/from-json-form.js";
import {
  formatRequest,
  formatResponse,
  MessageError,
  parseRequest,
  parseResponse,
} from "../../../scripts/site/playground/values/http-message.js";
import { toJsonForm } from "../../../scripts/site/playground/values/json-form.js";
import { printValue } from "../../../scripts/site/playground/values/print-value.js";

const values = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    fc.string({ unit: "grapheme" }),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    fc.bigInt(),
    fc.date({ noInvalidDate: true }),
    fc.uint8Array({ maxLength: 20 }),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(fc.oneof(fc.string(), fc.constant("__proto__")), tie("value"), { maxKeys: 4 }),
  ),
})).value;

test("a printed value is an expression of the same value", () => {
  fc.assert(
    fc.property(values, (value) => {
      // Dictionaries of fast-check may have no prototype, which literals have.
      expect(toJsonForm(runInThisContext(`(${printValue(value)})`))).toEqual(toJsonForm(value));
      expect(Object.prototype).not.toHaveProperty("polluted");
    }),
  );
});

describe("the JSON form of values", () => {
  const shapes = {
    "a#S": {
      kind: "structure",
      members: [
        ["when", "timestamp"],
        ["bytes", "blob"],
        ["big", "bigint"],
        ["exact", "decimal"],
        ["number", "number"],
        ["list", "a#L"],
      ].map(([name = "", type = ""]) => ({ name, type, required: false, docs: "" })),
    },
    "a#L": { kind: "list", item: "timestamp" },
  } as const;

  test("gives the typed value back", () => {
    const typed = {
      when: new Date(1_000),
      bytes: Uint8Array.of(0, 255),
      big: 2n ** 64n,
      exact: "1.50",
      number: Number.NaN,
      list: [new Date(0)],
    };
    const json: unknown = JSON.parse(JSON.stringify(toJsonForm(typed)));
    expect(fromJsonForm(json, "a#S", shapes)).toEqual({ value: typed, problems: [] });
  });

  test("is kept and reported where it is wrong", () => {
    const json = { when: 5, bytes: "§", big: 1.5, list: ["yesterday"], other: 1 };
    const { value, problems } = fromJsonForm(json, "a#S", shapes);
    expect(value).toEqual(json);
    expect(problems.map(({ path }) => path)).toEqual(["/when", "/bytes", "/big", "/list/0"]);
  });
});

describe("messages as text", () => {
  test("requests are read as they were written", () => {
    fc.assert(
      fc.property(requestOf, (request) => {
        expect(parseRequest(formatRequest(request))).toEqual(request);
      }),
    );
  });

  test("responses are read as they were written", () => {
    fc.assert(
      fc.property(responseOf, (response) => {
        expect(parseResponse(formatResponse(response))).toEqual(response);
      }),
    );
  });

  test("JSON is indented without a change of its numbers and texts", () => {
    const body = '{"a":[1.0,12345678901234567890,{}],"b":"x: {, }\\"","c":[]}';
    const text = formatResponse({ statusCode: 200, headers: {}, body });
    const [, shown = ""] = text.split("\n\n");
    expect(shown).toBe(
      '{\n  "a": [\n    1.0,\n    12345678901234567890,\n    {}\n  ],\n  "b": "x: {, }\\"",\n  "c": []\n}',
    );
    expect(JSON.parse(shown)).toEqual(JSON.parse(body));
  });

  test.each(["", "GET", "GET /a b HTTP/1.1", "GET /a\nno header", "GET /a?%zz"])(
    "%j is no request",
    (text) => {
      expect(() => parseRequest(text)).toThrow(MessageError);
    },
  );
});
