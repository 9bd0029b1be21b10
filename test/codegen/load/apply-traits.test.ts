import { describe, expect, it } from "vitest";
import type { AstShape, Traits } from "../../../codegen/src/load/ast.js";
import {
  enumeration,
  list,
  map,
  member,
  model,
  named,
  simple,
  structure,
  union,
  type Json,
} from "../support/models.js";
import { errorsOf, load } from "../support/problems.js";

const shapes: Record<string, Json> = {
  Structure: structure({ a: "String", b: "String" }),
  Union: union({ a: "String", b: "String" }),
  Enum: enumeration({ a: "a", b: "b" }),
  IntEnum: {
    type: "intEnum",
    members: {
      a: member("Unit", { enumValue: 1 }),
      b: member("Unit", { enumValue: 2 }),
    },
  },
  List: list("String"),
  Set: { ...list("String"), type: "set" },
  Map: map("String"),
  Text: simple("string", { documentation: "before" }),
};

/** The traits of a shape or member once others are applied to `id`. */
function applied(id: string, traits: Json): AstShape | undefined {
  const given = model({ ...shapes, [id]: { type: "apply", traits: named(traits) } });
  return load(given).model.shapes.get(`test#${id.split("$", 1)[0] ?? ""}`);
}

/** The traits of all members of a shape. */
function memberTraits(shape: AstShape | undefined): Record<string, Traits> {
  if (shape === undefined) throw new Error("there is no such shape");
  if ("members" in shape) {
    return Object.fromEntries([...shape.members].map(([name, { traits }]) => [name, traits]));
  }
  if ("member" in shape) return { member: shape.member.traits };
  return "key" in shape ? { key: shape.key.traits, value: shape.value.traits } : {};
}

describe("traits are applied to the member that is named, and no other", () => {
  const sorts = [
    ...["Structure", "Union"].flatMap((name) => [`${name}$a`, `${name}$b`]),
    ...["List$member", "Set$member", "Map$key", "Map$value"],
  ];

  it.each(sorts)("%s", (id) => {
    const [, name = ""] = id.split("$");
    const found = memberTraits(applied(id, { documentation: "D" }));
    const others = Object.keys(found).filter((other) => other !== name);
    expect(found[name]).toEqual(named({ documentation: "D" }));
    for (const other of others) expect(found[other]).toEqual({});
  });

  it.each(["Enum$a", "IntEnum$b"])("%s, which keeps its value", (id) => {
    const [, name = ""] = id.split("$");
    const traits = memberTraits(applied(id, { documentation: "D" }));
    expect(Object.keys(traits)).toEqual(["a", "b"]);
    expect(traits[name]).toHaveProperty(["smithy.api#enumValue"]);
    expect(traits[name]).toHaveProperty(["smithy.api#documentation"], "D");
  });

  it.each([
    ...["Structure$c", "Union$c", "Enum$c", "List$a", "List$key", "Set$value", "Map$member"],
    ...["Map$a", "Text$a", "Weather$a"],
  ])("%s is refused: there is none", (id) => {
    expect(errorsOf(() => applied(id, { documentation: "D" }))).toEqual([
      `model.json: test#${id}: cannot apply traits: the shape has no such member`,
    ]);
  });

  it("a shape keeps its other traits", () => {
    const overlay = (traits: Json): Json => ({
      smithy: "2.0",
      shapes: { "test#Text": { type: "apply", traits: named(traits) } },
    });
    const { shapes: loaded } = load(
      model(shapes),
      overlay({ sensitive: {} }),
      overlay({ documentation: "after" }),
    ).model;
    expect(loaded.get("test#Text")?.traits).toEqual(
      named({ documentation: "after", sensitive: {} }),
    );
  });

  it("each refusal is told, and what may be applied to is proposed", () => {
    const given = model({
      ...shapes,
      Txt: { type: "apply", traits: {} },
      Structur: { type: "apply", traits: {} },
    });
    expect(errorsOf(() => load(given))).toEqual([
      expect.stringMatching(/^model\.json: test#Structur: .*no such shape\. .*test#Structure\?$/),
      expect.stringMatching(/^model\.json: test#Txt: .*no such shape\. .*test#Text\?$/),
    ]);
  });
});
