import { describe, expect, it } from "vitest";
import { eventsOf } from "./events-of.js";

/* Each rule about shapes and services: a model, and the events of the rule. */

interface Case {
  readonly rule: string;
  readonly name: string;
  readonly given: string;
  readonly want: readonly string[];
}

const cases: readonly Case[] = [
  {
    rule: "EnumShape",
    name: "wants different texts that are not empty, and names of capitals",
    given: `enum E {
        A
        B = "A"
        C = ""
        @enumValue(1) D
        small
        _X
        OK_1
      }`,
    want: [
      "ERROR a#E$B EnumShape",
      "ERROR a#E$C EnumShape",
      "ERROR a#E$D EnumShape",
      "WARNING a#E$_X EnumShape",
      "WARNING a#E$small EnumShape",
    ],
  },
  {
    rule: "EnumShape",
    name: "wants different integers of 32 bits",
    given: `intEnum E {
        A = 1
        B = 1
        C
        @enumValue("x") D
        @enumValue(1.5) E
        F = 2147483648
        G = -2147483648
        small = 3
      }`,
    want: [
      "ERROR a#E$B EnumShape",
      "ERROR a#E$C EnumShape",
      "ERROR a#E$D EnumShape",
      "ERROR a#E$E EnumShape",
      "ERROR a#E$F EnumShape",
      "WARNING a#E$small EnumShape",
    ],
  },
  {
    rule: "EnumTrait",
    name: "wants different values and names, and names for all or none",
    given: `@enum([{ value: "a", name: "A" }, { value: "a", name: "B" }, { value: "c", name: "A" }, { value: "d" }])
      string S
      @enum([{ value: "a", name: "small" }]) string T
      @enum([{ value: "a", name: "A" }, { value: "b", name: "B" }]) string U`,
    want: [
      "ERROR a#S EnumTrait",
      "ERROR a#S EnumTrait",
      "ERROR a#S EnumTrait",
      "WARNING a#T EnumTrait.small",
    ],
  },
  {
    rule: "EnumNamesPresent",
    name: "warns if no value has a name",
    given: `@enum([{ value: "a" }, { value: "b" }]) string S
      @enum([{ value: "a", name: "A" }]) string T`,
    want: ["WARNING a#S EnumNamesPresent"],
  },
  {
    rule: "Union",
    name: "wants members, whose targets have no defaults",
    given: `union U { a: PrimitiveInteger b: Integer }
      union V {}`,
    want: ["ERROR a#V Union", "NOTE a#U$a Union"],
  },
  {
    rule: "UnitType",
    name: "is allowed in unions, enums, inputs and outputs only",
    given: `structure S { a: Unit }
      list L { member: Unit }
      union U { a: Unit }
      enum E { A }
      operation O { input: Unit output: Unit }`,
    want: ["ERROR a#L$member UnitType", "ERROR a#S$a UnitType"],
  },
  {
    rule: "PrivateAccess",
    name: "is fine within the namespace",
    given: `@private structure S {}
      structure T { s: S }
      @private @trait structure t {}
      @t structure U {}`,
    want: [],
  },
  {
    rule: "PrivateAccess",
    name: "finds members and traits of another namespace",
    given: `structure T { s: smithy.api#NonEmptyString }
      @trait structure t { @smithy.rules#contextParam(name: "x") s: smithy.rules#Condition }`,
    want: ["ERROR a#T$s PrivateAccess", "ERROR a#t$s PrivateAccess"],
  },
  {
    rule: "PrivateMixinMember",
    name: "warns of the trait in mixins only",
    given: `@mixin structure M { @private a: String b: String }
      structure S { @private a: String }`,
    want: ["WARNING a#M$a PrivateMixinMember"],
  },
  {
    rule: "SyntheticShape",
    name: "keeps names for Smithy",
    given: `structure _SyntheticInput {}
      structure Synthetic {}
      structure S { _SyntheticMember: String }`,
    want: ["WARNING a#_SyntheticInput SyntheticShape"],
  },
  {
    rule: "ShapeRecursion",
    name: "of lists and maps leads through a structure or union",
    given: `list L { member: M }
      map M { key: String value: L }
      list A { member: S }
      structure S { a: A }
      list B { member: B }
      list C { member: B }`,
    want: ["ERROR a#B ShapeRecursion", "ERROR a#L ShapeRecursion", "ERROR a#M ShapeRecursion"],
  },
  {
    rule: "ShapeRecursion",
    name: "of structures can be left out",
    given: `structure A { @required b: B }
      structure B { @required a: A c: B }
      structure C { c: C }
      structure D { @required a: A }
      structure E { @required list: EList }
      list EList { member: E }`,
    want: ["ERROR a#A ShapeRecursion", "ERROR a#B ShapeRecursion"],
  },
  {
    rule: "ShapeRecursion",
    name: "of unions has a member that ends",
    given: `union A { a: A b: S }
      structure S { @required a: A }
      union B { b: B c: String }
      union C { c: T }
      structure T { c: C }
      union D { d: DList }
      list DList { member: D }
      union E {}`,
    want: ["ERROR a#A ShapeRecursion"],
  },
  {
    rule: "MemberShouldReferenceResource",
    name: "warns of members that look like identifiers",
    given: `resource R { identifiers: { id: Id } read: Get resources: [Child] }
      resource Child { identifiers: { id: Id childId: Id } }
      @readonly operation Get { input := { @required id: Id childId: Id } }
      structure A { id: Id name: Id }
      @references([{ resource: R }]) structure B { id: Id }
      structure C { id: Other childId: Id }
      string Id
      string Other`,
    want: [
      "WARNING a#A$id MemberShouldReferenceResource",
      "WARNING a#B$id MemberShouldReferenceResource",
      "WARNING a#C$childId MemberShouldReferenceResource",
    ],
  },
  {
    rule: "MemberShouldReferenceResource",
    name: "is fine with references on the target's container",
    given: `resource R { identifiers: { id: String } }
      @references([{ resource: R }]) structure B { id: String }`,
    want: [],
  },
  {
    rule: "Service",
    name: "can have a shape named Unit beside an enum",
    given: `service S { operations: [O] }
      operation O { input := { u: Unit } }
      enum Unit { BYTES }`,
    want: [],
  },
  {
    rule: "Service",
    name: "cannot rename members",
    given: `service S { operations: [O] rename: { "a#OInput$m": "x", "a#P": "Q" } }
      operation O { input := { m: P } }
      structure P {}`,
    want: ["ERROR a#S Service"],
  },
];

const resource = (operations: string, rest: string): string =>
  `resource R { identifiers: { id: String } properties: { p: Integer, q: String } ${operations} }
      ${rest}`;

const properties: readonly Case[] = [
  {
    name: "are all used, by name, trait or in a nested structure",
    given: resource(
      "create: Create read: Get operations: [Act]",
      `operation Create { input := { p: Integer @notProperty x: String @idempotencyToken token: String } output := { @required id: String } }
      @readonly operation Get { input := { @required id: String } output := { @nestedProperties r: Data other: String } }
      operation Act { input := { @required @resourceIdentifier("id") key: String @property(name: "q") alias: String } }
      structure Data { p: Integer }`,
    ),
    want: [],
  },
  {
    name: "that no operation has, or with another target, or twice",
    given: resource(
      "create: Create list: List",
      `operation Create { input := { p: Long @property(name: "p") second: Integer } }
      @readonly operation List { output := { q: String } }`,
    ),
    want: [
      "ERROR a#CreateInput ResourceOperationInputOutput",
      "ERROR a#CreateInput$p ResourceOperationInputOutput",
      "ERROR a#R ResourceOperationInputOutput",
    ],
  },
  {
    name: "that the resource does not have",
    given: resource(
      "put: Put",
      `@idempotent operation Put { input := { @required id: String p: Integer q: String wrong: String } output := { id: String } }`,
    ),
    want: [
      "ERROR a#PutInput$wrong ResourceOperationInputOutput",
      "ERROR a#PutOutput$id ResourceOperationInputOutput",
    ],
  },
  {
    name: "of resources without any are not looked for",
    given: `resource R { identifiers: { id: String } create: Create }
      operation Create { input := { x: String } }`,
    want: [],
  },
].map((each) => ({ rule: "ResourceOperationInputOutput", ...each }));

describe("the rule", () => {
  it.each([...cases, ...properties])("$rule $name", ({ rule, given, want }) => {
    expect(eventsOf(given, rule)).toEqual(want);
  });
});
