import { gone, type Pair } from "./pair.js";

/** Shapes as wholes: what is added and removed, types, enums, collections, the order of members. */
export const shapes: readonly Pair[] = [
  {
    title: "AddedShape: a structure that a new member refers to",
    edits: { "In/members/more": { target: "t#More" }, More: { type: "structure", members: {} } },
    want: [
      "compatible minor AddedShape t#In$more: member was added.",
      "compatible minor AddedShape t#More: structure was added.",
    ],
  },
  {
    title: "AddedShape: a shape that nothing refers to",
    edits: { Unused: { type: "string" } },
    want: [
      "compatible patch AddedShape t#Unused: string was added. It has no generated code of its own.",
    ],
  },
  {
    title: "RemovedShape: a union that is gone with its member",
    edits: { "Out/members/choice": gone, Choice: gone },
    want: [
      "breaking major RemovedShape t#Choice: union was removed. Code that uses its type does not compile.",
      "breaking major RemovedShape t#Out$choice: member was removed. Code that uses it does not compile.",
    ],
  },
  {
    title: "RemovedShape.ScalarShape",
    before: { Unused: { type: "string" } },
    edits: { Unused: gone },
    want: [
      "dangerous patch RemovedShape.ScalarShape t#Unused: string was removed. Models that refer to it are not valid.",
    ],
  },
  {
    title: "ChangedShapeType",
    edits: { "Text/type": "integer" },
    want: [
      "breaking major ChangedShapeType t#Text: type changed from string to integer. Its type in code is different. Requests of old clients are misread. Old clients misread responses.",
    ],
  },
  {
    title: "ChangedShapeType of a structure that becomes a union",
    edits: { "Choice/type": "structure" },
    want: [
      "breaking major ChangedShapeType t#Choice: type changed from union Choice to structure Choice. Its type in code is different. Old clients misread responses.",
    ],
  },
  {
    title: "a set that becomes a list of unique items",
    before: { "Texts/type": "set" },
    edits: { "Texts/type": "list", "Texts/traits": { "smithy.api#uniqueItems": {} } },
    want: [],
  },
  {
    title: "ChangedEnumTrait: a value that is appended",
    edits: {
      "Color/members/GREEN": {
        target: "smithy.api#Unit",
        traits: { "smithy.api#enumValue": "green" },
      },
    },
    want: [
      'compatible minor ChangedEnumTrait t#Color$GREEN: value "green" was added. Servers of the old version reject it. Old clients read it as an unknown value.',
    ],
  },
  {
    title: "ChangedEnumTrait: a value that is removed",
    edits: { "Color/members/BLUE": gone },
    want: [
      'breaking major ChangedEnumTrait t#Color$BLUE: value "blue" was removed. Requests with it are rejected. Code that uses its key does not compile.',
    ],
  },
  {
    title: "ChangedEnumTrait: another name of a value",
    edits: {
      "Color/members/BLUE": gone,
      "Color/members/AZURE": {
        target: "smithy.api#Unit",
        traits: { "smithy.api#enumValue": "blue" },
      },
    },
    want: [
      "breaking major ChangedEnumTrait t#Color$AZURE: key changed from BLUE to AZURE. Code that uses the old name does not compile.",
    ],
  },
  {
    title: "ChangedEnumTrait: another value",
    edits: { "Color/members/BLUE/traits/smithy.api#enumValue": "azure" },
    want: [
      'breaking major ChangedEnumTrait t#Color$BLUE: value changed from "blue" to "azure". Old code sends and expects the old value.',
    ],
  },
  {
    title: "ChangedMemberOrder",
    edits: {
      "Choice/members": {
        other: { target: "smithy.api#String" },
        one: { target: "smithy.api#String" },
      },
    },
    want: [
      "dangerous patch ChangedMemberOrder t#Choice: members have another order. Generators for languages in which the layout of a structure matters, such as C++, depend on it.",
    ],
  },
  {
    title: "a member that is added at the end",
    edits: {
      "Choice/members": {
        one: { target: "smithy.api#String" },
        other: { target: "smithy.api#String" },
        third: { target: "smithy.api#String" },
      },
    },
    want: [
      "compatible minor AddedShape t#Choice$third: member was added. Old clients read it as an unknown member.",
    ],
  },
  {
    title: "a list that becomes sparse",
    edits: { "Texts/traits": { "smithy.api#sparse": {} } },
    want: [
      "breaking major TraitBreakingChange.Add.smithy.api#sparse t#Texts: is now sparse: it may contain null. Code that reads it must handle null.",
    ],
  },
  {
    title: "a map that is no longer sparse",
    before: { "ByName/traits": { "smithy.api#sparse": {} } },
    edits: { "ByName/traits": {} },
    want: [
      "compatible minor TraitBreakingChange.Remove.smithy.api#sparse t#ByName: is no longer sparse: it must not contain null. Code that reads it no longer finds null.",
    ],
  },
  {
    title: "a list whose items must be unique",
    edits: { "Texts/traits": { "smithy.api#uniqueItems": {} } },
    want: [
      "dangerous minor TraitBreakingChange.Add.smithy.api#uniqueItems t#Texts: its items must now be unique. Validators may reject responses that were valid.",
    ],
  },
  {
    title: "another element of a list",
    edits: { "Texts/member": { target: "smithy.api#Integer" } },
    want: [
      "breaking major ChangedMemberTarget t#Texts$member: type changed from string to integer. Its type in code is different. Old clients misread responses.",
    ],
  },
  {
    title: "an error with another fault and status",
    edits: { "Oops/traits": { "smithy.api#error": "server", "smithy.api#httpError": 503 } },
    want: [
      "breaking major TraitBreakingChange.Update.smithy.api#error t#Oops: fault changed from client to server. `$fault` has another type and value.",
      "breaking major TraitBreakingChange.Add.smithy.api#httpError t#Oops: HTTP status changed from 400 to 503. Code that tests the status no longer recognizes the error.",
    ],
  },
  {
    title: "a structure that is deprecated",
    edits: { "Choice/traits": { "smithy.api#deprecated": { message: "Use another." } } },
    want: [
      "compatible minor ModifiedTrait.Add.smithy.api#deprecated t#Choice: is now deprecated: Use another. Editors mark code that uses it.",
    ],
  },
  {
    title: "a structure that is internal, unstable and sensitive",
    edits: {
      "Text/traits": {
        "smithy.api#sensitive": {},
        "smithy.api#internal": {},
        "smithy.api#unstable": {},
      },
    },
    want: [
      "compatible minor ModifiedTrait.Add.smithy.api#sensitive t#Text: is now sensitive. Error messages no longer contain its values.",
      "compatible minor ModifiedTrait.Add.smithy.api#internal t#Text: is now internal. Documentation tools and `stripInternal` leave it out.",
      "compatible patch ModifiedTrait.Add.smithy.api#unstable t#Text: is now unstable.",
    ],
  },
];
