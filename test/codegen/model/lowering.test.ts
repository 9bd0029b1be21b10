import { describe, expect, it, test } from "vitest";
import { assembled, astOf, eventsOf, idl, shapesOf } from "./support.js";

describe("statements in IDL mean shapes", () => {
  test.each([
    ["@deprecated string S", { type: "string", traits: { deprecated: {} } }],
    ["@tags string S", { type: "string", traits: { tags: [] } }],
    ["@other string S\n@trait list other { member: String }", { type: "string", traits: { other: [] } }],
    ["@other string S\n@trait map other { key: String, value: String }", { type: "string", traits: { other: {} } }],
    ["@other string S\n@trait boolean other", { type: "string", traits: { other: null } }],
    ["/// One\n/// two\nstring S", { type: "string", traits: { documentation: "One\ntwo" } }],
    ["structure S {\na: Integer = 3\n}", { type: "structure", members: { a: { target: "Integer", traits: { default: 3 } } } }],
    ["enum S {\nA, B = \"b\"\n}", { type: "enum", members: { A: { target: "Unit", traits: { enumValue: "A" } }, B: { target: "Unit", traits: { enumValue: "b" } } } }],
    ["intEnum S {\nA = 1\n}", { type: "intEnum", members: { A: { target: "Unit", traits: { enumValue: 1 } } } }],
    ["operation S {}", { type: "operation", input: { target: "Unit" }, output: { target: "Unit" } }],
    [
      'resource S { identifiers: { a: String }, properties: { b: "Blob" }, read: R, operations: [O], collectionOperations: [P], resources: [Q] }',
      {
        type: "resource",
        identifiers: { a: { target: "String" } },
        properties: { b: { target: "Blob" } },
        read: { target: "R" },
        operations: [{ target: "O" }],
        collectionOperations: [{ target: "P" }],
        resources: [{ target: "Q" }],
      },
    ],
    [
      'service S { version: "1", operations: [O], errors: [E], rename: { "a#B": "C" } }',
      {
        type: "service",
        version: "1",
        operations: [{ target: "O" }],
        errors: [{ target: "E" }],
        rename: { "a#B": "C" },
      },
    ],
  ])("%s", (text, want) => {
    expect(astOf(text)["S"]).toEqual(want);
  });

  it("of which inline structures have names after their operation", () => {
    const shapes = astOf("operation Do {\n input := @sensitive { a: String }\n output := {}\n}");
    expect(shapes).toEqual({
      Do: { type: "operation", input: { target: "DoInput" }, output: { target: "DoOutput" } },
      DoInput: {
        type: "structure",
        members: { a: { target: "String" } },
        traits: { input: {}, sensitive: {} },
      },
      DoOutput: { type: "structure", members: {}, traits: { output: {} } },
    });
    const { model } = assembled({
      "a.smithy": `$version: "2"\n$operationInputSuffix: "Request"\nnamespace test\noperation Do {\n input := {}\n}`,
    });
    expect([...model.shapes.keys()]).toEqual(["test#Do", "test#DoRequest"]);
  });

  it("in which omitted targets are those of a resource or mixin", () => {
    const shapes = astOf(
      "resource R { identifiers: { id: String }, properties: { p: Integer } }",
      "@mixin structure M { m: Long }",
      "structure S for R with [M] { $id, @required $p, @deprecated $m }",
      "list L for Q { $member }\nresource Q { identifiers: { member: Blob } }",
    );
    expect(shapes["S"]).toEqual({
      type: "structure",
      mixins: [{ target: "M" }],
      members: { id: { target: "String" }, p: { target: "Integer", traits: { required: {} } } },
    });
    expect(shapes["S$m"]).toEqual({ type: "apply", traits: { deprecated: {} } });
    expect(shapes["L"]).toEqual({ type: "list", member: { target: "Blob" } });
  });

  it("with numbers of any size, exactly", () => {
    const { model } = assembled({
      "a.smithy": idl("@range(min: -9223372036854775808, max: 1.0000000000000000001)\nlong S\n@range(max: 1.50)\ndouble T"),
    });
    const value = (id: string): string =>
      JSON.stringify(model.shapes.get(id)?.traits.get("smithy.api#range")?.value, (_, item: unknown) =>
        typeof item === "object" && item !== null && "text" in item ? item.text : item,
      );
    // `toJSON` of exact numbers is called first, so the numbers are compared by their text below.
    expect(value("test#T")).toBe('{"max":1.5}');
    expect(model.shapes.get("test#S")?.traits.get("smithy.api#range")?.value).toMatchObject({
      min: { text: "-9223372036854775808" },
      max: { text: "1.0000000000000000001" },
    });
  });

  it("whose mistakes have places", () => {
    const events = eventsOf({
      "a.smithy": idl(
        [
          "list L { foo: String }",
          "map M { key: String }",
          "structure S for T { $a }",
          "structure T { $b }",
          "enum E {}",
          "resource R { identifier: { a: String }, read: 1 }",
          "apply Missing @deprecated",
          "apply S$x @deprecated",
          "apply smithy.api#String @deprecated",
          "@unknown string U",
          "union V {\na: String = 1\n}",
        ].join("\n"),
      ),
    });
    expect(events.map((event) => event.replace(/^a\.smithy:(\d+:\d+) ERROR/, "$1"))).toEqual([
      "3:1 test#L Model: the list needs the member member",
      "3:10 test#L Model: a list has only the member member, but there is foo",
      "4:1 test#M Model: the map needs the member value",
      "5:21 test#S$a Model: expected a resource after `for`, but test#T is a structure",
      "6:15 test#T$b Model: the target is omitted, but no mixin has a member of this name, and no resource has such an identifier or property",
      "7:1 test#E Model: an enum needs at least one member",
      expect.stringContaining("8:14 WARNING test#R Model: a resource has no property identifier"),
      "8:47 test#R Model: expected the id of a shape, found a number",
      "9:15 - Model: the trait smithy.api#deprecated is applied to test#Missing, which does not exist",
      "11:25 smithy.api#String Model: the trait smithy.api#deprecated is applied to a shape of the prelude, which cannot be changed",
      "12:1 test#U Model.UnresolvedTrait: the trait test#unknown is not defined; add the model that defines it",
    ]);
  });
});

describe("traits of one shape in several places", () => {
  it("are one: lists are joined, other values must be the same", () => {
    const shapes = shapesOf(
      assembled({
        "a.smithy": idl('@tags(["a"]) @since("1") string S\napply S @tags(["b"])\napply S @since("1")'),
      }).model,
    );
    expect(shapes["S"]).toEqual({ type: "string", traits: { since: "1", tags: ["a", "b"] } });
    expect(eventsOf({ "a.smithy": idl('@since("1") string S\napply S @since("2")') })).toEqual([
      "a.smithy:4:9 ERROR test#S Model: the trait smithy.api#since has another value here than at a.smithy:3:1; remove one of them",
    ]);
  });

  it("may be in other files than the shape, and on members of mixins", () => {
    const shapes = astOf(
      "structure S with [M] { own: String }",
      "@mixin structure M { a: String }",
      "apply S$a @required\napply S { @deprecated @internal }\napply S$own @required",
    );
    expect(shapes["S"]).toMatchObject({
      members: { own: { target: "String", traits: { required: {} } } },
      traits: { deprecated: {}, internal: {} },
    });
    expect(shapes["S$a"]).toEqual({ type: "apply", traits: { required: {} } });
  });

  it("extend shapes of Smithy's own packages by apply statements", () => {
    expect(astOf("apply smithy.waiters#waitable @internal")).toEqual({
      "smithy.waiters#waitable": { type: "apply", traits: { internal: {} } },
    });
  });
});
