import { describe, expect, it } from "vitest";
import type { Structure } from "../../codegen/src/ir/ir.js";
import {
  shapeValidator,
  type ShapeValidatorOptions,
} from "../../codegen/src/validate/shape-validator.js";
import {
  enumeration,
  list,
  map,
  member,
  model,
  operation,
  simple,
  structure,
  union,
  type Json,
} from "../codegen/support/models.js";
import { build } from "../codegen/support/problems.js";

/** The issues that JSON of a structure with these members has. */
function issuesOf(
  members: Record<string, string | Json>,
  json: unknown,
  shapes: Record<string, Json> = {},
  options: ShapeValidatorOptions = {},
): string[] {
  const given = model({
    Do: operation("/do", { input: "Thing", output: "Thing" }),
    Thing: structure(members),
    ...shapes,
  });
  const thing = build(given).shapes.find(({ name }) => name === "Thing") as Structure;
  return shapeValidator(thing)(JSON.stringify(json), options).issues.map(
    ({ path, message }) => `${path} ${message.replace(/^.*(?:Member must |Expected )/, "")}`,
  );
}

const intEnum: Json = {
  type: "intEnum",
  members: { A: member("Unit", { enumValue: 1 }), B: member("Unit", { enumValue: 7 }) },
};

describe("the constraints of a member, whatever its type", () => {
  it.each<[string, string | Json, unknown, unknown, Record<string, Json>]>([
    ["string", member("String", { length: { min: 2, max: 3 } }), "ab", "a", {}],
    ["pattern", member("String", { pattern: "^a$" }), "a", "b", {}],
    ["length and pattern", member("String", { pattern: "^a", length: { max: 2 } }), "ab", "ba", {}],
    ["enum", "X", "a", "b", { X: enumeration({ A: "a" }) }],
    ["intEnum", "X", 7, 2, { X: intEnum }],
    ["byte", member("Byte", { range: { min: 1, max: 5 } }), 5, 6, {}],
    ["integer", member("Integer", { range: { min: 1 } }), 1, 0, {}],
    ["long", member("Long", { range: { max: 5 } }), 5, 6, {}],
    ["float", member("Float", { range: { min: 0.5 } }), 0.5, 0.25, {}],
    ["double", member("Double", { range: { max: 0.5 } }), 0.5, 0.75, {}],
    ["bigInteger", member("BigInteger", { range: { min: 1 } }), 1, 0, {}],
    ["bigDecimal", member("BigDecimal", { range: { max: 1.5 } }), 1.5, 1.75, {}],
    ["blob", member("Blob", { length: { min: 2 } }), "YWI=", "YQ==", {}],
    ["list", member("X", { length: { min: 1, max: 2 } }), ["a"], [], { X: list("String") }],
    ["unique list", "X", ["a", "b"], ["a", "a"], { X: list("String", { uniqueItems: {} }) }],
    ["map", member("X", { length: { max: 1 } }), { a: "" }, { a: "", b: "" }, { X: map("String") }],
    [
      "map's keys",
      "X",
      { a: "" },
      { ab: "" },
      { X: map("String", {}, member("String", { length: { max: 1 } })) },
    ],
    ["union", "X", { a: "" }, {}, { X: union({ a: "String", b: "String" }) }],
    ["structure", "X", { a: "" }, {}, { X: structure({ a: member("String", { required: {} }) }) }],
  ])("%s", (_, of, valid, invalid, shapes) => {
    expect(issuesOf({ m: of }, { m: valid }, shapes)).toEqual([]);
    expect(issuesOf({ m: of }, { m: invalid }, shapes)).toHaveLength(1);
    expect(issuesOf({ m: of }, { m: null }, shapes)).toEqual([]);
  });

  it("words what is unknown to an enum by its values", () => {
    expect(issuesOf({ m: "X" }, { m: 2 }, { X: intEnum })).toEqual([
      "/m satisfy enum value set: [1, 7]",
    ]);
    expect(issuesOf({ m: "X" }, { m: "b" }, { X: enumeration({ A: "a" }) })).toEqual([
      "/m satisfy enum value set: [a]",
    ]);
  });

  it("are checked in elements, values and members at any depth", () => {
    const shapes = {
      L: list("Tiny"),
      M: map("L"),
      U: union({ m: "M", s: "S" }),
      S: structure({ u: "U", t: member("Tiny", { required: {} }) }),
      Tiny: simple("string", { length: { max: 1 } }),
    };
    const json = { u: { s: { t: "ab", u: { m: { "a/b": ["a", "ab"] } } } } };
    expect(issuesOf({ u: "U" }, json, shapes).sort()).toEqual([
      "/u/s/t have length less than or equal to 1",
      "/u/s/u/m/a~1b/1 have length less than or equal to 1",
    ]);
  });

  it("do not hold for text that is too long where a pattern is concerned", () => {
    expect(
      issuesOf({ m: member("String", { pattern: "^a$", length: { max: 1 } }) }, { m: "bb" }),
    ).toEqual(["/m have length less than or equal to 1"]);
  });

  it("a sensitive value has no length in its message", () => {
    expect(
      issuesOf(
        { m: "X" },
        { m: "abc" },
        { X: simple("string", { sensitive: {}, length: { max: 1 } }) },
      ),
    ).toEqual(["/m have length less than or equal to 1"]);
  });
});

describe("nulls in collections", () => {
  it("are elements of sparse ones alone", () => {
    const shapes = {
      Dense: list("String"),
      Sparse: list("String", { sparse: {} }),
      DenseMap: map("String"),
      SparseMap: map("String", { sparse: {} }),
      Documents: list("Document"),
    };
    const members = {
      dense: "Dense",
      sparse: "Sparse",
      denseMap: "DenseMap",
      sparseMap: "SparseMap",
      documents: "Documents",
    };
    const json = {
      dense: ["a", null],
      sparse: ["a", null],
      denseMap: { k: null },
      sparseMap: { k: null },
      documents: [null],
    };
    expect(issuesOf(members, json, shapes).map((line) => line.split(" ", 1)[0])).toEqual([
      "/dense/1",
      "/denseMap/k",
    ]);
  });
});

describe("what is required", () => {
  it("is missed, but for what a client makes up as it sends, and what has a default", () => {
    const members = {
      needed: member("String", { required: {} }),
      token: member("String", { required: {}, idempotencyToken: {} }),
      filled: member("Integer", { required: {}, default: 5, range: { max: 9 } }),
    };
    expect(issuesOf(members, {})).toEqual(["/needed not be null"]);
    expect(issuesOf(members, { needed: "", filled: 10 })).toEqual([
      "/filled be less than or equal to 9",
    ]);
  });

  it("goes for defaults as well: they are checked as any value", () => {
    const members = { filled: member("Integer", { default: 5, range: { max: 1 } }) };
    expect(issuesOf(members, {})).toEqual(["/filled be less than or equal to 1"]);
  });
});

describe("timestamps", () => {
  it.each([
    [{}, 1.5, "2020-01-01T00:00:00Z"],
    [{ timestampFormat: "epoch-seconds" }, 1, "1"],
    [{ timestampFormat: "date-time" }, "2020-01-01T00:00:00Z", 1],
    [{ timestampFormat: "http-date" }, "Mon, 16 Dec 2019 23:48:18 GMT", 1],
  ])("are in the format of %j", (traits, valid, invalid) => {
    const members = { m: member("Timestamp", traits) };
    expect(issuesOf(members, { m: valid })).toEqual([]);
    expect(issuesOf(members, { m: invalid })).toHaveLength(1);
  });
});

describe("advice", () => {
  const advised = (advice: Json, target = "String"): Record<string, Json> => ({
    m: { ...member(target), traits: { "smithycodec#advice": advice } },
  });
  const digits = { pattern: "^[0-9]+$", expected: "be digits" };
  const of = (advice: Json, value: unknown, target?: string): string[] =>
    issuesOf(advised(advice, target), { m: value }, { M: map("String") }, { advice: true });

  it("is given on texts, keys, values, and keys that differ in case", () => {
    expect(of({ text: digits }, "a")).toEqual(["/m be digits"]);
    expect(of({ text: digits }, "1")).toEqual([]);
    expect(of({ keys: digits }, { a: "1", 2: "b" }, "M")).toEqual(["/m/a be digits"]);
    expect(of({ values: digits }, { a: "1", 2: "b" }, "M")).toEqual(["/m/2 be digits"]);
    expect(of({ distinctKeys: true }, { a: "1", A: "b" }, "M")).toHaveLength(1);
    expect(of({ distinctKeys: false }, { a: "1", A: "b" }, "M")).toEqual([]);
  });

  it("is not given unless it is asked for", () => {
    for (const options of [{}, { advice: false }, { advice: undefined }]) {
      expect(issuesOf(advised({ text: digits }), { m: "a" }, {}, options)).toEqual([]);
    }
  });
});
