import { gone, type Pair } from "./pair.js";

/** Services, operations, resources, errors, metadata and definitions of traits. */
export const entities: readonly Pair[] = [
  {
    title: "AddedMetadata",
    edits: { "/metadata/other": 2 },
    want: [
      'compatible patch AddedMetadata : metadata "other" was added. Tools that read it may behave differently.',
    ],
  },
  {
    title: "ChangedMetadata",
    edits: { "/metadata/key": 2 },
    want: [
      'dangerous patch ChangedMetadata : metadata "key" changed. Tools that read it may behave differently.',
    ],
  },
  {
    title: "RemovedMetadata",
    edits: { "/metadata/key": gone },
    want: [
      'dangerous patch RemovedMetadata : metadata "key" was removed. Tools that read it may behave differently.',
    ],
  },
  {
    title: "AddedOperationBinding: a new operation",
    edits: {
      "Service/operations": [{ target: "t#Do" }, { target: "t#Empty" }, { target: "t#More" }],
      More: { type: "operation", traits: { "smithy.api#http": { method: "GET", uri: "/more" } } },
    },
    want: ["compatible minor AddedOperationBinding t#More: operation was added."],
  },
  {
    title: "RemovedOperationBinding: an operation that is gone",
    edits: { "Service/operations": [{ target: "t#Do" }], Empty: gone },
    want: [
      "breaking major RemovedOperationBinding t#Empty: operation was removed. Code that calls it does not compile. Requests of old clients do not reach the operation.",
    ],
  },
  {
    title: "an operation that is bound to a resource instead",
    edits: {
      "Service/operations": [{ target: "t#Do" }],
      "Thing/operations": [{ target: "t#ReadThing" }, { target: "t#Empty" }],
    },
    want: [
      "dangerous patch RemovedOperationBinding t#Service: operation t#Empty is no longer bound. Tools that manage resources may no longer find it.",
      "compatible patch AddedOperationBinding t#Thing: operation t#Empty was bound. Tools that manage resources may find it there.",
    ],
  },
  {
    title: "AddedResourceBinding",
    edits: {
      "Service/resources": [{ target: "t#Thing" }, { target: "t#Other" }],
      Other: { type: "resource" },
    },
    want: [
      "compatible patch AddedShape t#Other: resource was added. It has no generated code of its own.",
      "compatible patch AddedResourceBinding t#Service: resource t#Other was bound. Tools that manage resources may find it there.",
    ],
  },
  {
    title: "RemovedResourceBinding",
    edits: { "Service/resources": [], Thing: gone, ReadThing: gone },
    want: [
      "breaking major RemovedOperationBinding t#ReadThing: operation was removed. Code that calls it does not compile. Requests of old clients do not reach the operation.",
      "dangerous patch RemovedShape t#Thing: resource was removed. Models that refer to it are not valid.",
      "dangerous patch RemovedResourceBinding t#Service: resource t#Thing is no longer bound. Tools that manage resources may no longer find it.",
    ],
  },
  {
    title: "ChangedResourceIdentifiers",
    edits: { "Thing/identifiers": { name: { target: "smithy.api#String" } } },
    want: [
      "breaking patch ChangedResourceIdentifiers t#Thing: identifiers changed. Tools that manage resources identify them in another way.",
    ],
  },
  {
    title: "AddedOperationError",
    edits: {
      "Do/errors": [{ target: "t#Oops" }, { target: "t#Again" }],
      Again: { type: "structure", members: {}, traits: { "smithy.api#error": "client" } },
    },
    want: [
      "dangerous minor AddedOperationError t#Do: error Again was added. Code that handles every error must handle Again.",
      "compatible minor AddedShape t#Again: structure was added.",
    ],
  },
  {
    title: "RemovedOperationError",
    edits: { "Do/errors": [], Oops: gone },
    want: [
      "compatible minor RemovedOperationError t#Do: error Oops was removed. Code need not handle Oops here.",
      "breaking major RemovedShape t#Oops: structure was removed. Code that uses its type does not compile.",
    ],
  },
  {
    title: "AddedServiceError",
    edits: {
      "Service/errors": [{ target: "t#Failure" }, { target: "t#Again" }],
      Again: { type: "structure", members: {}, traits: { "smithy.api#error": "client" } },
    },
    want: [
      "compatible minor AddedShape t#Again: structure was added.",
      "dangerous minor AddedServiceError t#Service: error t#Again was added. Code that handles every error of an operation must handle it.",
    ],
  },
  {
    title: "RemovedServiceError",
    edits: { "Service/errors": [], Failure: gone },
    want: [
      "breaking major RemovedShape t#Failure: structure was removed. Code that uses its type does not compile.",
      "compatible minor RemovedServiceError t#Service: error t#Failure was removed. Code need not handle it where no operation lists it.",
    ],
  },
  {
    title: "AddedOperationInput without required members",
    edits: {
      "Empty/input": { target: "t#New" },
      New: {
        type: "structure",
        members: { a: { target: "smithy.api#String", traits: { "smithy.api#httpQuery": "a" } } },
      },
    },
    want: [
      "compatible minor AddedOperationInput t#Empty: input New was added. Callers may pass it.",
      "compatible minor AddedShape t#New: structure was added.",
    ],
  },
  {
    title: "AddedOperationInput with a required member",
    edits: {
      "Empty/input": { target: "t#New" },
      New: {
        type: "structure",
        members: {
          a: {
            target: "smithy.api#String",
            traits: { "smithy.api#httpQuery": "a", "smithy.api#required": {} },
          },
        },
      },
    },
    want: [
      "breaking major AddedOperationInput t#Empty: input New was added. Callers must pass it.",
      "compatible minor AddedShape t#New: structure was added.",
    ],
  },
  {
    title: "AddedOperationOutput",
    edits: { "Empty/output": { target: "t#New" }, New: { type: "structure", members: {} } },
    want: [
      "compatible minor AddedOperationOutput t#Empty: output New was added. Callers may read it.",
      "compatible minor AddedShape t#New: structure was added.",
    ],
  },
  {
    title: "RemovedOperationInput",
    before: { "Do/traits/smithy.api#paginated": gone },
    edits: { "Do/input": gone, "Do/traits/smithy.api#paginated": gone, In: gone },
    want: [
      "breaking major RemovedOperationInput t#Do: input In was removed. Callers can no longer pass it.",
      "breaking major RemovedShape t#In: structure was removed. Code that uses its type does not compile.",
    ],
  },
  {
    title: "RemovedOperationOutput",
    before: {
      "Do/traits/smithy.api#paginated": gone,
      "In/members/text": { target: "smithy.api#String" },
    },
    edits: {
      "Do/output": gone,
      Out: gone,
      Texts: gone,
      Text: gone,
      ByName: gone,
      Choice: gone,
      "In/members/text": { target: "smithy.api#String" },
    },
    want: [
      "breaking major RemovedOperationOutput t#Do: output Out was removed. Code that reads it does not compile.",
      "breaking major RemovedShape t#Choice: union was removed. Code that uses its type does not compile.",
      "breaking major RemovedShape t#Out: structure was removed. Code that uses its type does not compile.",
      "dangerous patch RemovedShape t#ByName: map was removed. Models that refer to it are not valid.",
      "dangerous patch RemovedShape.ScalarShape t#Text: string was removed. Models that refer to it are not valid.",
      "dangerous patch RemovedShape t#Texts: list was removed. Models that refer to it are not valid.",
    ],
  },
  {
    title: "ChangedOperationInput: the same structure under another name",
    before: {
      "Do/traits/smithy.api#paginated": gone,
      In: { type: "structure", members: { a: { target: "smithy.api#String" } } },
    },
    edits: {
      "Do/input": { target: "t#DoInput" },
      In: gone,
      DoInput: { type: "structure", members: { a: { target: "smithy.api#String" } } },
    },
    want: [
      "compatible minor ChangedOperationInput t#Do: input changed from In to DoInput. It is the same structure under another name.",
      "breaking major RemovedShape t#DoInput: name changed from In to DoInput. Code that uses the old name does not compile.",
    ],
  },
  {
    title: "ChangedOperationOutput: another structure that both models have",
    before: {
      "Do/traits/smithy.api#paginated": gone,
      "Do/output": { target: "t#First" },
      First: { type: "structure", members: {} },
      Second: { type: "structure", members: {} },
      "Empty/output": { target: "t#Second" },
      "ReadThing/output": { target: "t#First" },
    },
    edits: { "Do/output": { target: "t#Second" } },
    want: [
      "breaking major ChangedOperationOutput t#Do: output changed from First to Second. Its type in code is different.",
    ],
  },
  {
    title: "AddedTraitDefinition",
    edits: { added: { type: "structure", members: {}, traits: { "smithy.api#trait": {} } } },
    want: [
      "compatible patch AddedTraitDefinition t#added: definition of a trait was added. Models may apply it.",
    ],
  },
  {
    title: "RemovedTraitDefinition",
    edits: { unused: gone },
    want: [
      "breaking patch RemovedTraitDefinition t#unused: definition of a trait was removed. Models that apply it are not valid.",
    ],
  },
  {
    title: "the version of the service",
    edits: { "Service/version": "2" },
    want: ["compatible patch Service.version t#Service: version changed from 1 to 2."],
  },
  {
    title: "the id of the service",
    before: {
      Service: {
        type: "service",
        version: "1",
        operations: [{ target: "t#Empty" }],
        traits: { "aws.protocols#restJson1": {} },
      },
    },
    edits: {
      Service: gone,
      Renamed: {
        type: "service",
        version: "1",
        operations: [{ target: "t#Empty" }],
        traits: { "aws.protocols#restJson1": {} },
      },
    },
    want: [
      "compatible patch Service.id t#Renamed: shape id of the service changed from t#Service to t#Renamed. It is not on the wire; commands that name it must change.",
      "breaking major Service.name t#Renamed: SDK name of the service changed from Service to Renamed. Its errors extend RenamedServiceException instead of ServiceServiceException.",
    ],
  },
  {
    title: "the name of the service in SDKs",
    before: { "Service/traits/aws.api#service": { sdkId: "Old Name" } },
    edits: { "Service/traits/aws.api#service": { sdkId: "New Name" } },
    want: [
      "breaking major Service.name t#Service: SDK name of the service changed from OldName to NewName. Its errors extend NewNameServiceException instead of OldNameServiceException.",
    ],
  },
  {
    title: "ServiceRename: a rename that is new",
    edits: { "Service/rename": { "t#Color": "Hue" } },
    want: [
      "breaking major ServiceRename t#Color: name changed from Color to Hue. Code that uses the old name does not compile.",
    ],
  },
  {
    title: "ServiceRename: a rename that is gone",
    before: { "Service/rename": { "t#Color": "Hue" } },
    edits: { "Service/rename": gone },
    want: [
      "breaking major ServiceRename t#Color: name changed from Hue to Color. Code that uses the old name does not compile.",
    ],
  },
  {
    title: "documentation alone",
    edits: {
      "Do/traits/smithy.api#documentation": "It does.",
      "In/members/text/traits": { "smithy.api#documentation": "A text." },
    },
    want: [],
  },
];
