import { gone, type Edits, type Pair } from "./pair.js";

const get = { "smithy.api#http": { method: "GET", uri: "/get" } };
const unbound = (traits: object): Edits => ({
  Unbound: { type: "operation", traits: { ...get, ...traits } },
});
const service = {
  type: "service",
  version: "1",
  operations: [{ target: "t#Empty" }],
  traits: { "aws.protocols#restJson1": {}, "aws.api#service": { sdkId: "T" } },
};
const basic = { ...service, traits: { ...service.traits, "smithy.api#httpBasicAuth": {} } };
const base = (traits: object): Edits => ({
  Base: {
    type: "structure",
    members: { mixed: { target: "smithy.api#String", traits } },
    traits: { "smithy.api#mixin": {} },
  },
  "Out/mixins": [{ target: "t#Base" }],
});

/** What the service does not use, and services and shapes that move. */
export const outside: readonly Pair[] = [
  {
    title: "an operation outside of the service that is no longer idempotent",
    before: unbound({ "smithy.api#idempotent": {} }),
    edits: unbound({}),
    want: [
      "dangerous patch TraitBreakingChange.Remove.smithy.api#idempotent t#Unbound: trait smithy.api#idempotent was removed. The definition of the trait calls this a breaking change.",
    ],
  },
  {
    title: "an operation outside of the service that needs no authentication",
    before: unbound({}),
    edits: unbound({ "smithy.api#optionalAuth": {} }),
    want: [
      "compatible patch ModifiedTrait.Add.smithy.api#optionalAuth t#Unbound: trait smithy.api#optionalAuth was added.",
    ],
  },
  {
    title: "an operation outside of the service that has another URI",
    before: unbound({}),
    edits: { "Unbound/traits/smithy.api#http/uri": "/other" },
    want: [
      "dangerous patch TraitBreakingChange.Update.smithy.api#http t#Unbound: trait smithy.api#http changed. The definition of the trait calls this a breaking change.",
    ],
  },
  {
    title: "an operation that is no longer bound, but still in the model",
    edits: { "Service/operations": [{ target: "t#Do" }] },
    want: [
      "breaking major RemovedOperationBinding t#Empty: operation was removed. Code that calls it does not compile. Requests of old clients do not reach the operation.",
    ],
  },
  {
    title: "a simple shape that is used by nothing and added",
    edits: { Unused: { type: "string" } },
    want: [
      "compatible patch AddedShape t#Unused: string was added. It has no generated code of its own.",
    ],
  },
  {
    title: "a simple shape that was used by nothing and is gone",
    before: { Unused: { type: "string" } },
    edits: { Unused: gone },
    want: [
      "dangerous patch RemovedShape.ScalarShape t#Unused: string was removed. Models that refer to it are not valid.",
    ],
  },
  {
    title: "a private structure that was used by nothing and is gone",
    before: { Unused: { type: "structure", members: {}, traits: { "smithy.api#private": {} } } },
    edits: { Unused: gone },
    want: [
      "compatible patch RemovedShape t#Unused: structure was removed. Only its own namespace could refer to it.",
    ],
  },
  {
    title: "a member of a mixin, whose change is reported where it is used",
    before: base({}),
    edits: base({ "smithy.api#required": {}, "smithy.api#notProperty": {} }),
    want: [
      "compatible minor ChangedNullability.AddedRequiredTrait t#Out$mixed: is now required. Servers must return it.",
      "dangerous patch TraitBreakingChange.Add.smithy.api#notProperty t#Out$mixed: trait smithy.api#notProperty was added. Tools that manage resources may see other properties.",
    ],
  },
  {
    title: "a service with another id that no longer accepts an authentication",
    before: { Service: basic },
    edits: { Service: gone, Renamed: service },
    want: [
      "compatible patch Service.id t#Renamed: shape id of the service changed from t#Service to t#Renamed. It is not on the wire; commands that name it must change.",
      "breaking major RemovedAuthenticationScheme t#Renamed: trait smithy.api#httpBasicAuth was removed. Clients that authenticate with it are rejected.",
    ],
  },
  {
    title: "an authentication scheme of the model that is gone with its definition",
    before: {
      own: {
        type: "structure",
        members: {},
        traits: { "smithy.api#trait": {}, "smithy.api#authDefinition": {} },
      },
      "Service/traits/t#own": {},
    },
    edits: { own: gone, "Service/traits/t#own": gone },
    want: [
      "breaking patch RemovedTraitDefinition t#own: definition of a trait was removed. Models that apply it are not valid.",
      "breaking major RemovedAuthenticationScheme t#Service: trait t#own was removed. Clients that authenticate with it are rejected.",
    ],
  },
];
