import { describe, expect, it } from "vitest";
import { eventsOf } from "./events-of.js";

/* The rules about traits of AWS: a model, and the events of the rule. */

interface Case {
  readonly rule: string;
  readonly name: string;
  readonly given: string;
  readonly want: readonly string[];
}

const service = (members: string, rest = ""): string => `
  @aws.api#service(sdkId: "Foo", arnNamespace: "foo" ${members})
  ${rest}
  service S {}`;

const checksum = (trait: string): string => `
  @aws.protocols#httpChecksum(${trait})
  @http(method: "POST", uri: "/")
  operation O {
    input := { algorithm: Algorithm, mode: Mode, text: String, other: Other, @httpHeader("x-amz-checksum-crc32") crc: String }
    output := { @httpPrefixHeaders("x-amz-") headers: M }
  }
  enum Algorithm { CRC32, SHA256 }
  enum Mode { ENABLED }
  enum Other { ROT13 }
  map M { key: String, value: String }`;

const cases: readonly Case[] = [
  {
    rule: "HttpChecksumTrait",
    name: "finds a trait that checks nothing",
    given: checksum("requestChecksumRequired: false"),
    want: ["ERROR a#O HttpChecksumTrait"],
  },
  {
    rule: "HttpChecksumTrait",
    name: "finds headers that are those of checksums",
    given: checksum(
      'requestAlgorithmMember: "algorithm", requestValidationModeMember: "mode", responseAlgorithms: ["CRC32"]',
    ),
    want: [
      "DANGER a#O HttpChecksumTrait.HttpPrefixHeaders.OOutput.x-amz-",
      "WARNING a#O HttpChecksumTrait.HttpHeader.OInput.x-amz-checksum-crc32",
    ],
  },
  {
    rule: "HttpChecksumTrait",
    name: "finds responses that are checked by half",
    given: checksum('responseAlgorithms: ["CRC32"]'),
    want: [
      "DANGER a#O HttpChecksumTrait.HttpPrefixHeaders.OOutput.x-amz-",
      "ERROR a#O HttpChecksumTrait",
    ],
  },
  ...["missing", "text", "other"].map((member) => ({
    rule: "HttpChecksumTrait",
    name: `finds the member ${member}, which is no enum of algorithms`,
    given: checksum(`requestAlgorithmMember: "${member}"`),
    want: [
      "ERROR a#O HttpChecksumTrait",
      "WARNING a#O HttpChecksumTrait.HttpHeader.OInput.x-amz-checksum-crc32",
    ],
  })),
  {
    rule: "ArnTemplate",
    name: "finds labels that are missing, unknown or invalid",
    given: `
      @aws.api#service(sdkId: "Foo")
      service S { resources: [A, B, C, D] }
      @aws.api#arn(template: "a/{id}/{other}")
      resource A { identifiers: { id: String } }
      @aws.api#arn(template: "b")
      resource B { identifiers: { id: String } }
      @aws.api#arn(template: "c/{i-d}")
      resource C { identifiers: { id: String } }
      @aws.api#arn(template: "d/{id}")
      resource D { identifiers: { id: String } }`,
    want: ["ERROR a#A ArnTemplate", "ERROR a#B ArnTemplate", "ERROR a#C ArnTemplate"],
  },
  {
    rule: "ArnTrait",
    name: "allows delimiters of absolute ARNs only",
    given: `
      @aws.api#arn(template: "a", resourceDelimiter: "/")
      resource A {}
      @aws.api#arn(template: "arn:a", absolute: true, resourceDelimiter: "/")
      resource B {}`,
    want: ["ERROR a#A ArnTrait"],
  },
  {
    rule: "ErrorRename",
    name: "finds renamed errors, and allows other renamed shapes",
    given: `
      @aws.protocols#restXml
      service S { operations: [O] rename: { "a#E": "F", "a#N": "M" } }
      operation O { input := { n: N } errors: [E] }
      @error("client")
      structure E {}
      structure N {}`,
    want: ["ERROR a#S ErrorRename"],
  },
  {
    rule: "QueryErrorCode",
    name: "warns of errors with one code",
    given: `
      @aws.protocols#awsQuery
      @xmlNamespace(uri: "https://a")
      service S { errors: [E, F, G] }
      @error("client")
      structure E {}
      @error("client")
      @aws.protocols#awsQueryError(code: "E", httpResponseCode: 400)
      structure F {}
      @error("client")
      structure G {}`,
    want: ["WARNING a#S QueryErrorCode"],
  },
  ...["Foo Service", "AWS Foo", "Foo-Bar", "foo api"].map((id) => ({
    rule: "SdkServiceId",
    name: `finds the id ${id}`,
    given: `@aws.api#service(sdkId: "${id}")\nservice S {}`,
    want: ["DANGER a#S SdkServiceId"],
  })),
  {
    rule: "SdkServiceId",
    name: "allows ids that were published earlier",
    given: '@aws.api#service(sdkId: "Config Service")\nservice S {}',
    want: [],
  },
  {
    rule: "EventSource",
    name: "warns of another source than the namespace",
    given: service(', cloudTrailEventSource: "bar.amazonaws.com"'),
    want: ["WARNING a#S EventSource"],
  },
  {
    rule: "EventSource",
    name: "allows the namespace",
    given: service(', cloudTrailEventSource: "foo.amazonaws.com"'),
    want: [],
  },
  {
    rule: "SigV4Traits",
    name: "warns of names that differ",
    given: service("", '@aws.auth#sigv4(name: "bar")'),
    want: ["WARNING a#S SigV4Traits"],
  },
  {
    rule: "SigV4Traits",
    name: "allows one name",
    given: service("", '@aws.auth#sigv4(name: "foo")\n@aws.auth#sigv4a(name: "foo")'),
    want: [],
  },
  {
    rule: "ClientEndpointDiscovery",
    name: "allows what it describes",
    given: `
      @aws.api#clientEndpointDiscovery(operation: Find, error: Bad)
      service S { operations: [Find, Use] }
      operation Find { input := { Operation: String, Identifiers: M } output := { Endpoints: L } }
      @aws.api#clientDiscoveredEndpoint(required: true)
      operation Use { errors: [Bad] }
      @error("client")
      @httpError(421)
      structure Bad {}
      map M { key: String, value: String }
      list L { member: Endpoint }
      structure Endpoint { Address: String, CachePeriodInMinutes: Long }`,
    want: [],
  },
  {
    rule: "ClientEndpointDiscovery",
    name: "finds what is wrong with the operations",
    given: `
      @aws.api#clientEndpointDiscovery(operation: Find)
      service S {}
      operation Find { input := { Operation: Integer, Identifiers: String, more: String } output := { Endpoints: L } }
      @aws.api#clientDiscoveredEndpoint(required: true)
      operation Use {}
      list L { member: Endpoint }
      structure Endpoint { Address: Integer, CachePeriodInMinutes: Integer, more: String }`,
    want: [
      "DANGER a#S ClientEndpointDiscovery.MissingErrorDefinition",
      "ERROR a#Endpoint ClientEndpointDiscovery",
      "ERROR a#Endpoint$Address ClientEndpointDiscovery",
      "ERROR a#Endpoint$CachePeriodInMinutes ClientEndpointDiscovery",
      "ERROR a#FindInput ClientEndpointDiscovery",
      "ERROR a#FindInput$Identifiers ClientEndpointDiscovery",
      "ERROR a#S ClientEndpointDiscovery.UnboundOperation.Find",
      "ERROR a#Use ClientEndpointDiscovery",
      "ERROR smithy.api#Integer ClientEndpointDiscovery",
      "WARNING a#S ClientEndpointDiscovery.NoOperations",
    ],
  },
];

describe("rules about traits of AWS", () => {
  it.each(cases)("$rule $name", ({ rule, given, want }) => {
    expect(eventsOf(given, rule)).toEqual(want);
  });
});
