import { describe, expect, test } from "vitest";
import { assembled, eventsOf, shapesOf } from "./support.js";

const upgraded = (text: string): ReturnType<typeof shapesOf> =>
  shapesOf(assembled({ "a.smithy": `$version: "1.0"\nnamespace test\n${text}` }).model);

const members = (shapes: ReturnType<typeof shapesOf>): unknown =>
  (shapes["S"] as { members: unknown }).members;

describe("files of version 1.0", () => {
  test.each([
    ["integer S", { type: "integer", traits: { default: 0 } }],
    ["boolean S", { type: "boolean", traits: { default: false } }],
    ["@box integer S", { type: "integer" }],
    ["bigInteger S", { type: "bigInteger" }],
    ["set S { member: String }", { type: "list", member: { target: "String" }, traits: { uniqueItems: {} } }],
    ['@enum([{value: "a"}]) string S', { type: "string", traits: { enum: [{ value: "a" }] } }],
  ])("%s", (text, want) => {
    expect(upgraded(text)["S"]).toEqual(want);
  });

  test.each([
    ["a: PrimitiveInteger", { target: "PrimitiveInteger", traits: { default: 0 } }],
    ["a: Integer", { target: "Integer" }],
    ["@required a: PrimitiveLong", { target: "PrimitiveLong", traits: { default: 0, required: {} } }],
    ["@box a: PrimitiveBoolean", { target: "PrimitiveBoolean", traits: { default: null } }],
    ["a: Mine", { target: "Mine", traits: { default: 0 } }],
    ["a: Boxed", { target: "Boxed" }],
    ["a: Stream", { target: "Stream", traits: { default: "" } }],
    ["@required a: Stream", { target: "Stream", traits: { required: {} } }],
  ])("structure S { %s }", (text, want) => {
    const others = "integer Mine\n@box integer Boxed\n@streaming blob Stream";
    expect(members(upgraded(`structure S { ${text} }\n${others}`))).toEqual({ a: want });
  });

  test("target shapes of version 2, which are boxed unless their default is zero", () => {
    const { model } = assembled({
      "a.smithy": "namespace test\nstructure S { a: other#Boxed, b: other#Zero }",
      "b.smithy": '$version: "2"\nnamespace other\ninteger Boxed\n@default(0) integer Zero',
    });
    expect(members(shapesOf(model))).toEqual({
      a: { target: "other#Boxed" },
      b: { target: "other#Zero", traits: { default: 0 } },
    });
  });

  test.each([
    ["@default(1) integer S", "3:1 ERROR test#S Model: the trait @default needs Smithy 2.0; the file has version 1.0"],
    ["@mixin structure S {}", "3:1 ERROR test#S Model: the trait @mixin needs Smithy 2.0; the file has version 1.0"],
    ["structure S { $a }", 'ERROR test#S$a Model: members without a target need version 2; begin the file with $version: "2"'],
  ])("have no features of version 2: %s", (text, want) => {
    const events = eventsOf({ "a.smithy": `$version: "1.0"\nnamespace test\n${text}` });
    expect(events).toEqual(expect.arrayContaining([expect.stringContaining(want)]));
  });

  test("are deprecated, with or without a version", () => {
    for (const file of ['$version: "1.0"', "namespace test"]) {
      const { events } = assembled({ "a.smithy": file });
      expect(events.map(({ id, severity }) => `${severity} ${id}`)).toEqual([
        "WARNING ModelDeprecation",
      ]);
    }
  });
});
