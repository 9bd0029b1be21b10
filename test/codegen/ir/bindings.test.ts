import { describe, expect, it } from "vitest";
import {
  list,
  map,
  member,
  model,
  modelOf,
  operation,
  simple,
  structure,
  union,
  type Json,
} from "../support/models.js";
import type { ErrorTraits } from "../../../codegen/src/ir/ir.js";
import { build, errorsOf } from "../support/problems.js";

const http = (value: unknown): Json =>
  model({
    Do: { type: "operation", traits: value === undefined ? {} : { "smithy.api#http": value } },
  });

describe("the trait http", () => {
  it.each<[string, unknown, string]>([
    ["is missing", undefined, "has no trait smithy.api#http, which the protocol requires"],
    [
      "has no method",
      { uri: "/" },
      'has an invalid HTTP method: expected a token such as "GET", found nothing',
    ],
    [
      "has a method that is none",
      { method: "GET /\r\n", uri: "/" },
      'has an invalid HTTP method: expected a token such as "GET", found "GET /\\r\\n"',
    ],
    [
      "has a relative URI",
      { method: "GET", uri: "a" },
      'has an invalid URI: expected a path that begins with "/" and has no spaces or "#", found "a"',
    ],
    [
      "has a URI with a space",
      { method: "GET", uri: "/a b" },
      'has an invalid URI: expected a path that begins with "/" and has no spaces or "#", found "/a b"',
    ],
    [
      "has a URI with a fragment",
      { method: "GET", uri: "/a#b" },
      'has an invalid URI: expected a path that begins with "/" and has no spaces or "#", found "/a#b"',
    ],
    [
      "has more segments than a path",
      { method: "GET", uri: "/a".repeat(257) },
      "has a URI of 257 segments; expected at most 256",
    ],
    [
      "has half a label",
      { method: "GET", uri: "/{a" },
      'has an invalid URI segment "{a"; a label must be a whole segment',
    ],
    [
      "has a label without a name",
      { method: "GET", uri: "/{}" },
      "has the label {} in its URI /{}, but its input has no member of that name with smithy.api#httpLabel",
    ],
    [
      "has a label in a segment",
      { method: "GET", uri: "/a{b}" },
      'has an invalid URI segment "a{b}"; a label must be a whole segment',
    ],
    [
      "has a code that is none",
      { method: "GET", uri: "/", code: 99 },
      "has an invalid status code: expected an integer from 100 to 999, found 99",
    ],
    [
      "has a fraction of a code",
      { method: "GET", uri: "/", code: 200.5 },
      "has an invalid status code: expected an integer from 100 to 999, found 200.5",
    ],
    [
      "has one query parameter twice",
      { method: "GET", uri: "/?a=1&a=2" },
      'has a duplicate query parameter in its URI "/?a=1&a=2"',
    ],
    [
      "has a label without member",
      { method: "GET", uri: "/{a}" },
      "has the label {a} in its URI /{a}, but its input has no member of that name with smithy.api#httpLabel",
    ],
  ])("is refused where it %s", (_, value, want) => {
    expect(errorsOf(() => build(http(value)))).toContain(`model.json: test#Do: ${want}`);
  });

  it.each<[string, Json[], [string, string][]]>([
    ["/", [{ kind: "literal", text: "" }], []],
    [
      "/a/",
      [
        { kind: "literal", text: "a" },
        { kind: "literal", text: "" },
      ],
      [],
    ],
    [
      "/a?b&c=d&e=f=g",
      [{ kind: "literal", text: "a" }],
      [
        ["b", ""],
        ["c", "d"],
        ["e", "f=g"],
      ],
    ],
    ["/@a:b$c,(d)", [{ kind: "literal", text: "@a:b$c,(d)" }], []],
  ])("is read: %s", (uri, segments, query) => {
    expect(build(http({ method: "GET", uri })).operations[0]?.http).toEqual({
      method: "GET",
      uri,
      segments,
      query,
      code: 200,
    });
  });
});

// RFC 9110, section 15: three digits; Smithy takes those from 100 on.
it.each([
  [99, false],
  [100, true],
  [999, true],
  [1000, false],
  ["200", false],
  [200.5, false],
])("a status code of %j", (code, isOne) => {
  const ofError = model({
    Do: operation("/", { errors: ["E"] }),
    E: structure({}, { error: "client", httpError: code }),
  });
  for (const given of [http({ method: "GET", uri: "/", code }), ofError]) {
    const errors = errorsOf(() => build(given));
    expect(errors).toEqual(
      isOne ? [] : [expect.stringContaining(`from 100 to 999, found ${JSON.stringify(code)}`)],
    );
  }
});

const label = member("String", { httpLabel: {}, required: {} });

describe("labels", () => {
  it.each<[string, string, Record<string, string | Json>, string[]]>([
    ["agree", "/{a}/{b+}", { a: label, b: label }, []],
    [
      "a member without label",
      "/{a}",
      { a: label, b: label },
      ["test#In$b: is bound to a label, but the URI /{a} of test#Do has no label of that name"],
    ],
    [
      "a label without member",
      "/{a}/{b}",
      { a: label },
      [
        "test#Do: has the label {b} in its URI /{a}/{b}, but its input has no member of that name with smithy.api#httpLabel",
      ],
    ],
    [
      "a member that is no label",
      "/{a}",
      { a: "String" },
      [
        "test#Do: has the label {a} in its URI /{a}, but its input has no member of that name with smithy.api#httpLabel",
      ],
    ],
    [
      "a member that is not required",
      "/{a}",
      { a: member("String", { httpLabel: {} }) },
      ["test#In$a: is bound to a label, so it must have smithy.api#required"],
    ],
    [
      "one label twice",
      "/{a}/{a}",
      { a: label },
      ["test#Do: has the label {a} more than once in its URI /{a}/{a}"],
    ],
    [
      "two greedy labels",
      "/{a+}/{b+}",
      { a: label, b: label },
      ["test#Do: has more than one greedy label in its URI /{a+}/{b+}"],
    ],
    [
      "a list",
      "/{a}",
      { a: { ...label, target: "test#L" } },
      ["test#In$a: the trait smithy.api#httpLabel cannot be applied to a shape of type list"],
    ],
  ])("%s", (_, uri, members, want) => {
    const given = model({
      Do: operation(uri, { input: "In" }),
      In: structure(members),
      L: list("String"),
    });
    expect(errorsOf(() => build(given))).toEqual(want.map((line) => `model.json: ${line}`));
  });
});

const shapes = {
  L: list("String"),
  Ls: list("Inner"),
  M: map("String"),
  Ms: map("L"),
  Mi: map("Integer"),
  Inner: structure({ x: "String" }),
  U: union({ x: "String" }),
};

describe("bindings", () => {
  it.each<[string, Record<string, string | Json>, string[]]>([
    [
      "two members on one header, in any case",
      { a: member("String", { httpHeader: "X-A" }), b: member("String", { httpHeader: "x-a" }) },
      ['test#In$b: is bound to the header "x-a", but so is the member a'],
    ],
    [
      "two members on one query parameter",
      { a: member("String", { httpQuery: "q" }), b: member("String", { httpQuery: "q" }) },
      ['test#In$b: is bound to the query "q", but so is the member a'],
    ],
    [
      "query parameters that differ in case",
      { a: member("String", { httpQuery: "q" }), b: member("String", { httpQuery: "Q" }) },
      [],
    ],
    [
      "two payloads",
      { a: member("Blob", { httpPayload: {} }), b: member("Blob", { httpPayload: {} }) },
      ["test#In$b: is bound to the payload, but so is the member a"],
    ],
    [
      "a payload beside members of the body",
      { a: member("Blob", { httpPayload: {} }), b: "String" },
      [
        "test#In: has a member with smithy.api#httpPayload, but also members without an HTTP binding; bind these too",
      ],
    ],
    [
      "a member that is bound twice",
      { a: member("String", { httpHeader: "h", httpQuery: "q" }) },
      ["test#In$a: has more than one HTTP binding: smithy.api#httpQuery, smithy.api#httpHeader"],
    ],
    [
      "a header name that is none",
      { a: member("String", { httpHeader: "a\r\nb" }) },
      ['test#In$a: is bound to "a\\r\\nb", which is not a valid header name'],
    ],
    [
      "an empty header name",
      { a: member("String", { httpHeader: "" }) },
      ['test#In$a: is bound to "", which is not a valid header name'],
    ],
    [
      "a header name that is no text",
      { a: member("String", { httpHeader: 5 }) },
      ["test#In$a: the trait smithy.api#httpHeader must be a string, but is 5"],
    ],
    [
      "a prefix that is none",
      { a: member("M", { httpPrefixHeaders: "a b" }) },
      [
        'test#In$a: is bound to the prefix "a b", which is not the beginning of a valid header name',
      ],
    ],
    ["an empty prefix", { a: member("M", { httpPrefixHeaders: "" }) }, []],
    [
      "a structure in a header",
      { a: member("Inner", { httpHeader: "h" }) },
      ["test#In$a: the trait smithy.api#httpHeader cannot be applied to a shape of type structure"],
    ],
    [
      "a list of structures in a header",
      { a: member("Ls", { httpHeader: "h" }) },
      [
        "test#In$a: the trait smithy.api#httpHeader cannot be applied to a collection with elements of type structure",
      ],
    ],
    [
      "a map in a query parameter",
      { a: member("M", { httpQuery: "q" }) },
      ["test#In$a: the trait smithy.api#httpQuery cannot be applied to a shape of type map"],
    ],
    [
      "a string as query parameters",
      { a: member("String", { httpQueryParams: {} }) },
      [
        "test#In$a: the trait smithy.api#httpQueryParams cannot be applied to a shape of type string",
      ],
    ],
    [
      "numbers as query parameters",
      { a: member("Mi", { httpQueryParams: {} }) },
      [
        "test#In$a: the trait smithy.api#httpQueryParams cannot be applied to a collection with elements of type integer",
      ],
    ],
    ["lists as query parameters", { a: member("Ms", { httpQueryParams: {} }) }, []],
    [
      "lists as headers",
      { a: member("Ms", { httpPrefixHeaders: "p" }) },
      [
        "test#In$a: the trait smithy.api#httpPrefixHeaders cannot be applied to a collection with elements of type list",
      ],
    ],
    [
      "a number as payload",
      { a: member("Integer", { httpPayload: {} }) },
      ["test#In$a: the trait smithy.api#httpPayload cannot be applied to a shape of type integer"],
    ],
    [
      "a text as status",
      { a: member("String", { httpResponseCode: {} }) },
      [
        "test#In$a: the trait smithy.api#httpResponseCode cannot be applied to a shape of type string",
      ],
    ],
    ["a union as payload", { a: member("U", { httpPayload: {} }) }, []],
  ])("%s", (_, members, want) => {
    for (const place of ["input", "output"]) {
      const given = model({
        Do: operation("/", { [place]: "In" }),
        In: structure(members),
        ...shapes,
      });
      expect(
        errorsOf(() => build(given)),
        place,
      ).toEqual(want.map((line) => `model.json: ${line}`));
    }
  });

  it.each<[string, string, Record<string, string | Json>, string[]]>([
    ["agree", "a.{x}.", { x: member("String", { hostLabel: {}, required: {} }) }, []],
    [
      "no member",
      "{x}.",
      {},
      [
        "test#Do: has the label {x} in its host prefix, but its input has no member of that name with smithy.api#hostLabel",
      ],
    ],
    [
      "another host",
      "evil.com/{x}",
      { x: member("String", { hostLabel: {}, required: {} }) },
      [
        'test#Do: has an invalid host prefix "evil.com/{x}"; expected letters, digits, ".", "-" and labels',
      ],
    ],
    [
      "a number",
      "{x}.",
      { x: member("Integer", { hostLabel: {}, required: {} }) },
      ["test#In$x: the trait smithy.api#hostLabel cannot be applied to a shape of type integer"],
    ],
  ])("of the host: %s", (_, hostPrefix, members, want) => {
    const given = model({
      Do: operation("/", { input: "In", traits: { endpoint: { hostPrefix } } }),
      In: structure(members),
    });
    expect(errorsOf(() => build(given))).toEqual(want.map((line) => `model.json: ${line}`));
  });
});

describe("traits on the wrong shape", () => {
  it.each<[string, Json, string]>([
    [
      "pattern on a number",
      simple("integer", { pattern: "a" }),
      "pattern cannot be applied to a shape of type integer",
    ],
    [
      "range on a string",
      simple("string", { range: { min: 1 } }),
      "range cannot be applied to a shape of type string",
    ],
    [
      "length on a boolean",
      simple("boolean", { length: { min: 1 } }),
      "length cannot be applied to a shape of type boolean",
    ],
    [
      "sparse on a structure",
      structure({}, { sparse: {} }),
      "sparse cannot be applied to a shape of type structure",
    ],
    [
      "error on a union",
      union({ a: "String" }, { error: "client" }),
      "error cannot be applied to a shape of type union",
    ],
    [
      "enum on a number",
      simple("integer", { enum: [] }),
      "enum cannot be applied to a shape of type integer",
    ],
    [
      "http on a structure",
      structure({}, { http: {} }),
      "http cannot be applied to a shape of type structure",
    ],
    [
      "streaming on a string",
      simple("string", { streaming: {} }),
      "streaming cannot be applied to a shape of type string",
    ],
    [
      "timestampFormat on a string",
      simple("string", { timestampFormat: "date-time" }),
      "timestampFormat cannot be applied to a shape of type string",
    ],
    [
      "uniqueItems on a map",
      map("String", { uniqueItems: {} }),
      "uniqueItems cannot be applied to a shape of type map",
    ],
    [
      "a documentation that is a list",
      simple("string", { documentation: [] }),
      "documentation must be a string, but is an array",
    ],
  ])("%s", (_, shape, want) => {
    expect(errorsOf(() => build(modelOf({ a: "X" }, { X: shape })))).toEqual([
      `model.json: test#X: the trait smithy.api#${want}`,
    ]);
  });

  it.each<[string, Json, string]>([
    [
      "an error that is neither",
      structure({}, { error: "both" }),
      'test#E: the trait smithy.api#error must be "client" or "server"',
    ],
    [
      "a status that is none",
      structure({}, { error: "client", httpError: 7 }),
      "test#E: has an invalid status code: expected an integer from 100 to 999, found 7",
    ],
  ])("%s", (_, shape, want) => {
    expect(
      errorsOf(() => build(model({ Do: operation("/", { errors: ["E"] }), E: shape }))),
    ).toEqual([`model.json: ${want}`]);
  });
});

describe("errors", () => {
  it.each<[Json, Partial<ErrorTraits>]>([
    [{ error: "client" }, { fault: "client", statusCode: 400 }],
    [{ error: "server" }, { fault: "server", statusCode: 500 }],
    [
      { error: "client", httpError: 404, "aws.protocols#awsQueryError": { code: "Gone" } },
      { fault: "client", statusCode: 404, queryCode: "Gone" },
    ],
    [
      { error: "server", httpError: 599, "aws.protocols#awsQueryError": { code: 5 } },
      { fault: "server", statusCode: 599, queryCode: undefined },
    ],
    [
      { error: "server", retryable: {} },
      { fault: "server", statusCode: 500, retryable: "transient" },
    ],
    [
      { error: "client", httpError: 429, retryable: { throttling: true } },
      { fault: "client", statusCode: 429, retryable: "throttling" },
    ],
  ])("%j", (traits, want) => {
    const given = model({ Do: operation("/", { errors: ["E"] }), E: structure({}, traits) });
    expect(build(given).errors[0]?.error).toEqual({
      queryCode: undefined,
      retryable: undefined,
      ...want,
    });
  });

  it("have members beside the properties that every error has", () => {
    const names = [...["name", "stack", "cause", "message", "code", "toString"]];
    const given = model({
      Do: operation("/", { errors: ["E", "Other"] }),
      E: structure(Object.fromEntries(names.map((name) => [name, "String"])), { error: "client" }),
      Other: structure({ message: "Integer" }, { error: "client" }),
    });
    const [error, other] = build(given).errors;
    expect(
      Object.fromEntries((error?.members ?? []).map((one) => [one.name, one.property])),
    ).toEqual({
      name: "name$",
      stack: "stack$",
      cause: "cause$",
      message: "message",
      code: "code",
      toString: "toString$",
    });
    // The message of an error is a string.
    expect(other?.members[0]?.property).toBe("message$");
  });

  it("keep their names: a service may not rename them", () => {
    const given = (traits: Json): Json =>
      model(
        {
          Do: operation("/", { input: "In", errors: ["E"] }),
          In: structure({}),
          E: structure({}, { error: "client" }),
        },
        { rename: { "test#E": "Renamed" }, ...traits },
      );
    expect(errorsOf(() => build(given({})))).toEqual([
      expect.stringMatching(/^model\.json: test#E: .*rename/),
    ]);
    expect(
      errorsOf(() => build(given({ rename: { "test#In": "Renamed", "test#Gone": "X" } }))),
    ).toEqual([]);
  });
});

describe("names in JSON", () => {
  const of = (members: Record<string, string | Json>): string[] =>
    errorsOf(() => build(model({ Do: operation("/", { input: "In" }), In: structure(members) })));

  it("are of one member each", () => {
    expect(of({ a: "String", b: member("String", { jsonName: "a" }) })).toEqual([
      expect.stringMatching(/^model\.json: test#In\$b: .*"a", as does the member a; /),
    ]);
    expect(
      of({ a: member("String", { jsonName: "b" }), b: member("String", { jsonName: "a" }) }),
    ).toEqual([]);
  });

  it("do not matter to what HTTP carries elsewhere", () => {
    expect(of({ a: "String", b: member("String", { jsonName: "a", httpHeader: "b" }) })).toEqual(
      [],
    );
  });
});

describe("operations", () => {
  it.each<[Json, { checksumRequired: boolean; gzip: boolean }]>([
    [{}, { checksumRequired: false, gzip: false }],
    [{ httpChecksumRequired: {} }, { checksumRequired: true, gzip: false }],
    [{ requestCompression: { encodings: ["gzip"] } }, { checksumRequired: false, gzip: true }],
    [
      { requestCompression: { encodings: ["br", "gzip"] } },
      { checksumRequired: false, gzip: true },
    ],
    [{ requestCompression: { encodings: ["br"] } }, { checksumRequired: false, gzip: false }],
    [{ requestCompression: { encodings: "gzip" } }, { checksumRequired: false, gzip: false }],
  ])("with %j", (traits, want) => {
    const given = model({ Do: operation("/", { traits }) });
    expect(build(given).operations[0]).toMatchObject(want);
  });

  it("have no input and output where these are the unit", () => {
    const given = model({
      Do: {
        ...operation("/"),
        input: { target: "smithy.api#Unit" },
        output: { target: "smithy.api#Unit" },
      },
    });
    expect(build(given).operations[0]).toMatchObject({ input: undefined, output: undefined });
  });
});
