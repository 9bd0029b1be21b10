import { describe, expect, it } from "vitest";
import { preludeShapes } from "../../../codegen/src/load/prelude.js";
import { member, named, type Json } from "../support/models.js";
import { errorsOf, load } from "../support/problems.js";

const parsed = (shapes: Record<string, unknown>): ReturnType<typeof load> =>
  load({ smithy: "2.0", shapes });

describe("the JSON AST (Smithy 2.0, JSON AST)", () => {
  it.each(["1.0", "2", "2.0", "1", "2.1"])("is read in version %s", (smithy) => {
    expect(errorsOf(() => load({ smithy, shapes: {} }))).toEqual([]);
  });

  it.each([undefined, "3.0", "0.9", "2.", "2.x", "a2.0", "2.0b", 2, null])(
    "is refused in version %j",
    (smithy) => {
      expect(errorsOf(() => load({ smithy, shapes: {} }))).toEqual([
        expect.stringMatching(/^model\.json: expected a Smithy JSON AST .*"2\.0"/),
      ]);
    },
  );

  it.each([[[]], ["a"], [1], [null]])("is refused where it is %j", (json) => {
    expect(errorsOf(() => load(JSON.stringify(json)))).toEqual([
      expect.stringMatching(/^model\.json: expected a Smithy JSON AST \(an object\)$/),
    ]);
  });

  it.each([[[]], ["a"], [1]])("is refused where its shapes are %j", (shapes) => {
    expect(errorsOf(() => load({ smithy: "2.0", shapes }))).toEqual([
      'model.json: expected "shapes" to be an object',
    ]);
  });

  it("may have no shapes", () => {
    expect(load({ smithy: "2.0" }).model.shapes.size).toBe(preludeShapes().size);
  });

  it("knows every type of shape", () => {
    const text = member("String");
    const simple = `blob boolean string byte short integer long float double bigInteger bigDecimal
      timestamp document`.split(/\s+/);
    const shapes: Record<string, Json> = {
      ...Object.fromEntries(simple.map((type) => [`a#${type}`, { type }])),
      "a#structure": { type: "structure", members: { b: text, a: text } },
      "a#union": { type: "union", members: { a: text } },
      "a#enum": { type: "enum", members: { A: member("Unit") } },
      "a#intEnum": { type: "intEnum", members: { A: member("Unit", { enumValue: 1 }) } },
      "a#list": { type: "list", member: text },
      "a#set": { type: "set", member: text },
      "a#map": { type: "map", key: text, value: member("Integer") },
      "a#operation": {
        type: "operation",
        input: { target: "a#structure" },
        output: { target: "a#other" },
        errors: [{ target: "a#e1" }, { target: "a#e2" }],
      },
      "a#nothing": { type: "operation" },
      "a#service": {
        type: "service",
        version: "1",
        operations: [{ target: "a#operation" }],
        resources: [{ target: "a#resource" }],
        errors: [{ target: "a#e" }],
        rename: { "a#list": "Renamed" },
      },
      "a#resource": {
        type: "resource",
        ...Object.fromEntries(
          ["put", "create", "read", "update", "delete", "list"].map((name) => [
            name,
            { target: `a#${name}` },
          ]),
        ),
        operations: [{ target: "a#instance" }],
        collectionOperations: [{ target: "a#collection" }],
        resources: [{ target: "a#child" }],
      },
    };
    const found = parsed(shapes).model.shapes;
    for (const [id, { type }] of Object.entries(shapes)) {
      expect(found.get(id)).toMatchObject({ id, type, mixins: [] });
    }
    const plain = { target: "smithy.api#String", traits: {} };
    const structure = found.get("a#structure");
    expect(structure !== undefined && "members" in structure && [...structure.members]).toEqual([
      ["a", plain],
      ["b", plain],
    ]);
    expect(found.get("a#list")).toMatchObject({ member: plain });
    expect(found.get("a#map")).toMatchObject({
      key: plain,
      value: { target: "smithy.api#Integer" },
    });
    expect(found.get("a#operation")).toMatchObject({
      input: "a#structure",
      output: "a#other",
      errors: ["a#e1", "a#e2"],
    });
    expect(found.get("a#nothing")).toMatchObject({
      input: "smithy.api#Unit",
      output: "smithy.api#Unit",
      errors: [],
    });
    expect(found.get("a#service")).toMatchObject({
      version: "1",
      operations: ["a#operation"],
      resources: ["a#resource"],
      errors: ["a#e"],
      rename: { "a#list": "Renamed" },
    });
    expect(found.get("a#resource")).toMatchObject({
      operations: [
        ...["a#put", "a#create", "a#read", "a#update", "a#delete", "a#list"],
        ...["a#instance", "a#collection"],
      ],
      resources: ["a#child"],
    });
  });

  it("reads references and traits wherever they stand", () => {
    const { model } = parsed({
      "a#A": { type: "structure", mixins: [{ target: "a#M" }], traits: named({ since: "1" }) },
      "a#M": { type: "structure", traits: named({ mixin: {} }) },
    });
    expect(model.shapes.get("a#A")).toMatchObject({
      mixins: ["a#M"],
      traits: named({ since: "1" }),
    });
  });

  it.each<[string, unknown, string]>([
    ["input", { type: "operation", input: "a#B" }, '"input"'],
    ["output", { type: "operation", output: { target: 1 } }, '"output"'],
    ["resources", { type: "service", resources: {} }, '"resources"'],
    ["put", { type: "resource", put: [] }, '"put"'],
    ["rename", { type: "service", rename: [] }, '"rename"'],
    ["member traits", { type: "list", member: { target: "a#B", traits: 1 } }, '"traits"'],
    ["key", { type: "map", value: member("String") }, '"target"'],
  ])("refuses %s that is another thing, and names it", (_, shape, name) => {
    const errors = errorsOf(() => parsed({ "a#A": shape }));
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatch(/^model\.json: a#A(?:\$\w+)?: expected /);
    expect(errors[0]).toContain(name);
  });

  it.each(["a#B", "a#B$c", "a.b.c#B_1$_c2", "_a#B"])(
    "takes the id %s of what is applied to",
    (id) => {
      const errors = errorsOf(() => parsed({ [id]: { type: "apply", traits: {} } }));
      expect(errors).toEqual([expect.stringContaining("no such shape")]);
    },
  );

  it.each(["B", "a#B$", "a#B$c$d", "a#$c", ".a#B", "a.#B"])("refuses the id %s there", (id) => {
    expect(errorsOf(() => parsed({ [id]: { type: "apply", traits: {} } }))).toEqual([
      `model.json: ${id}: is not a valid shape id; expected namespace#Name or namespace#Name$member`,
    ]);
  });

  it("reads nothing that something has put on the prototype of all objects", () => {
    const pollute = (value: object | undefined): void => {
      for (const name of ["target", "traits", "mixins", "input", "smithy"]) {
        if (value === undefined) Reflect.deleteProperty(Object.prototype, name);
        else Object.defineProperty(Object.prototype, name, { value, configurable: true });
      }
    };
    pollute({ target: "a#Other" });
    try {
      expect(errorsOf(() => load({ shapes: {} }))).toHaveLength(1);
      const found = parsed({ "a#Do": { type: "operation" } }).model.shapes.get("a#Do");
      expect(Object.getOwnPropertyDescriptor(found, "input")?.value).toBe("smithy.api#Unit");
      expect(Object.getOwnPropertyDescriptor(found, "mixins")?.value).toEqual([]);
    } finally {
      pollute(undefined);
    }
  });
});

describe("the prelude (Smithy 2.0, Prelude)", () => {
  it("has a shape of every simple type, primitives with zeros, and the unit", () => {
    const shapes = Object.fromEntries(
      [...preludeShapes()].map(([id, { type, traits }]) => [id, [type, traits]]),
    );
    const zero = (value: unknown): Json => ({ "smithy.api#default": value });
    const simple = `Blob Boolean String Byte Short Integer Long Float Double BigInteger BigDecimal
      Timestamp Document`.split(/\s+/);
    expect(shapes).toEqual({
      ...Object.fromEntries(
        simple.map((name) => [
          `smithy.api#${name}`,
          [name.slice(0, 1).toLowerCase() + name.slice(1), {}],
        ]),
      ),
      ...Object.fromEntries(
        ["Byte", "Short", "Integer", "Long", "Float", "Double"].map((name) => [
          `smithy.api#Primitive${name}`,
          [name.toLowerCase(), zero(0)],
        ]),
      ),
      "smithy.api#PrimitiveBoolean": ["boolean", zero(false)],
      "smithy.api#Unit": ["structure", { "smithy.api#unitType": {} }],
    });
  });
});
