import { describe, expect, it } from "vitest";
import { diffModels } from "../../../../codegen/src/diff/diff-models.js";
import type { Change } from "../../../../codegen/src/diff/change.js";
import { bytesOf, type Json } from "../../support/models.js";
import { example } from "./example.js";
import { edited, gone, linesOf, reportOf, type Edits } from "./pair.js";

const required = { "smithy.api#required": {} };
const base: Edits = {
  Base: {
    type: "structure",
    members: { mixed: { target: "smithy.api#String" } },
    traits: { "smithy.api#mixin": {} },
  },
};

/** The change at a place, with its models printed with a line for each key. */
function changeAt(place: string, edits: Edits, before: Edits = {}): Change | undefined {
  const old = edited(example, before);
  const fileOf = (name: string, model: Json): { name: string; bytes: Uint8Array } => ({
    name,
    bytes: bytesOf(JSON.stringify(model, undefined, 2)),
  });
  const { changes } = diffModels(
    { models: [fileOf("old.json", old)] },
    { models: [fileOf("new.json", edited(old, edits))] },
  );
  return changes.find((change) => change.place === place);
}

describe("the location of a change", () => {
  it("is that of a member, with its line and column", () => {
    const edits = { "In/members/text/traits": required };
    const text = JSON.stringify(edited(example, edits), undefined, 2).split("\n");
    const change = changeAt("t#In$text", edits);
    const { line = 0, column = 0 } = change?.location ?? {};
    expect(change?.location).toMatchObject({
      file: "new.json",
      pointer: "/shapes/t#In/members/text",
    });
    expect(text[line - 1]?.slice(column - 1)).toBe('"text": {');
    expect(
      text
        .slice(0, line - 1)
        .join("\n")
        .lastIndexOf('"t#In": {'),
    ).toBeGreaterThan(0);
  });

  it("is in the earlier file for a shape and a member that are gone", () => {
    expect(changeAt("t#unused", { unused: gone })?.location).toMatchObject({
      file: "old.json",
      pointer: "/shapes/t#unused",
    });
    expect(changeAt("t#Out$texts", { "Out/members/texts": gone })?.location).toMatchObject({
      file: "old.json",
      pointer: "/shapes/t#Out/members/texts",
    });
  });

  it("is that of the structure for a member that it inherits from a mixin", () => {
    const change = changeAt(
      "t#Out$mixed",
      { "Base/members/mixed/traits": required },
      { ...base, "Out/mixins": [{ target: "t#Base" }] },
    );
    expect(change?.location).toMatchObject({ file: "new.json", pointer: "/shapes/t#Out" });
  });

  it("is in the later file for a member that moved to a mixin", () => {
    const change = changeAt(
      "t#Out$mixed",
      {
        "Base/members/mixed/traits": required,
        "Out/members/mixed": gone,
        "Out/mixins": [{ target: "t#Base" }],
      },
      { ...base, "Out/members/mixed": { target: "smithy.api#String" } },
    );
    expect(change?.location).toMatchObject({ file: "new.json", pointer: "/shapes/t#Out" });
  });
});

it("reports nothing but the id of the service where everything is in another namespace", () => {
  const moved = JSON.parse(JSON.stringify(example).replaceAll('"t#', '"u#')) as Json;
  const report = diffModels(
    { models: [{ name: "old.json", bytes: bytesOf(example) }] },
    { models: [{ name: "new.json", bytes: bytesOf(moved) }] },
  );
  expect(linesOf(report)).toEqual([
    "compatible patch Service.id u#Service: shape id of the service changed from t#Service to u#Service. It is not on the wire; commands that name it must change.",
  ]);
});

it("reports nothing where shapes are in another order", () => {
  const shapes = Object.entries(example["shapes"] as Json).reverse();
  const after = { "/shapes": Object.fromEntries(shapes) };
  expect(linesOf(reportOf({ title: "", edits: after, want: [] }))).toEqual([]);
});
