import { describe, expect, it, test } from "vitest";
import { assembled, eventsOf, idl, modelOf, shapesOf } from "./support.js";
import { flattenMixins } from "../../../codegen/src/model/flatten-mixins.js";

const flat = (...texts: readonly string[]): ReturnType<typeof shapesOf> =>
  shapesOf(modelOf(...texts), { mixins: "flatten" });

describe("flattened mixins", () => {
  it("give their traits, of which the last and the shape's own win, but not local ones", () => {
    const shapes = flat(
      '@mixin(localTraits: [private]) @private @since("a") @internal structure A {}',
      '@mixin @since("b") @unstable structure B {}',
      "@mixin structure C with [A, B] {}",
      '/// Own\n@documentation("Own") structure D with [C] {}',
    );
    expect(shapes).toEqual({
      D: {
        type: "structure",
        members: {},
        traits: { documentation: "Own", internal: {}, since: "b", unstable: {} },
      },
    });
  });

  it("give their members first, in order, with traits that are merged", () => {
    const shapes = flat(
      "@mixin structure A { a: String, /// Generic\n shared: String }",
      "@mixin structure B { b: String, @required shared: String }",
      "structure S with [A, B] { own: String\n/// Specific\n shared: String }",
    );
    expect(Object.keys((shapes["S"] as { members: object }).members)).toEqual([
      "a",
      "shared",
      "b",
      "own",
    ]);
    expect(shapes["S"]).toMatchObject({
      members: { shared: { traits: { documentation: "Specific", required: {} } } },
    });
  });

  it("give properties of services and errors of operations", () => {
    const shapes = flat(
      '@mixin service A { version: "a", operations: [O], rename: { "x#Y": "A", "x#Z": "A" } }\noperation O {}',
      'service S with [A] { operations: [P], rename: { "x#Y": "S" } }\n@mixin operation M { errors: [E] }',
      'operation P with [M] { errors: [F] }\n@error("client") structure E {}\n@error("client") structure F {}',
    );
    expect(shapes["S"]).toEqual({
      type: "service",
      version: "a",
      operations: [{ target: "O" }, { target: "P" }],
      rename: { "x#Y": "S", "x#Z": "A" },
    });
    expect(shapes["P"]).toMatchObject({ errors: [{ target: "E" }, { target: "F" }] });
  });

  it("say where traits and members are from", () => {
    const model = flattenMixins(
      modelOf("@mixin @internal structure A { a: String }\n@mixin structure B with [A] {}\nstructure S with [B] {}"),
    );
    const shape = model.shapes.get("test#S");
    expect(shape?.traits.get("smithy.api#internal")?.from).toBe("test#A");
    expect(shape?.members.get("a")).toMatchObject({ id: "test#S$a", from: "test#A" });
  });
});

describe("kept mixins", () => {
  test.each([
    ["structure S with [M] { a: String }", undefined],
    ["structure S with [M] { $a }", undefined],
    ["structure S with [M] { @required a: String }", { required: {} }],
    ["structure S with [M] {}\napply S$a @required", { required: {} }],
  ])("are no members of the shape: %s", (text, traits) => {
    const shapes = shapesOf(modelOf("@mixin structure M { a: String }", text));
    expect(shapes["S"]).toEqual({ type: "structure", mixins: [{ target: "M" }], members: {} });
    expect(shapes["S$a"]).toEqual(traits && { type: "apply", traits });
  });

  test.each([
    ["@mixin structure A with [B] {}\n@mixin structure B with [A] {}", ["A", "B"]],
    ["@mixin structure A with [A] {}\nstructure B with [A] {}", ["A"]],
    ["@mixin structure A with [B] {}\n@mixin structure B with [C] {}\n@mixin structure C with [B] {}", ["B", "C"]],
  ])("must not be in a circle: %s", (text, names) => {
    const { events } = assembled({ "a.smithy": idl(text) });
    expect(events.map(({ id, shape, severity }) => `${severity} ${id} ${shape ?? ""}`)).toEqual(
      names.map((name) => `ERROR Model test#${name}`),
    );
  });

  it("are reported in time that is proportional to the size of a circle", () => {
    const statements = Array.from(
      { length: 50_000 },
      (_, index) => `@mixin structure S${index} with [S${(index + 1) % 50_000}] {}`,
    );
    const events = eventsOf({ "a.smithy": idl(statements.join("\n")) });
    expect(events).toHaveLength(50_000);
    expect(events[0]).toMatch(/test#S0 Model: the shape is in a circle .* and 49994 more$/);
  });

  it("may be chains of any length", () => {
    const shapes = Object.fromEntries(
      Array.from({ length: 20_000 }, (_, index) => [
        `test#S${index}`,
        {
          type: "structure",
          traits: { "smithy.api#mixin": {} },
          mixins: [{ target: `test#S${index + 1}` }],
        },
      ]),
    );
    const missing = eventsOf({ "a.json": { smithy: "2.0", shapes } });
    expect(missing).toHaveLength(20_000);
    expect(missing[19_999]).toContain("the mixin test#S20000 does not exist or is invalid");
  });

  test.each([
    ["structure S with [M] { a: Blob }", "6:24"],
    ["structure S with [M, N] {}", "6:1"],
  ])("must not have members of one name and several targets: %s", (text, place) => {
    const given = `@mixin structure M { a: String }\n@mixin structure N { a: Blob }\n\n${text}`;
    const [event, ...others] = eventsOf({ "a.smithy": idl(given) });
    expect(others).toEqual([]);
    expect(event).toMatch(new RegExp(`^a.smithy:${place} ERROR test#S\\$a Model: `));
  });
});
