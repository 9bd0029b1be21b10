import { describe, expect, it } from "vitest";
import { eventsOf } from "./events-of.js";

/* Values of traits: examples of operations, what is wrong while a model is loaded, and ids. */

interface Case {
  readonly rule: string;
  readonly name: string;
  readonly given: string;
  readonly want: readonly string[];
}

const operation = `service S { operations: [O, P] errors: [Common] }
      service T { operations: [P] }
      operation P {}
      @error("client") structure Common { x: String }
      @error("client") structure E { @required x: String }
      operation O { input := { @required a: String @range(max: 5) n: Integer } output := { b: String } errors: [E] }
      `;

const examples: readonly Case[] = [
  {
    name: "fit input and output, or an error of the operation or its services",
    given: `${operation} apply O @examples([
        { title: "1", input: { a: "x" }, output: { b: "x" } }
        { title: "2", input: { a: "x" }, error: { shapeId: "a#E", content: { x: "" } } }
        { title: "3", input: { a: "x" }, error: { shapeId: "a#Common" } }
      ])`,
    want: [],
  },
  {
    name: "do not lack members, or have others",
    given: `${operation} apply O @examples([{ title: "1", output: { b: 1 } }, { title: "2", input: { a: "x", z: 1, n: 6 } }])`,
    want: [
      "ERROR a#O ExamplesTrait",
      "ERROR a#O ExamplesTrait",
      "ERROR a#O ExamplesTrait.Member.InvalidRange",
      "WARNING a#O ExamplesTrait.UnknownMember.a#OInput.z",
    ],
  },
  {
    name: "have an output or an error, and constraints may be violated for an error only",
    given: `${operation} apply O @examples([
        { title: "1", input: { a: "x" }, output: {}, error: { shapeId: "a#E", content: { x: "" } } }
        { title: "2", input: { n: 9 }, allowConstraintErrors: true, error: { shapeId: "a#E", content: { x: "" } } }
        { title: "3", input: { a: "x" }, allowConstraintErrors: true }
      ])`,
    want: [
      "ERROR a#O ExamplesTrait",
      "ERROR a#O ExamplesTrait",
      "WARNING a#O ExamplesTrait",
      "WARNING a#O ExamplesTrait.Member",
    ],
  },
  {
    name: "do not have errors that only one of two services has",
    given: `${operation} apply P @examples([{ title: "1", error: { shapeId: "a#Common" } }, { title: "2", error: { shapeId: "a#E" } }])`,
    want: ["ERROR a#P ExamplesTrait", "ERROR a#P ExamplesTrait"],
  },
].map((each) => ({ rule: "ExamplesTrait", ...each }));

/* Values that Smithy refuses while it loads a model. Nothing else is checked then. */
const creation: readonly Case[] = [
  ["of a wrong type", `@length(min: "x") string S`, ["ERROR a#S Model"]],
  ["without a required member", `@http(method: "GET") operation O {}`, ["ERROR a#O Model"]],
  ["of an error", `@error("none") structure S {}`, ["ERROR a#S Model"]],
  [
    "that are no URLs",
    `@externalDocumentation(A: "a", B: "https://b") string S`,
    ["ERROR a#S Model"],
  ],
  ["with a wrong selector", `@trait(selector: "[") structure t {}`, ["ERROR a#t Model"]],
  [
    "with wrong selectors in them",
    `@trait @traitValidators(x: { selector: "!" }) structure t {}
      @idRef(selector: "[") string S`,
    ["ERROR a#S Model", "ERROR a#t Model"],
  ],
  [
    "that are patterns with open brackets",
    `@pattern("^(a$") string A
      @pattern("^[a$") string B
      @pattern("^a++\\\\p{Alpha}(?i)$") string C`,
    ["ERROR a#A Model", "ERROR a#B Model"],
  ],
  [
    "of the trait of a model are checked later",
    `@trait structure t { @required a: String }
      @t structure S {}`,
    ["ERROR a#S TraitValue"],
  ],
].map(([name, given, want]) => ({ rule: "", name, given, want }) as Case);

describe("examples", () => {
  it.each(examples)("$name", ({ rule, given, want }) => {
    expect(eventsOf(given, rule)).toEqual(want);
  });
});

describe("values of traits", () => {
  it.each(creation)("$name", ({ given, want }) => {
    expect(eventsOf(given, "Model", "TraitValue")).toEqual(want);
  });

  it("that are ids must be absolute", () => {
    const given = `@idRef(failWhenMissing: true) @trait string t
      @t("S") structure S {}
      @t(S) structure T {}
      @t("a#None") structure U {}`;
    expect(eventsOf(given, "TraitValue")).toEqual(["ERROR a#S TraitValue", "ERROR a#U TraitValue"]);
  });
});
