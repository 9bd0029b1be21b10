import { describe, expect, it } from "vitest";
import { functionOf, importModel, type Exports } from "../codegen/support/generated.js";
import {
  list,
  map,
  member,
  model,
  operation,
  structure,
  union,
} from "../codegen/support/models.js";

const exports: Exports = await importModel(
  "unknown-members",
  model({
    Do: operation("/do", { input: "Tree", output: "Streamed", errors: ["Oops"] }),
    Tree: structure({
      Name: member("String", { jsonName: "name" }),
      Child: "Tree",
      Children: "Trees",
      ByKey: "TreesByKey",
      Choice: "Choice",
      Any: "Document",
      Sparse: "Gaps",
    }),
    Trees: list("Tree"),
    Gaps: list("Tree", { sparse: {} }),
    TreesByKey: map("Tree"),
    Choice: union({ Tree: "Tree", Text: "String" }),
    Streamed: structure({ Body: member("Bytes", { httpPayload: {}, required: {} }) }),
    Bytes: { type: "blob", traits: { "smithy.api#streaming": {} } },
    Oops: structure({ Message: "String" }, { error: "client" }),
  }),
);

interface Result {
  readonly value?: unknown;
  readonly issues?: readonly { readonly path: readonly unknown[]; readonly message: string }[];
}

/** Validates by a schema, and reports unknown members if asked to. */
function validate(name: string, json: unknown, libraryOptions?: object): Result {
  const schema = exports[name] as {
    readonly "~standard": { readonly validate: (json: unknown, options?: object) => Result };
  };
  return schema["~standard"].validate(json, { libraryOptions });
}

const report = { unknownMembers: "report" };

describe("members that the model does not have", () => {
  const json = {
    Name: "the name in memory is none on the wire",
    name: "a",
    Child: { more: 1, Child: { other: null } },
    Children: [{}, { x: 1 }],
    ByKey: { "a/b": { y: 1 } },
    Choice: { Tree: { z: 1 } },
    Sparse: [null, { w: 1 }],
    Any: { anything: { goes: 1 } },
    ["__proto__x"]: 1,
  };

  it("are passed over unless asked for", () => {
    expect(validate("TreeSchema", json).issues).toBeUndefined();
  });

  it("are reported at every depth, by their way through the JSON", () => {
    const { issues = [] } = validate("TreeSchema", json, report);
    expect(issues.map(({ path }) => path)).toEqual([
      ["Name"],
      ["Child", "more"],
      ["Child", "Child", "other"],
      ["Children", 1, "x"],
      ["ByKey", "a/b", "y"],
      ["Choice", "Tree", "z"],
      ["Sparse", 1, "w"],
      ["__proto__x"],
    ]);
    expect(issues[0]?.message).toBe(
      "Value at '/Name' failed to satisfy constraint: Member must be defined by the model",
    );
  });

  it("are reported beside what could not be read", () => {
    const { issues = [] } = validate("TreeSchema", { name: 5, Child: [], more: 1 }, report);
    expect(issues.map(({ path }) => path)).toEqual([["Child"], ["name"], ["more"]]);
  });

  it("count among the issues that are described", () => {
    const many = Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`m${index}`, 1]));
    expect(validate("TreeSchema", many, report).issues).toHaveLength(101);
  });

  it("are no issue in an error, which has its code beside its members", () => {
    expect(validate("OopsSchema", { __type: "Oops", code: 5, Message: "m" }, report)).toEqual({
      value: { Message: "m" },
    });
  });

  it("never exhaust the stack", () => {
    let deep: object = { more: 1 };
    for (let depth = 0; depth < 100_000; depth++) deep = { Child: deep };
    expect(validate("TreeSchema", deep, report).issues).toHaveLength(1);
  });
});

describe("a stream, which JSON cannot hold", () => {
  it("is not missed there, though it is required", () => {
    expect(validate("StreamedSchema", {})).toEqual({ value: {} });
  });

  it("is missed in memory", () => {
    expect(functionOf(exports, "validateStreamed")({})).toMatchObject({
      issues: [{ path: "/Body", constraint: "required" }],
    });
  });

  it("is an unknown member of JSON", () => {
    const { issues = [] } = validate("StreamedSchema", { Body: "AA==" }, report);
    expect(issues.map(({ path }) => path)).toEqual([["Body"]]);
  });
});
