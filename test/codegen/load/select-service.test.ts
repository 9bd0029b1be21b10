import { describe, expect, it } from "vitest";
import { model, operation, type Json } from "../support/models.js";
import { build, errorsOf } from "../support/problems.js";

const target = (name: string): Json => ({ target: `test#${name}` });

describe("a service that is not there", () => {
  it("is reported with those that are", () => {
    const of = (given: Json): string =>
      errorsOf(() => build(given, { service: "Elsewhere" })).join();
    expect(of({ smithy: "2.0", shapes: {} })).toMatch(/^model\.json: Elsewhere: .*\bnone\b/);
    const two = model({ Other: { type: "service", version: "1" } });
    expect(of(two)).toMatch(/^model\.json: Elsewhere: .*test#Other, test#Weather/);
  });
});

describe("operations of a service", () => {
  it("are each found once, by whatever ways, and sorted by name", () => {
    const given = model(
      {
        B: operation("/b"),
        A: operation("/a"),
        One: { type: "resource", operations: [target("A")], resources: [target("Two")] },
        Two: { type: "resource", read: target("B"), resources: [target("One")] },
      },
      { operations: [target("B")], resources: [target("One"), target("Two")] },
    );
    expect(build(given).operations.map(({ name }) => name)).toEqual(["A", "B"]);
  });

  it("and resources that are of another type are reported where they are named", () => {
    const given = model(
      { A: operation("/a"), R: { type: "resource", operations: [target("R")] } },
      { operations: [target("R")], resources: [target("A"), target("R")] },
    );
    expect(errorsOf(() => build(given)).sort()).toEqual([
      expect.stringMatching(/^model\.json: test#R: .*test#R.* resource.* an operation$/),
      expect.stringMatching(/^model\.json: test#Weather: .*test#A.* operation.* a resource$/),
      expect.stringMatching(/^model\.json: test#Weather: .*test#R.* resource.* an operation$/),
    ]);
  });
});
