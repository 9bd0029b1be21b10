import { describe, expect, it } from "vitest";
import { mergeConstraints } from "../../../codegen/src/ir/constraints.js";
import { modelOf, simple } from "../support/models.js";
import { warningsOf } from "../support/problems.js";

describe("constraints", () => {
  it("are no reason for a warning where they can be checked", () => {
    const traits = { length: { min: 1, max: 5 }, pattern: "^[a-z]+$" };
    expect(warningsOf(modelOf({ a: "X" }, { X: simple("string", traits) }))).toEqual([]);
  });

  it("of a member replace those of its target, trait by trait (Smithy 2.0, Constraint traits)", () => {
    const one = { min: 1, max: undefined };
    const other = { min: 2, max: 3 };
    const none = { length: undefined, range: undefined, pattern: undefined };
    expect(
      mergeConstraints({ ...none, length: one, range: one }, { ...none, range: other }),
    ).toEqual({ length: one, range: other, pattern: undefined });
    expect(mergeConstraints(none, { ...none, length: other })).toEqual({ ...none, length: other });
  });
});
