import { describe, expect, it } from "vitest";
import type { Documentation, Structure } from "../../../codegen/src/ir/ir.js";
import { modelOf, structure, type Json } from "../support/models.js";
import { build } from "../support/problems.js";

function documentationOf(traits: Json): Documentation {
  const { shapes } = build(modelOf({ a: "X" }, { X: structure({}, traits) }));
  return (shapes.find(({ name }) => name === "X") as Structure).documentation;
}

const none = {
  text: "",
  deprecated: undefined,
  since: undefined,
  internal: false,
  unstable: false,
  links: [],
};

describe("documentation", () => {
  it.each<[traits: Json, wanted: Partial<Documentation>]>([
    [{}, {}],
    [{ documentation: "<p>Text.</p>" }, { text: "<p>Text.</p>" }],
    [{ since: "1.2" }, { since: "1.2" }],
    [{ internal: {} }, { internal: true }],
    [{ unstable: {} }, { unstable: true }],
    [{ deprecated: { message: "Old." } }, { deprecated: "Old." }],
    [{ deprecated: { message: "Old.", since: "3" } }, { deprecated: "Old. Since 3." }],
    [
      { externalDocumentation: { B: "https://b.example", A: "https://a.example", C: 5 } },
      {
        links: [
          ["A", "https://a.example"],
          ["B", "https://b.example"],
        ],
      },
    ],
    [{ externalDocumentation: null }, {}],
    [{ externalDocumentation: "https://a.example" }, {}],
  ])("of %j", (traits, wanted) => {
    expect(documentationOf(traits)).toEqual({ ...none, ...wanted });
  });

  it("says that something is deprecated also where the model does not say why", () => {
    expect(documentationOf({ deprecated: {} }).deprecated).toMatch(/\S/);
    expect(documentationOf({ deprecated: { since: "3", message: 5 } }).deprecated).toMatch(
      /^\S.* Since 3\.$/,
    );
  });
});
