import { describe, expect, it } from "vitest";
import type { Structure } from "../../../codegen/src/ir/ir.js";
import { member, modelOf, simple, structure, type Json } from "../support/models.js";
import { build } from "../support/problems.js";

/** The names of the shapes that lend their code, by the names of those that use it. */
function lenders(members: Record<string, string | Json>, shapes: Record<string, Json> = {}): Json {
  const names = Object.keys(shapes).filter((name) => shapes[name]?.["type"] === "structure");
  const used = Object.fromEntries(names.map((name, index) => [`m${index}`, name]));
  const built = build(modelOf({ ...members, ...used }, shapes));
  return Object.fromEntries(
    built.shapes
      .filter((shape): shape is Structure => shape.kind === "structure")
      .filter(({ name }) => names.includes(name))
      .map(({ name, codec }) => [name, codec.name]),
  );
}

const four = { a: "String", b: "String", c: "String", d: "String" };

describe("structures that are the same on the wire", () => {
  it("share the code of the one with the shortest name, then the first id", () => {
    const shapes = {
      Longer: structure(four),
      Mine: structure(four, { documentation: "Other words." }),
      Also: structure(four),
    };
    expect(lenders({}, shapes)).toEqual({ Longer: "Also", Mine: "Also", Also: "Also" });
  });

  it("have codes of their own where they have fewer than four members", () => {
    const three = { a: "String", b: "String", c: "String" };
    expect(lenders({}, { A: structure(three), B: structure(three) })).toEqual({ A: "A", B: "B" });
  });

  it.each<[string, string | Json]>([
    ["the target", "Integer"],
    ["the name on the wire", member("String", { jsonName: "other" })],
    ["whether it is required", member("String", { required: {} })],
    ["a default", member("String", { default: "" })],
    ["the length", member("String", { length: { max: 1 } })],
    ["the pattern", member("String", { pattern: "a" })],
    ["whether it is sensitive", member("Secret")],
    ["whether it is an idempotency token", member("String", { idempotencyToken: {} })],
    ["the place in HTTP", member("String", { httpHeader: "x-d" })],
    [
      "advice",
      {
        ...member("String"),
        traits: { "smithycodec#advice": { text: { pattern: "a", expected: "be a" } } },
      },
    ],
  ])("have codes of their own where they differ in %s of a member", (_, d) => {
    const shapes = {
      A: structure(four),
      B: structure({ ...four, d }),
      Secret: simple("string", { sensitive: {} }),
    };
    expect(lenders({}, shapes)).toEqual({ A: "A", B: "B" });
  });

  it.each<[string, Json, Json]>([
    ["ranges", { range: { max: 1 } }, { range: { max: 2 } }],
    ["names", { jsonName: "x" }, { jsonName: "y" }],
  ])("have codes of their own where %s differ", (_, one, other) => {
    const shapes = {
      A: structure({ ...four, d: member("Integer", one) }),
      B: structure({ ...four, d: member("Integer", other) }),
    };
    expect(lenders({}, shapes)).toEqual({ A: "A", B: "B" });
  });

  it("have codes of their own where the format of a timestamp differs", () => {
    const shapes = {
      A: structure({ ...four, d: member("Timestamp") }),
      B: structure({ ...four, d: member("Timestamp", { timestampFormat: "date-time" }) }),
      C: structure({ ...four, d: member("Timestamp", { timestampFormat: "date-time" }) }),
    };
    expect(lenders({}, shapes)).toEqual({ A: "A", B: "B", C: "B" });
  });
});
