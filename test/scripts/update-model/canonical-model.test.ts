import { describe, expect, it } from "vitest";
import { canonicalModel, modelText } from "../../../scripts/update-model/canonical-model.js";
import type { Ast, JsonObject } from "../../../scripts/update-model/json-ast.js";
import { serviceClosure } from "../../../scripts/update-model/service-closure.js";

const prose = (text: string): JsonObject => ({ traits: { "smithy.api#documentation": text } });

const published: Ast = {
  smithy: "2.0",
  metadata: { suppressions: [] },
  shapes: {
    "a#Unused": { type: "string" },
    "a#Other": { type: "service", operations: [] },
    "a#B": {
      type: "structure",
      members: { z: { target: "a#Z", ...prose("theirs") }, a: { target: "smithy.api#String" } },
      ...prose("theirs"),
    },
    "a#Z": { type: "list", member: { target: "a#Mixed" } },
    "a#Mixed": { type: "structure", mixins: [{ target: "a#Mixin" }], members: {} },
    "a#Mixin": { type: "structure", members: {}, traits: { "smithy.api#mixin": {} } },
    "a#Do": {
      type: "operation",
      input: { target: "a#B" },
      errors: [{ target: "a#Y" }, { target: "a#X" }],
      traits: {
        "smithy.api#http": { method: "GET", uri: "/" },
        "smithy.api#examples": [],
        "aws.x#y": { target: "a#Unused" },
      },
    },
    "a#X": { type: "structure", members: {} },
    "a#Y": { type: "structure", members: {} },
    "a#R": { type: "resource", identifiers: { id: { target: "a#Id" } }, read: { target: "a#Do" } },
    "a#Id": { type: "string" },
    "a#Service": { type: "service", version: "1", resources: [{ target: "a#R" }] },
  },
};

const earlier: Ast = {
  smithy: "2.0",
  shapes: {
    "a#Old": { type: "service", ...prose("our service") },
    "a#B": {
      type: "structure",
      members: { z: { target: "a#Z", ...prose("our z") } },
      ...prose("our B"),
    },
  },
};

describe("the closure of a service", () => {
  it("has what operations and resources refer to, and nothing that only traits name", () => {
    expect([...serviceClosure(published, "a#Service")].sort()).toEqual(
      ["B", "Do", "Id", "Mixed", "Mixin", "R", "Service", "X", "Y", "Z"].map((name) => `a#${name}`),
    );
  });
});

describe("the canonical model", () => {
  const model = canonicalModel(published, "a#Service", { model: earlier, service: "a#Old" });

  it("begins with the service, and has the other shapes sorted", () => {
    const ids = Object.keys(model.shapes);
    expect(ids[0]).toBe("a#Service");
    expect(ids.slice(1)).toEqual(ids.slice(1).toSorted());
  });

  it("keeps the order of members, which Smithy's diff tool compares", () => {
    expect(Object.keys(model.shapes["a#B"]?.["members"] ?? {})).toEqual(["z", "a"]);
  });

  it("has our documentation in place of the published one, also of a renamed service", () => {
    expect(model.shapes["a#B"]).toMatchObject({
      ...prose("our B"),
      members: { z: prose("our z") },
    });
    expect(model.shapes["a#Service"]).toMatchObject(prose("our service"));
    expect(modelText(model)).not.toMatch(/theirs|examples/);
  });

  it("is the same for any order of shapes, traits and references", () => {
    const shuffled: Ast = {
      shapes: Object.fromEntries(
        Object.entries(published.shapes)
          .reverse()
          .map(([id, shape]) => [id, Object.fromEntries(Object.entries(shape))]),
      ),
      metadata: published.metadata ?? {},
      smithy: published.smithy,
    };
    const again = canonicalModel(shuffled, "a#Service", { model: earlier, service: "a#Old" });
    expect(modelText(again)).toBe(modelText(model));
  });

  it("is a fixed point: what is committed does not change by taking it again", () => {
    const again = canonicalModel(model, "a#Service", { model, service: "a#Service" });
    expect(modelText(again)).toBe(modelText(model));
  });
});
