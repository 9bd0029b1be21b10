import { beforeAll, describe, expect, it } from "vitest";
import { functionOf, importModel, operationOf, type Exports } from "../support/generated.js";
import { member, model, operation, structure } from "../support/models.js";

const given = model({
  Do: operation("/do", { input: "In", output: "Out" }),
  Same: operation("/same", { input: "validateInput", output: "validateInput" }),
  Nothing: operation("/nothing"),
  Empty: operation("/empty", { input: "Hollow" }),
  In: structure({ name: member("String", { required: {}, length: { min: 2 } }) }),
  Out: structure({ a: "String" }),
  validateInput: structure({ b: "String" }),
  Hollow: structure({}),
});

let exported: Exports;
beforeAll(async () => {
  exported = await importModel("operation-module", given);
});

const functions = [
  "deserializeRequest",
  "deserializeResponse",
  "serializeRequest",
  "serializeResponse",
];

describe("the namespace of an operation", () => {
  it.each([
    ["Do", [...functions, "validateInput"]],
    ["Same", [...functions, "validateInput"]],
    ["Nothing", functions],
  ])("%s has its functions and nothing else", (name, want) => {
    expect(Object.keys(operationOf(exported, name)).sort()).toEqual(want);
  });

  it.each<[string, string, unknown]>([
    ["Do", "validateIn", { name: "abc" }],
    ["Do", "validateIn", { name: "a" }],
    ["Do", "validateIn", { other: 1 }],
    ["Do", "validateIn", undefined],
    ["Same", "validatevalidateInput", { b: 1 }],
    ["Empty", "validateHollow", []],
  ])("%s validates its input as %s does: %j", (name, validator, value) => {
    const validate = functionOf(exported, validator);
    for (const options of [undefined, { unknownMembers: "report" }, { maxIssues: 1 }]) {
      const result = operationOf(exported, name).validateInput(value, options);
      expect(result).toEqual(validate(value, options));
    }
  });

  it("refuses what violates a constraint of its input", () => {
    expect(operationOf(exported, "Do").validateInput({ name: "a" })).toMatchObject({
      ok: false,
      issues: [{ path: "/name", constraint: "length" }],
    });
  });
});
