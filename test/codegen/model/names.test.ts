import { describe, expect, it, test } from "vitest";
import { assembled, astOf, eventsOf, idl, shapesOf } from "./support.js";

const target = (type: string): object => ({ type: "structure", members: { a: { target: type } } });

describe("names of shapes", () => {
  test.each([
    ["the prelude", "structure S { a: String }", "String"],
    ["the namespace before the prelude", "structure S { a: String }\nstring String", "String"],
    ["an absolute id", "structure S { a: smithy.api#String }\ninteger String", "String"],
  ])("stand for those of %s", (_, text, want) => {
    expect(astOf(text)["S"]).toEqual(target(want));
  });

  it("stand for those of other files, also of later ones and in JSON", () => {
    const { model } = assembled({
      "one.smithy": idl("structure S { a: T, b: U }"),
      "two.smithy": idl("string T"),
      "three.json": { smithy: "2.0", shapes: { "test#U": { type: "string" } } },
    });
    expect(shapesOf(model)["S"]).toMatchObject({
      members: { a: { target: "T" }, b: { target: "U" } },
    });
  });

  it("are those of `use` before all others", () => {
    const { model } = assembled({
      "one.smithy": idl("use other#T\nstructure S { a: T }"),
      "two.smithy": idl("string T"),
      "three.smithy": '$version: "2"\nnamespace other\nstring T',
    });
    expect(shapesOf(model)["S"]).toEqual(target("other#T"));
  });

  it("stay in the namespace if nothing has the name", () => {
    expect(astOf("structure S { a: Missing }")["S"]).toEqual(target("Missing"));
  });

  it("are absolute in the values of traits and metadata, where they must exist", () => {
    const text = idl("@references([{resource: R}])\nstring S\nresource R {}\n@tags([Oops])\nstring T");
    const { model } = assembled({ "a.smithy": `$version: "2"\nmetadata m = [enum, String]\n${text.slice(16)}` });
    expect(model.metadata).toEqual({ m: ["smithy.api#enum", "smithy.api#String"] });
    expect(shapesOf(model)["S"]).toMatchObject({ traits: { references: [{ resource: "R" }] } });
    expect(eventsOf({ "a.smithy": text })).toEqual([
      "a.smithy:6:8 DANGER - SyntacticShapeIdTarget: Oops stands for the shape test#Oops, which does not exist. Put it in quotes if it is text.",
    ]);
  });

  test.each([
    ["use twice", "use a#T\nuse b#T", "the name T is already used for a#T; refer to b#T by its absolute id"],
    ["a shape of an imported name", "use a#T\nstring T", "the name T is already used for a#T; rename the shape"],
  ])("conflict: %s", (_, text, message) => {
    const events = eventsOf({
      "a.smithy": '$version: "2"\nnamespace a\nstring T',
      "b.smithy": '$version: "2"\nnamespace b\nstring T',
      "x.smithy": idl(text),
    });
    expect(events).toEqual([expect.stringContaining(`ERROR - Model: ${message}`)]);
  });

  it("of `use` that do not exist are warnings with a hint", () => {
    expect(eventsOf({ "a.smithy": idl("use smithy.api#Strin") })).toEqual([
      "a.smithy:3:5 WARNING - Model: the shape smithy.api#Strin does not exist. Did you mean smithy.api#String?",
    ]);
  });
});
