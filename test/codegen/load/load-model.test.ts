import { describe, expect, it } from "vitest";
import {
  member,
  model,
  modelOf,
  named,
  operation,
  simple,
  structure,
  union,
  type Json,
} from "../support/models.js";
import { build, errorsOf, load } from "../support/problems.js";

const shape = (name: string, given: unknown): Json =>
  modelOf({ a: "String" }, { [name]: given as Json });

describe("shapes that are none", () => {
  it.each<[string, unknown, string[]]>([
    [
      "a misspelt type",
      { type: "strcture" },
      ['test#X: expected "type" to be a shape type, found "strcture". Did you mean structure?'],
    ],
    [
      "another type",
      { type: "component" },
      ['test#X: expected "type" to be a shape type, found "component".'],
    ],
    ["no type", {}, ['test#X: expected "type" to be a shape type, found nothing.']],
    [
      "a type that is no string",
      { type: [[]] },
      ['test#X: expected "type" to be a shape type, found an array.'],
    ],
    ["a shape that is no object", [], ["test#X: expected a shape (an object)"]],
    [
      "members that are a list",
      { type: "structure", members: [] },
      ['test#X: expected "members" to be an object'],
    ],
    [
      "a member without target",
      { type: "structure", members: { a: {}, b: { target: 1 } } },
      [
        'test#X$a: expected a member (an object with a "target")',
        'test#X$b: expected a member (an object with a "target")',
      ],
    ],
    [
      "a member name that is no identifier",
      {
        type: "structure",
        members: { "a-b": member("String"), "": member("String"), é: member("String") },
      },
      [
        'test#X: the member name "" is not a valid identifier',
        'test#X: the member name "a-b" is not a valid identifier',
        'test#X: the member name "é" is not a valid identifier',
      ],
    ],
    [
      "a list without member",
      { type: "list" },
      ['test#X$member: expected a member (an object with a "target")'],
    ],
    [
      "a map without value",
      { type: "map", key: member("String") },
      ['test#X$value: expected a member (an object with a "target")'],
    ],
    [
      "traits that are a list",
      { type: "string", traits: [] },
      ['test#X: expected "traits" to be an object'],
    ],
    [
      "mixins that are a string",
      { type: "structure", mixins: "a" },
      ['test#X: expected "mixins" to be an array'],
    ],
    [
      "errors without target",
      { type: "operation", errors: ["a"] },
      ['test#X: expected "errors" to be an object with a "target"'],
    ],
    [
      "a rename that is no name",
      { type: "service", rename: { "test#A": "../A", "test#B": 1, "test#C": "C" } },
      [
        'test#X: renames test#A to "../A", which is not a valid identifier',
        "test#X: renames test#B to 1, which is not a valid identifier",
      ],
    ],
  ])("%s", (_, given, want) => {
    expect(errorsOf(() => load(shape("X", given)))).toEqual(
      want.map((line) => `model.json: ${line}`),
    );
  });

  it.each([
    "X",
    "test#",
    "#X",
    "test#a-b",
    "test#../../x",
    "/etc#x",
    "test#X$a$b",
    "te st#X",
    "test#1X",
    "test#_",
    "a..b#X",
    "test#X\u0000",
  ])("the shape id %j", (id) => {
    const given = { smithy: "2.0", shapes: { [id]: { type: "string" } } };
    expect(errorsOf(() => load(given))).toEqual([
      expect.stringMatching(/^model\.json: .*: is not a valid shape id; expected namespace#Name$/),
    ]);
  });

  it("are all reported in one run", () => {
    const given = {
      smithy: "2.0",
      shapes: { "a#X": 1, "a#Y": { type: "x" }, "a#Z": { type: "list" } },
    };
    expect(errorsOf(() => load(given))).toHaveLength(3);
  });
});

describe("references that lead nowhere", () => {
  it.each<[string, Json, string]>([
    [
      "a misspelt target",
      modelOf({ a: member("Thingg") }),
      'test#Thing$a: refers to "test#Thingg", which is not in the model. Did you mean test#Thing?',
    ],
    [
      "a misspelt simple shape",
      modelOf({ a: { target: "smithy.api#Strin", traits: {} } }),
      'test#Thing$a: refers to "smithy.api#Strin", which is not in the model. Did you mean smithy.api#String?',
    ],
    [
      "a target that no name is near to",
      modelOf({ a: { target: "elsewhere.entirely#Whatever", traits: {} } }),
      'test#Thing$a: refers to "elsewhere.entirely#Whatever", which is not in the model.',
    ],
    [
      "a target that is no data",
      modelOf({ a: member("Do") }),
      "test#Thing$a: refers to test#Do, which is of type operation; expected a data shape",
    ],
    [
      "an input that is no structure",
      model({ Do: operation("/", { input: "S" }), S: simple("string") }),
      "test#Do: refers to test#S, which is of type string; expected a structure",
    ],
    [
      "an error that is none",
      model({ Do: operation("/", { errors: ["S"] }), S: structure({}) }),
      "test#Do: lists test#S as an error, but that structure does not have the trait smithy.api#error",
    ],
    [
      "an operation that is none",
      model({ S: structure({}) }, { operations: [{ target: "test#S" }] }),
      "test#Weather: refers to test#S, which is of type structure; expected an operation",
    ],
    [
      "a resource that is missing",
      model({}, { resources: [{ target: "test#R" }] }),
      'test#Weather: refers to "test#R", which is not in the model.',
    ],
  ])("%s", (_, given, want) => {
    expect(errorsOf(() => build(given))).toEqual([`model.json: ${want}`]);
  });

  it.each<[string, Json]>([
    ["Thing$a", structure({ a: member("Missing") })],
    ["Thing$a", union({ a: member("Missing") })],
    ["Thing$member", { type: "list", member: member("Missing") }],
    ["Thing$key", { type: "map", key: member("Missing"), value: member("String") }],
    ["Thing$value", { type: "map", key: member("String"), value: member("Missing") }],
  ])("are reported at their place: %s", (place, thing) => {
    const given = model({
      Do: operation("/", { input: "In" }),
      In: structure({ x: "Thing" }),
      Thing: thing,
    });
    expect(errorsOf(() => build(given))).toEqual([
      expect.stringContaining(`model.json: test#${place}: refers to "test#Missing"`),
    ]);
  });

  it("are all reported in one run", () => {
    const given = model(
      {
        Do: operation("/", { input: "In", output: "Nothing", errors: ["NoError"] }),
        In: structure({ a: member("MissingA"), b: member("MissingB") }),
      },
      { errors: [{ target: "test#NoServiceError" }] },
    );
    const errors = errorsOf(() => build(given));
    for (const name of ["MissingA", "MissingB", "Nothing", "NoError", "NoServiceError"]) {
      expect(errors.filter((line) => line.includes(`"test#${name}"`))).toHaveLength(1);
    }
    expect(errors).toHaveLength(5);
  });

  it("are reported once, even if the missing shape was selected", () => {
    const given = model({}, { operations: [{ target: "test#Do" }] });
    expect(errorsOf(() => build(given, { operations: ["Do"] }))).toEqual([
      expect.stringContaining('refers to "test#Do"'),
    ]);
  });

  it("are not looked for outside of what was selected", () => {
    const given = modelOf({ a: "String" }, { Unused: structure({ x: member("Missing") }) });
    expect(errorsOf(() => build(given))).toEqual([]);
  });
});

const mixin = { "smithy.api#mixin": {} };

describe("mixins", () => {
  const members = (given: Json, name: string): Json => {
    const found = load(given).model.shapes.get(`test#${name}`);
    if (found === undefined || !("members" in found)) throw new Error(`${name} has no members`);
    return Object.fromEntries([...found.members].map(([key, { traits }]) => [key, traits]));
  };
  const using = (base: Json, ...names: readonly string[]): Json => ({
    ...base,
    mixins: names.map((name) => ({ target: `test#${name}` })),
  });

  it("give their members and traits, of which a shape's own win, then those of the last mixin", () => {
    const given = model({
      A: structure(
        { a: member("String", { documentation: "A", required: {} }), x: "String" },
        { mixin: {}, sensitive: {} },
      ),
      B: using(
        structure(
          { b: member("String", { documentation: "B" }), x: "Integer" },
          { mixin: { localTraits: ["smithy.api#tags"] }, tags: ["b"], documentation: "B" },
        ),
        "A",
      ),
      C: structure({ a: member("String", { documentation: "C" }) }, { mixin: {} }),
      S: using(
        structure(
          { s: "String", b: member("String", { documentation: "S" }) },
          { documentation: "S" },
        ),
        "B",
        "C",
      ),
    });
    expect(members(given, "S")).toEqual({
      a: named({ documentation: "C", required: {} }),
      b: named({ documentation: "S" }),
      s: {},
      x: {},
    });
    expect(load(given).model.shapes.get("test#S")?.traits).toEqual(
      named({ documentation: "S", sensitive: {} }),
    );
  });

  it("take traits that are applied to their members, in the mixin and where it is used", () => {
    const given = model({
      A: structure({ a: "String" }, { mixin: {} }),
      S: using(structure({}, { mixin: {} }), "A"),
      T: using(structure({}), "S"),
      A$a: { type: "apply", traits: named({ required: {} }) },
      S$a: { type: "apply", traits: named({ documentation: "in S" }) },
      T$a: { type: "apply", traits: named({ jsonName: "inT" }) },
    });
    expect(members(given, "A")).toEqual({ a: named({ required: {} }) });
    expect(members(given, "S")).toEqual({ a: named({ required: {}, documentation: "in S" }) });
    expect(members(given, "T")).toEqual({
      a: named({ required: {}, documentation: "in S", jsonName: "inT" }),
    });
  });

  it("give operations their errors, and services their operations", () => {
    const given = model(
      {
        Do: using(operation("/"), "Failing"),
        Failing: { type: "operation", errors: [{ target: "test#E" }], traits: mixin },
        E: structure({}, { error: "client" }),
        Base: { type: "service", version: "7", operations: [{ target: "test#Do" }], traits: mixin },
      },
      { operations: [], version: "", mixins: [{ target: "test#Base" }] },
    );
    const service = build(given, { service: "Weather" });
    expect(service.version).toBe("7");
    expect(
      service.operations.map(({ name, errors }) => [name, errors.map((error) => error.name)]),
    ).toEqual([["Do", ["E"]]]);
  });

  it.each<[string, Record<string, Json>, string]>([
    [
      "of itself",
      { A: using(structure({}, { mixin: {} }), "A") },
      "test#A: uses the mixin test#A, which uses this shape in turn; mixins must not form a cycle",
    ],
    [
      "in a circle",
      {
        A: using(structure({}, { mixin: {} }), "B"),
        B: using(structure({}, { mixin: {} }), "C"),
        C: using(structure({}, { mixin: {} }), "A"),
      },
      "test#C: uses the mixin test#A, which uses this shape in turn; mixins must not form a cycle",
    ],
    [
      "that is missing",
      { A: using(structure({}), "B") },
      "test#A: uses the mixin test#B, which is not in the model",
    ],
    [
      "that is none",
      { A: using(structure({}), "B"), B: structure({}) },
      "test#A: uses the mixin test#B, which is not a mixin",
    ],
    [
      "of another type",
      { A: using(structure({}), "B"), B: union({ a: "String" }, { mixin: {} }) },
      "test#A: is of type structure, but its mixin test#B is of type union; both must have the same type",
    ],
  ])("refuse one %s", (_, shapes, want) => {
    expect(errorsOf(() => load(model(shapes)))).toEqual([`model.json: ${want}`]);
  });

  it("may be chained deeper than the call stack", () => {
    const chain = Object.fromEntries(
      Array.from({ length: 20_000 }, (_, index) => [
        `M${index}`,
        using(
          structure({ ...(index === 0 ? { a: "String" } : {}) }, { mixin: {} }),
          ...(index === 0 ? [] : [`M${index - 1}`]),
        ),
      ]),
    );
    expect(members(model(chain), "M19999")).toEqual({ a: {} });
  });
});

describe("traits that are applied from outside", () => {
  const base = modelOf(
    { a: member("Text", { documentation: "a" }) },
    { Text: simple("string", { length: { min: 1, max: 5 } }) },
  );
  const applied = (id: string, traits: Json): Json => ({
    smithy: "2.0",
    shapes: { [id]: { type: "apply", traits: named(traits) } },
  });

  it("are added, and win in an overlay, the last one most", () => {
    const { model: loaded } = load(
      base,
      applied("test#Text", { length: { max: 7 } }),
      applied("test#Text", { length: { max: 9 }, pattern: "x" }),
      applied("test#Thing$a", { required: {} }),
    );
    expect(loaded.shapes.get("test#Text")?.traits).toEqual(
      named({ length: { max: 9 }, pattern: "x" }),
    );
    const thing = loaded.shapes.get("test#Thing");
    expect(thing !== undefined && "members" in thing && thing.members.get("a")?.traits).toEqual(
      named({ documentation: "a", required: {} }),
    );
  });

  it.each<[string, Json, string]>([
    [
      "a shape that is missing",
      applied("test#Txt", { sensitive: {} }),
      "overlay0.json: test#Txt: cannot apply traits: the model has no such shape. Did you mean test#Text?",
    ],
    [
      "a member that is missing",
      applied("test#Thing$b", { required: {} }),
      "overlay0.json: test#Thing$b: cannot apply traits: the shape has no such member",
    ],
    [
      "nothing at all",
      { smithy: "2.0", shapes: { "test#X": { type: "string" } } },
      'overlay0.json: test#X: an overlay can only contain shapes of type "apply"; add other shapes to the model',
    ],
  ])("are refused on %s", (_, overlay, want) => {
    expect(errorsOf(() => load(base, overlay))).toEqual([want]);
  });

  it("are refused on a member that no mixin has either", () => {
    const given = model({
      A: structure({ a: "String" }, { mixin: {} }),
      S: { ...structure({}), mixins: [{ target: "test#A" }] },
      S$b: { type: "apply", traits: named({ required: {} }) },
    });
    expect(errorsOf(() => load(given))).toEqual([
      "model.json: test#S$b: cannot apply traits: the shape has no such member",
    ]);
  });
});
