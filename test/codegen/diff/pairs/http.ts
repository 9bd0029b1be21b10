import type { Pair } from "./pair.js";

/** How HTTP carries operations and members. */
export const http: readonly Pair[] = [
  {
    title: "another method",
    edits: { "Do/traits/smithy.api#http/method": "PUT" },
    want: [
      "breaking major TraitBreakingChange.Update.smithy.api#http t#Do: HTTP method changed from POST to PUT. Requests of old clients do not reach the operation.",
    ],
  },
  {
    title: "another URI",
    edits: { "Do/traits/smithy.api#http/uri": "/done" },
    want: [
      "breaking major TraitBreakingChange.Update.smithy.api#http t#Do: URI changed from /do to /done. Requests of old clients do not reach the operation.",
    ],
  },
  {
    title: "another status",
    edits: { "Do/traits/smithy.api#http/code": 201 },
    want: [
      "breaking major TraitBreakingChange.Update.smithy.api#http t#Do: HTTP status changed from 200 to 201. Code that expects the old status fails.",
    ],
  },
  {
    title: "a status that is stated, but the default",
    edits: { "ReadThing/traits/smithy.api#http/code": 200 },
    want: [],
  },
  {
    title: "a header",
    edits: { "In/members/token/traits": { "smithy.api#httpHeader": "x-token" } },
    want: [
      'breaking major TraitBreakingChange.Add.smithy.api#httpHeader t#In$token: HTTP binding changed from body to header "x-token". Requests of old clients are misread.',
    ],
  },
  {
    title: "another header",
    before: { "In/members/token/traits": { "smithy.api#httpHeader": "x-token" } },
    edits: { "In/members/token/traits": { "smithy.api#httpHeader": "x-new" } },
    want: [
      'breaking major TraitBreakingChange.Update.smithy.api#httpHeader t#In$token: HTTP binding changed from header "x-token" to header "x-new". Requests of old clients are misread.',
    ],
  },
  {
    title: "a query parameter that goes to the body",
    before: { "In/members/token/traits": { "smithy.api#httpQuery": "token" } },
    edits: { "In/members/token/traits": {} },
    want: [
      'breaking major TraitBreakingChange.Remove.smithy.api#httpQuery t#In$token: HTTP binding changed from query "token" to body. Requests of old clients are misread.',
    ],
  },
  {
    title: "a label",
    edits: {
      "In/members/needed/traits": { "smithy.api#required": {}, "smithy.api#httpLabel": {} },
      "Do/traits/smithy.api#http/uri": "/do/{needed}",
    },
    want: [
      "breaking major TraitBreakingChange.Update.smithy.api#http t#Do: URI changed from /do to /do/{needed}. Requests of old clients do not reach the operation.",
      "breaking major TraitBreakingChange.Add.smithy.api#httpLabel t#In$needed: HTTP binding changed from body to label. Requests of old clients are misread.",
    ],
  },
  {
    title: "prefix headers",
    before: { "In/members/map": { target: "t#ByName" } },
    edits: {
      "In/members/map": { target: "t#ByName", traits: { "smithy.api#httpPrefixHeaders": "x-" } },
    },
    want: [
      'breaking major TraitBreakingChange.Add.smithy.api#httpPrefixHeaders t#In$map: HTTP binding changed from body to prefixHeaders "x-". Requests of old clients are misread.',
    ],
  },
  {
    title: "query parameters of a map",
    before: { "In/members/map": { target: "t#ByName" } },
    edits: {
      "In/members/map": { target: "t#ByName", traits: { "smithy.api#httpQueryParams": {} } },
    },
    want: [
      "breaking major TraitBreakingChange.Add.smithy.api#httpQueryParams t#In$map: HTTP binding changed from body to queryParams. Requests of old clients are misread.",
    ],
  },
  {
    title: "a payload",
    before: {
      "Empty/output": { target: "t#New" },
      New: { type: "structure", members: { body: { target: "t#Choice" } } },
    },
    edits: { "New/members/body/traits": { "smithy.api#httpPayload": {} } },
    want: [
      "breaking major TraitBreakingChange.Add.smithy.api#httpPayload t#New$body: HTTP binding changed from body to payload. Old clients misread responses.",
    ],
  },
  {
    title: "the status as a member",
    before: {
      "Empty/output": { target: "t#New" },
      New: { type: "structure", members: { status: { target: "smithy.api#Integer" } } },
    },
    edits: { "New/members/status/traits": { "smithy.api#httpResponseCode": {} } },
    want: [
      "breaking major TraitBreakingChange.Add.smithy.api#httpResponseCode t#New$status: HTTP binding changed from body to responseCode. Old clients misread responses.",
    ],
  },
  {
    title: "a payload that becomes a stream",
    before: {
      "Empty/output": { target: "t#New" },
      New: {
        type: "structure",
        members: { body: { target: "t#Bytes", traits: { "smithy.api#httpPayload": {} } } },
      },
      Bytes: { type: "blob" },
    },
    edits: { "Bytes/traits": { "smithy.api#streaming": {} } },
    want: [
      "breaking major TraitBreakingChange.Add.smithy.api#streaming t#Bytes: is now a stream. Its type in code is different. Its wire format is different.",
    ],
  },
  {
    title: "a host prefix",
    edits: { "Do/traits/smithy.api#endpoint": { hostPrefix: "data." } },
    want: [
      'breaking major TraitBreakingChange.Add.smithy.api#endpoint t#Do: host prefix "data." was added. Old clients send requests to another host.',
    ],
  },
  {
    title: "a checksum that is required",
    edits: { "Do/traits/smithy.api#httpChecksumRequired": {} },
    want: [
      "breaking major ModifiedTrait.Add.smithy.api#httpChecksumRequired t#Do: now requires a checksum. Requests without content-md5 are rejected.",
    ],
  },
  {
    title: "checksums of any algorithm",
    edits: { "Do/traits/aws.protocols#httpChecksum": { requestChecksumRequired: true } },
    want: [
      "dangerous minor ModifiedTrait.Add.aws.protocols#httpChecksum t#Do: trait aws.protocols#httpChecksum was added. Requests whose checksum is missing, or of another algorithm, may be rejected.",
    ],
  },
  {
    title: "requests that may be compressed",
    edits: { "Do/traits/smithy.api#requestCompression": { encodings: ["gzip"] } },
    want: [
      "compatible minor ModifiedTrait.Add.smithy.api#requestCompression t#Do: now accepts compressed requests. Clients may compress with gzip.",
    ],
  },
  {
    title: "cross-origin requests",
    edits: { "Service/traits/smithy.api#cors": {} },
    want: [
      "compatible minor ModifiedTrait.Add.smithy.api#cors t#Service: trait smithy.api#cors was added. Browsers may call it from other origins.",
    ],
  },
];
