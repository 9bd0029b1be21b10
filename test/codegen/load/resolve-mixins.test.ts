import { describe, expect, it } from "vitest";
import type { AstShape } from "../../../codegen/src/load/ast.js";
import {
  enumeration,
  list,
  member,
  model,
  named,
  operation,
  simple,
  structure,
  type Json,
} from "../support/models.js";
import { load } from "../support/problems.js";

const using = (base: Json, ...names: readonly string[]): Json => ({
  ...base,
  mixins: names.map((name) => ({ target: `test#${name}` })),
});

function shapeOf(given: Json, name: string): AstShape {
  const shape = load(given).model.shapes.get(`test#${name}`);
  if (shape === undefined) throw new Error(`there is no ${name}`);
  return shape;
}

const targets = (...names: readonly string[]): Json[] =>
  names.map((name) => ({ target: `test#${name}` }));

describe("mixins of every type give their traits (Smithy 2.0, Mixins)", () => {
  const traits = {
    "smithy.api#mixin": { localTraits: ["smithy.api#since"] },
    ...named({ documentation: "mixed", tags: ["a"], since: "1" }),
  };

  it.each<[type: string, mixin: Json, user: Json]>([
    ["a structure", structure({}), structure({})],
    ["a string", simple("string"), simple("string")],
    ["a list", list("String"), list("String")],
    ["an enum", enumeration({ A: "a" }), { type: "enum", members: {} }],
    ["an operation", operation("/a"), operation("/b")],
    ["a service", { type: "service", version: "1" }, { type: "service", version: "2" }],
    ["a resource", { type: "resource" }, { type: "resource" }],
  ])("%s", (_, mixin, user) => {
    const given = model(
      {
        Mixin: { ...mixin, traits },
        User: using({ ...user, traits: named({ documentation: "own" }) }, "Mixin"),
        Bare: using({ ...user, traits: {} }, "Mixin"),
      },
      { operations: [] },
    );
    expect(shapeOf(given, "User").traits).toEqual(named({ documentation: "own", tags: ["a"] }));
    expect(shapeOf(given, "Bare").traits).toEqual(named({ documentation: "mixed", tags: ["a"] }));
  });
});

describe("what shapes have of their mixins", () => {
  it("an operation has its errors, each once", () => {
    const given = model(
      {
        Mixin: { ...operation("/a", { errors: ["A", "B"] }), traits: named({ mixin: {} }) },
        Do: using(operation("/b", { errors: ["B", "C"] }), "Mixin"),
        A: structure({}, { error: "client" }),
        B: structure({}, { error: "client" }),
        C: structure({}, { error: "client" }),
      },
      { operations: [] },
    );
    expect(shapeOf(given, "Do")).toMatchObject({ errors: ["test#A", "test#B", "test#C"] });
  });

  it("a service has its version where it has none, and all that it binds", () => {
    const service = (name: string, more: Json): Json => ({
      type: "service",
      operations: targets("Both", name),
      resources: targets("Same", `${name}Resource`),
      errors: targets("Oops", `${name}Error`),
      rename: { "a#Both": name, [`a#${name}`]: `${name}Renamed` },
      ...more,
    });
    const given = model(
      {
        Mixin: service("Mixed", { version: "7", traits: named({ mixin: {} }) }),
        User: using(service("Own", {}), "Mixin"),
        Versioned: using(service("Own", { version: "8" }), "Mixin"),
      },
      { operations: [] },
    );
    expect(shapeOf(given, "User")).toMatchObject({
      version: "7",
      operations: ["test#Both", "test#Mixed", "test#Own"],
      resources: ["test#Same", "test#MixedResource", "test#OwnResource"],
      errors: ["test#Oops", "test#MixedError", "test#OwnError"],
      rename: { "a#Both": "Own", "a#Mixed": "MixedRenamed", "a#Own": "OwnRenamed" },
    });
    expect(shapeOf(given, "Versioned")).toMatchObject({ version: "8" });
  });

  it("an enum and a structure have their members, sorted, with their own targets and traits before those", () => {
    const given = model({
      Mixin: structure(
        { b: member("String", { documentation: "mixed", required: {} }), z: "String" },
        { mixin: {} },
      ),
      User: using(
        structure({ m: "String", b: member("Integer", { documentation: "own" }), a: "String" }),
        "Mixin",
      ),
      EnumMixin: { ...enumeration({ B: "b" }), traits: named({ mixin: {} }) },
      EnumUser: using(enumeration({ C: "c", A: "a" }), "EnumMixin"),
    });
    const user = shapeOf(given, "User");
    expect("members" in user && [...user.members]).toEqual([
      ["a", { target: "smithy.api#String", traits: {} }],
      [
        "b",
        { target: "smithy.api#Integer", traits: named({ documentation: "own", required: {} }) },
      ],
      ["m", { target: "smithy.api#String", traits: {} }],
      ["z", { target: "smithy.api#String", traits: {} }],
    ]);
    const enumUser = shapeOf(given, "EnumUser");
    expect("members" in enumUser && [...enumUser.members.keys()]).toEqual(["A", "B", "C"]);
  });

  it("several of them are used in their order, and one that is used twice is used once", () => {
    const mixin = (documentation: string, ...names: readonly string[]): Json =>
      using(structure({ [documentation]: "String" }, { documentation, mixin: {} }), ...names);
    const given = model({
      Root: mixin("root"),
      Left: mixin("left", "Root"),
      Right: mixin("right", "Root"),
      User: using(structure({}), "Left", "Right"),
    });
    const user = shapeOf(given, "User");
    expect("members" in user && [...user.members.keys()]).toEqual(["left", "right", "root"]);
    expect(user.traits).toEqual(named({ documentation: "right" }));
  });

  it("two applications to one member of a mixin are both made, in their order", () => {
    const given = model({
      A: structure({ a: "String" }, { mixin: {} }),
      S: using(structure({}), "A"),
      S$a: { type: "apply", traits: named({ documentation: "first", required: {} }) },
    });
    const overlay = {
      smithy: "2.0",
      shapes: { "test#S$a": { type: "apply", traits: named({ documentation: "second" }) } },
    };
    const user = load(given, overlay).model.shapes.get("test#S");
    expect(user !== undefined && "members" in user && user.members.get("a")?.traits).toEqual(
      named({ documentation: "second", required: {} }),
    );
  });
});
