import { describe, expect, it } from "vitest";
import { eventsOf } from "./events-of.js";

/* The rules about streams, protocols, and traits of single values: a model, and the events of the rule. */

describe("StreamingTrait", () => {
  it("finds streams in errors and nested structures, and those that need not be set", () => {
    const given = `
      operation O { input := { @required body: Stream } output: A errors: [E] }
      structure A { nested: B }
      structure B { body: Stream }
      @error("client")
      structure E { @required body: Stream }
      @streaming
      blob Stream`;
    expect(eventsOf(given, "StreamingTrait")).toEqual([
      "ERROR a#A$nested StreamingTrait",
      "ERROR a#B$body StreamingTrait",
      "ERROR a#O StreamingTrait",
    ]);
  });

  it("allows streams with a length in inputs only", () => {
    const given = `
      operation O { input: A }
      operation P { output: B }
      structure A { @required body: Stream }
      structure B { @required body: Stream }
      @streaming
      @requiresLength
      blob Stream`;
    expect(eventsOf(given, "StreamingTrait")).toEqual(["ERROR a#B StreamingTrait"]);
  });

  it("allows events that are structures only", () => {
    const given = `
      operation O { output := { events: Good } }
      operation P { output := { events: Bad } }
      @streaming
      union Good { a: A }
      @streaming
      union Bad { a: A, b: String }
      structure A {}`;
    expect(eventsOf(given, "StreamingTrait")).toEqual(["ERROR a#Bad StreamingTrait"]);
  });

  it("needs httpPayload if a protocol supports it", () => {
    const given = (protocol: string): string => `
      @aws.protocols#${protocol}
      service S { operations: [O] }
      @http(method: "POST", uri: "/")
      operation O { input := { @required body: Stream } output := { @required @httpPayload body: Stream } }
      @streaming
      blob Stream`;
    expect(eventsOf(given("restJson1"), "StreamingTrait")).toEqual([
      "ERROR a#OInput$body StreamingTrait",
    ]);
    expect(eventsOf(given("awsJson1_0"), "StreamingTrait")).toEqual([]);
  });
});

interface Case {
  readonly rule: string;
  readonly given: string;
  readonly want: readonly string[];
}

const cases: readonly Case[] = [
  {
    rule: "EventPayloadTrait",
    given: `
      structure A { @eventPayload a: Blob, b: String, @eventHeader c: String }
      structure B { @eventPayload a: Blob, @eventHeader c: String }`,
    want: ["ERROR a#A EventPayloadTrait"],
  },
  {
    rule: "ExclusiveStructureMemberTrait",
    given: `
      structure A { @httpPayload a: Blob, @httpPayload b: Blob }
      structure B { @required a: Stream, @required b: Stream }
      structure C { @httpPayload a: Blob, @required b: Stream }
      @streaming
      blob Stream`,
    want: ["ERROR a#A ExclusiveStructureMemberTrait", "ERROR a#B ExclusiveStructureMemberTrait"],
  },
  {
    rule: "ExclusiveStructureMemberTrait",
    given: `
      @trait(selector: "structure > member", structurallyExclusive: "member")
      structure only {}
      structure A { @only a: String, @only b: String }
      union B { a: String, b: String }`,
    want: ["ERROR a#A ExclusiveStructureMemberTrait"],
  },
  {
    rule: "RequestCompressionTrait",
    given: `
      @requestCompression(encodings: ["gzip"])
      operation A {}
      @requestCompression(encodings: ["GZIP", "br"])
      operation B { input := { a: String } }
      @requestCompression(encodings: [])
      operation C { input := { @required a: Stream } }
      @requestCompression(encodings: ["gzip"])
      operation D { input := { a: String } }
      @streaming
      @requiresLength
      blob Stream`,
    want: [
      "ERROR a#A RequestCompressionTrait",
      "ERROR a#B RequestCompressionTrait",
      "ERROR a#C RequestCompressionTrait",
      "ERROR a#C RequestCompressionTrait",
    ],
  },
  {
    rule: "NoInlineDocumentSupport",
    given: `
      @protocolDefinition(noInlineDocumentSupport: true)
      @trait(selector: "service")
      structure plain {}
      @protocolDefinition
      @trait(selector: "service")
      structure rich {}
      @plain
      service A { operations: [O] }
      @rich
      service B { operations: [O] }
      @plain
      service C {}
      operation O { input := { a: L } }
      list L { member: Document }`,
    want: ["ERROR a#A NoInlineDocumentSupport"],
  },
  {
    rule: "ProtocolHttp",
    given: `
      @aws.protocols#restJson1(http: ["h2"], eventStreamHttp: ["h2", "http/1.1"])
      service A {}
      @aws.protocols#awsJson1_1(http: ["h2"], eventStreamHttp: ["h2"])
      service B {}`,
    want: ["ERROR a#A ProtocolHttp"],
  },
  {
    rule: "Rpcv2CborTrait",
    given: `
      @smithy.protocols#rpcv2Cbor(http: ["h2"], eventStreamHttp: ["http/1.1"])
      service A {}`,
    want: ["ERROR a#A Rpcv2CborTrait"],
  },
  {
    rule: "ProtocolHttpPayload",
    given: `
      @aws.protocols#restJson1
      service S { operations: [O, P] }
      @http(method: "POST", uri: "/o")
      operation O { input := { @httpPayload a: L } output := { @httpPayload a: E } }
      @http(method: "POST", uri: "/p")
      operation P { output := { @httpPayload a: Document } errors: [F] }
      @error("client")
      structure F { @httpPayload a: L }
      enum E { A }
      list L { member: String }`,
    want: ["ERROR a#F$a ProtocolHttpPayload", "ERROR a#OInput$a ProtocolHttpPayload"],
  },
  {
    rule: "CorsTrait",
    given: `
      @cors(origin: "https://a")
      service A {}
      @cors(origin: "https://a", origins: { x: "https://b" })
      service B {}
      @cors(origins: { x: "https://b" })
      service C {}`,
    want: ["ERROR a#B CorsTrait"],
  },
  {
    rule: "MediaType",
    given: `
      @mediaType("text/plain; charset=utf-8;a=\\"b\\\\\\"c\\"")
      string A
      @mediaType("text")
      string B
      @mediaType("text/plain; charset")
      blob C`,
    want: ["ERROR a#B MediaType", "ERROR a#C MediaType"],
  },
  {
    rule: "XmlFlattenedTrait",
    given: `
      structure A { @xmlFlattened a: L, @xmlFlattened item: L, @xmlFlattened @xmlName("b") c: L, d: L }
      list L { @xmlName("item") member: String }`,
    want: ["WARNING a#A$a XmlFlattenedTrait"],
  },
];

describe("rules about traits of values and protocols", () => {
  it.each(cases)("$rule finds $want", ({ rule, given, want }) => {
    expect(eventsOf(given, rule)).toEqual(want);
  });
});

describe("XmlNamespaceTrait", () => {
  it.each(["https://a.b/c?d=[e]#f", "urn:a:b", "a/b", "", "http://[::1]:80/", "http://ä/", "%20"])(
    "accepts %j",
    (uri) => {
      const given = `@xmlNamespace(uri: ${JSON.stringify(uri)})\nstructure A {}`;
      expect(eventsOf(given, "XmlNamespaceTrait")).toEqual([]);
    },
  );

  it.each(["a b", "1a:b", "a:", ":a", "a#b#c", "%2", "a/[b]", "<a>", "http://"])(
    "refuses %j",
    (uri) => {
      const given = `@xmlNamespace(uri: ${JSON.stringify(uri)})\nstructure A {}`;
      expect(eventsOf(given, "XmlNamespaceTrait")).toEqual(["ERROR a#A XmlNamespaceTrait"]);
    },
  );
});
