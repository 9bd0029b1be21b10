import { gone, type Pair } from "./pair.js";

const cors = "Service/traits/smithy.api#cors";

/** What changes of traits mean for those who call the service, and for other tools. */
export const meanings: readonly Pair[] = [
  {
    title: "cross-origin requests that are no longer allowed",
    before: { [cors]: {} },
    edits: { [cors]: gone },
    want: [
      "breaking major TraitBreakingChange.Remove.smithy.api#cors t#Service: trait smithy.api#cors was removed. Browsers no longer call it from other origins.",
    ],
  },
  {
    title: "other rules for cross-origin requests",
    before: { [cors]: {} },
    edits: { [cors]: { origin: "https://example.com" } },
    want: [
      "dangerous minor ModifiedTrait.Update.smithy.api#cors t#Service: trait smithy.api#cors changed. Browsers may no longer call it from some origins.",
    ],
  },
  {
    title: "a second protocol that is gone",
    before: { "Service/traits/aws.protocols#restXml": {} },
    edits: { "Service/traits/aws.protocols#restXml": gone },
    want: [
      "breaking patch ModifiedTrait.Remove.aws.protocols#restXml t#Service: trait aws.protocols#restXml was removed. Clients of this protocol can no longer call the service.",
    ],
  },
  {
    title: "versions of HTTP",
    edits: { "Service/traits/aws.protocols#restJson1": { http: ["h2"] } },
    want: [
      "dangerous minor ModifiedTrait.Update.aws.protocols#restJson1 t#Service: trait aws.protocols#restJson1 changed. Clients may use another version of HTTP.",
    ],
  },
  {
    title: "the namespace of the service in ARNs, but not its name",
    before: { "Service/traits/aws.api#service": { sdkId: "T", arnNamespace: "one" } },
    edits: { "Service/traits/aws.api#service/arnNamespace": "two" },
    want: [
      "compatible patch ModifiedTrait.Update.aws.api#service t#Service: trait aws.api#service changed.",
    ],
  },
  {
    title: "a name of the service that is stated, but the default",
    edits: { "Service/traits/aws.api#service": { sdkId: "Service" } },
    want: [],
  },
  {
    title: "an error of the service that becomes one of an operation",
    edits: {
      "Service/errors": [],
      "Do/errors": [{ target: "t#Oops" }, { target: "t#Failure" }],
    },
    want: [
      "compatible minor RemovedServiceError t#Service: error t#Failure was removed. Code need not handle it where no operation lists it.",
    ],
  },
  {
    title: "a structure that is only an output now",
    edits: { "Out/traits": { "smithy.api#output": {} } },
    want: [
      "dangerous patch TraitBreakingChange.Add.smithy.api#output t#Out: trait smithy.api#output was added. Other generators may treat the structure in another way.",
    ],
  },
  {
    title: "a structure that is no longer only an input",
    edits: { "In/traits/smithy.api#input": gone },
    want: [
      "dangerous patch TraitBreakingChange.Remove.smithy.api#input t#In: trait smithy.api#input was removed. Other generators may treat the structure in another way.",
    ],
  },
  {
    title: "a shape that is no longer sensitive",
    before: { "Text/traits": { "smithy.api#sensitive": {} } },
    edits: { "Text/traits": {} },
    want: [
      "breaking major ModifiedTrait.Remove.smithy.api#sensitive t#Text: is no longer sensitive. Error messages and logs may contain its values.",
    ],
  },
  {
    title: "a value of an enum that is removed",
    edits: { "Color/members/BLUE": gone },
    want: [
      'breaking major ChangedEnumTrait t#Color$BLUE: value "blue" was removed. Requests with it are rejected. Code that uses its key does not compile.',
    ],
  },
  {
    title: "a member that is no longer internal",
    before: { "In/members/token/traits": { "smithy.api#internal": {} } },
    edits: { "In/members/token/traits": {} },
    want: [
      "compatible minor TraitBreakingChange.Remove.smithy.api#internal t#In$token: is no longer internal. Documentation tools and `stripInternal` no longer leave it out.",
    ],
  },
  {
    title: "a media type of a string in JSON",
    edits: { "Text/traits": { "smithy.api#mediaType": "text/plain" } },
    want: [
      "compatible patch ModifiedTrait.Add.smithy.api#mediaType t#Text: media type text/plain was added. It has no effect in JSON.",
    ],
  },
  {
    title: "a name in XML",
    edits: { "In/members/token/traits": { "smithy.api#xmlName": "t" } },
    want: [
      "compatible patch TraitBreakingChange.Add.smithy.api#xmlName t#In$token: trait smithy.api#xmlName was added. It has no effect in the protocol of the service.",
    ],
  },
];
