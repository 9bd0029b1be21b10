import { describe, expect, it } from "vitest";
import { eventsOf } from "./events-of.js";

/* Each rule about traits: a model, and the events of the rule. */

interface Case {
  readonly rule: string;
  readonly name: string;
  readonly given: string;
  readonly want: readonly string[];
}

const cases: readonly Case[] = [
  {
    rule: "ConditionsTrait",
    name: "wants JMESPath",
    given: `@smithy.contracts#conditions(A: { expression: "a < b", documentation: "" }, B: { expression: "a <", documentation: "" })
      structure S { a: Integer b: Integer }`,
    want: ["ERROR a#S ConditionsTrait.ConditionsTrait"],
  },
  {
    rule: "DefaultTrait",
    name: "wants values of the type, within the constraints",
    given: `structure S {
        a: String = 1
        b: Byte = 128
        c: Byte = -128
        @length(min: 1) d: String = ""
        e: E = "x"
        f: E = "y"
        g: Short = 1.5
        @range(min: 1) h: Integer = 2
        @range(min: 1) i: Integer = 0
        @range(min: 1) j: Integer = -1
        k: String = null
      }
      enum E {
        X = "x"
      }`,
    want: [
      "ERROR a#S$a DefaultTrait",
      "ERROR a#S$b DefaultTrait",
      "ERROR a#S$d DefaultTrait",
      "ERROR a#S$f DefaultTrait",
      "ERROR a#S$g DefaultTrait",
      "ERROR a#S$j DefaultTrait.Member.InvalidRange",
      "WARNING a#S$i DefaultTrait.Member",
    ],
  },
  {
    rule: "DefaultTrait",
    name: "wants empty collections and Base64",
    given: `structure S {
        a: L = []
        b: L = ["x"]
        c: M = {}
        d: M = { x: "x" }
        e: Document = [1]
        f: Document = { x: 1 }
        g: Document = "x"
        h: Blob = "YQ=="
        i: Blob = "YQ"
        j: Blob = "a b"
      }
      list L { member: String }
      map M { key: String value: String }`,
    want: [
      "ERROR a#S$b DefaultTrait",
      "ERROR a#S$d DefaultTrait",
      "ERROR a#S$e DefaultTrait",
      "ERROR a#S$f DefaultTrait",
      "WARNING a#S$j DefaultTrait",
    ],
  },
  {
    rule: "DefaultTrait",
    name: "wants members to repeat the default of their target, or null",
    given: `@default("x") string D
      @default(null) string N
      structure S {
        a: D
        b: D = "x"
        c: D = "y"
        d: D = null
      }
      list L { member: D }
      union U { a: D }`,
    want: ["ERROR a#N DefaultTrait", "ERROR a#S$a DefaultTrait", "ERROR a#S$c DefaultTrait"],
  },
  {
    rule: "DeprecatedTrait",
    name: "warns of the use of traits that are deprecated",
    given: `@deprecated(message: "m") @trait structure old {}
      @trait structure new {}
      @old structure S { @old a: String @new b: String }
      @enum([{ value: "a", name: "A" }]) string E`,
    want: ["WARNING a#S DeprecatedTrait", "WARNING a#S$a DeprecatedTrait"],
  },
  {
    rule: "UnstableTrait",
    name: "warns of the use of traits that are unstable",
    given: `@unstable @trait structure t {}
      @trait structure u {}
      @t @u structure S {}
      @unstable structure T {}`,
    want: ["WARNING a#S UnstableTrait.a#t"],
  },
  {
    rule: "LengthTrait",
    name: "wants a range of lengths",
    given: `@length(min: -1) string A
      @length(max: -1) string B
      @length(min: 2, max: 1) list C { member: String }
      @length(min: 9007199254740993, max: 9007199254740992) blob D
      @length(min: 1, max: 1) string E
      structure S { @length(min: -2, max: -3) a: String }`,
    want: [
      "ERROR a#A LengthTrait",
      "ERROR a#B LengthTrait",
      "ERROR a#C LengthTrait",
      "ERROR a#D LengthTrait",
      "ERROR a#S$a LengthTrait",
      "ERROR a#S$a LengthTrait",
      "ERROR a#S$a LengthTrait",
    ],
  },
  {
    rule: "RangeTrait",
    name: "wants integers for integers, and a range",
    given: `@range(min: 0.5, max: 1.5) integer A
      @range(min: 0.5, max: 1.5) double B
      @range(min: 2, max: 1) bigDecimal C
      @range(min: 1e3, max: 2000) long D
      structure S { @range(max: 0.5) a: BigInteger @range(max: 0.5) b: Float }`,
    want: [
      "ERROR a#A RangeTrait",
      "ERROR a#A RangeTrait",
      "ERROR a#C RangeTrait",
      "ERROR a#S$a RangeTrait",
    ],
  },
  {
    rule: "PatternTrait",
    name: "wants anchors",
    given: `@pattern("^a$") string A
      @pattern("a$") string B
      @pattern("^a") string C
      structure S { @pattern("a") a: String }`,
    want: ["WARNING a#B PatternTrait", "WARNING a#C PatternTrait", "WARNING a#S$a PatternTrait"],
  },
  {
    rule: "ReferencesTrait",
    name: "wants resources, and members for their identifiers",
    given: `resource One { identifiers: { id: String } }
      resource Two { identifiers: { id: String, key: String } }
      @references([{ resource: One }]) string A
      @references([{ resource: Two }]) string B
      @references([{ resource: One, ids: { id: "x" } }]) string C
      @references([{ resource: A }]) structure D { id: String }
      @references([{ resource: Two }]) structure E { id: String }
      @references([{ resource: Two, ids: { id: "a", key: "b" } }]) structure F { a: String b: String }
      @references([{ resource: Two, ids: { id: "a" } }]) structure G { a: String }
      @references([{ resource: Two, ids: { id: "a", other: "a" } }]) structure H { a: String }
      @references([{ resource: One, ids: { id: "a" } }]) structure I { a: Integer }
      @references([{ resource: "elsewhere#R" }]) structure J { id: String }`,
    want: [
      "ERROR a#B ReferencesTrait",
      "ERROR a#C ReferencesTrait",
      "ERROR a#D ReferencesTrait",
      "ERROR a#E ReferencesTrait",
      "ERROR a#G ReferencesTrait",
      "ERROR a#H ReferencesTrait",
      "ERROR a#I ReferencesTrait",
    ],
  },
  {
    rule: "TraitBreakingChanges",
    name: "wants paths through the trait",
    given: `@trait(breakingChanges: [{ change: "any" }, { path: "", change: "any" }, { path: "/a/b", change: "any" },
        { path: "/a/c", change: "any" }, { path: "/l/member/b", change: "any" }, { path: "/x", change: "any" }])
      structure t { a: T l: L }
      structure T { b: String }
      list L { member: T }
      @trait(breakingChanges: [{ path: "/x", change: "any" }]) string u`,
    want: [
      "ERROR a#t TraitBreakingChanges",
      "ERROR a#t TraitBreakingChanges",
      "ERROR a#u TraitBreakingChanges",
    ],
  },
  {
    rule: "TraitValidators",
    name: "wants ids of events as keys",
    given: `@trait @traitValidators("a.B": { selector: "*" } "_1": { selector: "*" } "a_b": { selector: "*" }) structure t {}
      @trait @traitValidators("1": { selector: "*" } "a.": { selector: "*" }) structure u {}`,
    want: ["ERROR a#u TraitValidators", "ERROR a#u TraitValidators"],
  },
  {
    rule: "my.Rule",
    name: "of a trait starts at what has the trait",
    given: `@trait @traitValidators(
        "my.Rule.NoFloats": { selector: "~> member :test(> float)" severity: "DANGER" }
        "my.Rule.NoMaps": { selector: "> member > map" }
      ) structure strict {}
      @strict structure S { a: Float b: Integer c: M }
      structure T { a: Float }
      map M { key: String value: String }`,
    want: ["DANGER a#S$a my.Rule.NoFloats", "ERROR a#M my.Rule.NoMaps"],
  },
  {
    rule: "MetadataTrait",
    name: "wants one type for a key",
    given: `@metadata(key: "k") string A
      @metadata(key: "k") string B
      @metadata(key: "one") string C
      @metadata(key: "suppressions") string D`,
    want: ["ERROR a#A MetadataTrait", "ERROR a#B MetadataTrait", "ERROR a#D MetadataTrait"],
  },
];

describe("the rule", () => {
  it.each(cases)("$rule $name", ({ rule, given, want }) => {
    expect(eventsOf(given, rule)).toEqual(want);
  });
});
