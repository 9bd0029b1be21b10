import { gone, type Pair } from "./pair.js";

/** Members of an input and of an output. */
export const members: readonly Pair[] = [
  {
    title: "AddedRequiredMember",
    edits: {
      "In/members/more": { target: "smithy.api#String", traits: { "smithy.api#required": {} } },
      "Out/members/more": { target: "smithy.api#String", traits: { "smithy.api#required": {} } },
    },
    want: [
      "breaking major AddedRequiredMember t#In$more: required member was added. Requests without it are rejected.",
      "compatible minor AddedRequiredMember t#Out$more: required member was added. Servers must return it.",
    ],
  },
  {
    title: "a required member with a default",
    edits: {
      "In/members/more": {
        target: "smithy.api#String",
        traits: { "smithy.api#required": {}, "smithy.api#default": "" },
      },
    },
    want: [
      "compatible minor AddedShape t#In$more: member was added. Requests without it get the default.",
    ],
  },
  {
    title: "an optional member",
    edits: {
      "In/members/more": { target: "smithy.api#String" },
      "Out/members/more": { target: "smithy.api#String" },
    },
    want: [
      "compatible minor AddedShape t#In$more: member was added.",
      "compatible minor AddedShape t#Out$more: member was added.",
    ],
  },
  {
    title: "a member that is removed",
    edits: { "In/members/color": gone, "Out/members/color": gone, Color: gone },
    want: [
      "breaking major RemovedShape t#Color: enum was removed. Code that uses its type does not compile.",
      "breaking major RemovedShape t#In$color: member was removed. Code that uses it does not compile.",
      "breaking major RemovedShape t#Out$color: member was removed. Code that uses it does not compile.",
    ],
  },
  {
    title: "ChangedNullability.AddedRequiredTrait",
    before: { "Do/traits/smithy.api#paginated": gone },
    edits: {
      "In/members/token/traits": { "smithy.api#required": {} },
      "Out/members/token/traits": { "smithy.api#required": {} },
    },
    want: [
      "breaking major ChangedNullability.AddedRequiredTrait t#In$token: is now required. Requests without it are rejected. Callers must set it.",
      "compatible minor ChangedNullability.AddedRequiredTrait t#Out$token: is now required. Servers must return it.",
    ],
  },
  {
    title: "ChangedNullability.RemovedRequiredTrait",
    edits: { "In/members/needed/traits": {}, "Out/members/needed/traits": {} },
    want: [
      "compatible minor ChangedNullability.RemovedRequiredTrait t#In$needed: is no longer required. Callers may omit it.",
      "breaking major ChangedNullability.RemovedRequiredTrait t#Out$needed: is no longer required. Code that reads it must handle its absence.",
    ],
  },
  {
    title: "ChangedNullability: required, but optional for clients",
    edits: {
      "Out/members/needed/traits": { "smithy.api#required": {}, "smithy.api#clientOptional": {} },
    },
    want: [
      "breaking major ChangedNullability.AddedClientOptionalTrait t#Out$needed: is now optional for clients. Code that reads it must handle its absence.",
    ],
  },
  {
    title: "required that a default replaces",
    edits: {
      "Out/members/needed/traits": { "smithy.api#default": "", "smithy.api#addedDefault": {} },
    },
    want: [
      'compatible minor ChangedNullability.RemovedRequiredTrait t#Out$needed: is no longer required and has the default "". Code that reads it finds the default where it is absent; its type allows undefined.',
    ],
  },
  {
    title: "ChangedDefault: a default that is added",
    edits: {
      "In/members/token/traits": { "smithy.api#default": "x" },
      "Out/members/token/traits": { "smithy.api#default": "x" },
    },
    want: [
      'breaking major ChangedDefault t#In$token: default "x" was added. An absent value now means "x".',
      'breaking major ChangedDefault t#Out$token: default "x" was added. An absent value now means "x".',
    ],
  },
  {
    title: "ChangedDefault: a default that is said to be added",
    edits: {
      "In/members/token/traits": { "smithy.api#default": "x", "smithy.api#addedDefault": {} },
      "Out/members/token/traits": { "smithy.api#default": "x", "smithy.api#addedDefault": {} },
    },
    want: [
      'compatible minor ChangedDefault t#In$token: default "x" was added. An absent value now means "x".',
      'compatible minor ChangedDefault t#Out$token: default "x" was added. An absent value now means "x".',
    ],
  },
  {
    title: "ChangedDefault: another default",
    before: {
      "In/members/token/traits": { "smithy.api#default": "x" },
      "Out/members/token/traits": { "smithy.api#default": "x" },
    },
    edits: {
      "In/members/token/traits": { "smithy.api#default": "y" },
      "Out/members/token/traits": { "smithy.api#default": "y" },
    },
    want: [
      'breaking major ChangedDefault t#In$token: default changed from "x" to "y". An absent value now means "y".',
      'breaking major ChangedDefault t#Out$token: default changed from "x" to "y". An absent value now means "y".',
    ],
  },
  {
    title: "ChangedDefault: a default that is removed",
    before: {
      "In/members/token/traits": { "smithy.api#default": "x" },
      "Out/members/token/traits": { "smithy.api#default": "x" },
    },
    edits: { "In/members/token/traits": {}, "Out/members/token/traits": {} },
    want: [
      'breaking major ChangedDefault t#In$token: default "x" was removed. An absent value no longer means "x".',
      'breaking major ChangedDefault t#Out$token: default "x" was removed. An absent value no longer means "x".',
    ],
  },
  {
    title: "ChangedMemberTarget: another type",
    before: { "Do/traits/smithy.api#paginated": gone },
    edits: {
      "In/members/token": { target: "smithy.api#Integer" },
      "Out/members/token": { target: "smithy.api#Integer" },
    },
    want: [
      "breaking major ChangedMemberTarget t#In$token: type changed from string to integer. Its type in code is different. Requests of old clients are misread.",
      "breaking major ChangedMemberTarget t#Out$token: type changed from string to integer. Its type in code is different. Old clients misread responses.",
    ],
  },
  {
    title: "ChangedMemberTarget: another shape of the same form",
    edits: { "In/members/text": { target: "smithy.api#String" } },
    want: [
      "compatible patch ChangedMemberTarget t#In$text: target changed from Text to String. Its name is neither in code nor in messages.",
    ],
  },
  {
    title: "ChangedMemberTarget: a string that becomes an enum",
    before: { "Do/traits/smithy.api#paginated": gone },
    edits: { "In/members/token": { target: "t#Color" } },
    want: [
      "breaking major ChangedMemberTarget t#In$token: type changed from string to enum Color. Its type in code is different.",
    ],
  },
  {
    title: "ChangedLengthTrait: stricter",
    before: {
      "In/members/token/traits": { "smithy.api#length": { min: 1, max: 9 } },
      "Out/members/token/traits": { "smithy.api#length": { min: 1, max: 9 } },
    },
    edits: {
      "In/members/token/traits": { "smithy.api#length": { min: 2, max: 8 } },
      "Out/members/token/traits": { "smithy.api#length": { min: 2, max: 8 } },
    },
    want: [
      "breaking major ChangedLengthTrait t#In$token: minimum length changed from 1 to 2. Requests that were valid may be rejected.",
      "breaking major ChangedLengthTrait t#In$token: maximum length changed from 9 to 8. Requests that were valid may be rejected.",
      "dangerous minor ChangedLengthTrait t#Out$token: minimum length changed from 1 to 2. Validators may reject responses that were valid.",
      "dangerous minor ChangedLengthTrait t#Out$token: maximum length changed from 9 to 8. Validators may reject responses that were valid.",
    ],
  },
  {
    title: "ChangedLengthTrait: looser",
    before: {
      "In/members/token/traits": { "smithy.api#length": { min: 2, max: 8 } },
      "Out/members/token/traits": { "smithy.api#length": { min: 2, max: 8 } },
    },
    edits: {
      "In/members/token/traits": { "smithy.api#length": { min: 1, max: 9 } },
      "Out/members/token/traits": { "smithy.api#length": { min: 1, max: 9 } },
    },
    want: [
      "compatible minor ChangedLengthTrait t#In$token: minimum length changed from 2 to 1. Requests that were rejected may be valid.",
      "compatible minor ChangedLengthTrait t#In$token: maximum length changed from 8 to 9. Requests that were rejected may be valid.",
      "compatible minor ChangedLengthTrait t#Out$token: minimum length changed from 2 to 1. Validators of the old version may reject responses.",
      "compatible minor ChangedLengthTrait t#Out$token: maximum length changed from 8 to 9. Validators of the old version may reject responses.",
    ],
  },
  {
    title: "a length that is added",
    edits: {
      "In/members/token/traits": { "smithy.api#length": { max: 9 } },
      "Out/members/token/traits": { "smithy.api#length": { max: 9 } },
    },
    want: [
      "breaking major ChangedLengthTrait t#In$token: maximum length 9 was added. Requests that were valid may be rejected.",
      "dangerous minor ChangedLengthTrait t#Out$token: maximum length 9 was added. Validators may reject responses that were valid.",
    ],
  },
  {
    title: "ChangedRangeTrait: stricter",
    before: { "In/members/size/traits": { "smithy.api#range": { min: 1, max: 9 } } },
    edits: { "In/members/size/traits": { "smithy.api#range": { min: 2, max: 8 } } },
    want: [
      "breaking major ChangedRangeTrait t#In$size: minimum value changed from 1 to 2. Requests that were valid may be rejected.",
      "breaking major ChangedRangeTrait t#In$size: maximum value changed from 9 to 8. Requests that were valid may be rejected.",
    ],
  },
  {
    title: "ChangedRangeTrait: looser",
    before: { "In/members/size/traits": { "smithy.api#range": { min: 1, max: 9 } } },
    edits: { "In/members/size/traits": {} },
    want: [
      "compatible minor ChangedRangeTrait t#In$size: minimum value 1 was removed. Requests that were rejected may be valid.",
      "compatible minor ChangedRangeTrait t#In$size: maximum value 9 was removed. Requests that were rejected may be valid.",
    ],
  },
  {
    title: "a pattern that is added",
    edits: {
      "In/members/token/traits": { "smithy.api#pattern": "^a$" },
      "Out/members/token/traits": { "smithy.api#pattern": "^a$" },
    },
    want: [
      'breaking major TraitBreakingChange.Add.smithy.api#pattern t#In$token: pattern "^a$" was added. Requests that were valid may be rejected.',
      'dangerous minor TraitBreakingChange.Add.smithy.api#pattern t#Out$token: pattern "^a$" was added. Validators may reject responses that were valid.',
    ],
  },
  {
    title: "another pattern",
    before: {
      "In/members/token/traits": { "smithy.api#pattern": "^a$" },
      "Out/members/token/traits": { "smithy.api#pattern": "^a$" },
    },
    edits: {
      "In/members/token/traits": { "smithy.api#pattern": "^b$" },
      "Out/members/token/traits": { "smithy.api#pattern": "^b$" },
    },
    want: [
      'breaking major TraitBreakingChange.Update.smithy.api#pattern t#In$token: pattern changed from "^a$" to "^b$". Requests that were valid may be rejected.',
      'dangerous minor TraitBreakingChange.Update.smithy.api#pattern t#Out$token: pattern changed from "^a$" to "^b$". Validators may reject responses that were valid.',
    ],
  },
  {
    title: "a pattern that is removed",
    before: {
      "In/members/token/traits": { "smithy.api#pattern": "^a$" },
      "Out/members/token/traits": { "smithy.api#pattern": "^a$" },
    },
    edits: { "In/members/token/traits": {}, "Out/members/token/traits": {} },
    want: [
      'compatible minor ModifiedTrait.Remove.smithy.api#pattern t#In$token: pattern "^a$" was removed. Requests that were rejected may be valid.',
      'compatible minor ModifiedTrait.Remove.smithy.api#pattern t#Out$token: pattern "^a$" was removed. Validators of the old version may reject responses.',
    ],
  },
  {
    title: "another name in JSON",
    edits: {
      "In/members/token/traits": { "smithy.api#jsonName": "t" },
      "Out/members/token/traits": { "smithy.api#jsonName": "t" },
    },
    want: [
      'breaking major TraitBreakingChange.Add.smithy.api#jsonName t#In$token: JSON name changed from "token" to "t". Requests of old clients are misread.',
      'breaking major TraitBreakingChange.Add.smithy.api#jsonName t#Out$token: JSON name changed from "token" to "t". Old clients misread responses.',
    ],
  },
  {
    title: "a name in XML, which the protocol does not use",
    edits: {
      "In/members/token/traits": { "smithy.api#xmlName": "t" },
      "Out/members/token/traits": { "smithy.api#xmlName": "t" },
    },
    want: [
      "compatible patch TraitBreakingChange.Add.smithy.api#xmlName t#In$token: trait smithy.api#xmlName was added. It has no effect in the protocol of the service.",
      "compatible patch TraitBreakingChange.Add.smithy.api#xmlName t#Out$token: trait smithy.api#xmlName was added. It has no effect in the protocol of the service.",
    ],
  },
  {
    title: "another format of timestamps",
    edits: { "In/members/when/traits": { "smithy.api#timestampFormat": "date-time" } },
    want: [
      "breaking major TraitBreakingChange.Add.smithy.api#timestampFormat t#In$when: timestamp format changed from epoch-seconds to date-time. Requests of old clients are misread.",
    ],
  },
  {
    title: "an idempotency token",
    edits: { "In/members/token/traits": { "smithy.api#idempotencyToken": {} } },
    want: [
      "compatible minor ModifiedTrait.Add.smithy.api#idempotencyToken t#In$token: is now an idempotency token. Clients generate a value where it is absent.",
    ],
  },
  {
    title: "no idempotency token any more",
    before: { "In/members/token/traits": { "smithy.api#idempotencyToken": {} } },
    edits: { "In/members/token/traits": {} },
    want: [
      "breaking major TraitBreakingChange.Remove.smithy.api#idempotencyToken t#In$token: is no longer an idempotency token. Clients no longer generate a value; callers must set it.",
    ],
  },
  {
    title: "a member that is sensitive",
    edits: {
      "In/members/token/traits": { "smithy.api#sensitive": {} },
      "Out/members/token/traits": { "smithy.api#sensitive": {} },
    },
    want: [
      "compatible minor ModifiedTrait.Add.smithy.api#sensitive t#In$token: is now sensitive. Error messages no longer contain its values.",
      "compatible minor ModifiedTrait.Add.smithy.api#sensitive t#Out$token: is now sensitive. Error messages no longer contain its values.",
    ],
  },
];
