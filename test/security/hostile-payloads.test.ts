import * as codec from "apigatewayv2-codec";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import {
  functionOf,
  importModel,
  operationOf,
  type Exports,
  type OperationNamespace,
} from "../codegen/support/generated.js";
import {
  list,
  map,
  member,
  model,
  operation,
  simple,
  structure,
  union,
  type Json,
} from "../codegen/support/models.js";

/*
 * Whatever a payload holds: it is read, or refused with one of the package's own errors, which
 * tells where and what; `Object.prototype` stays as it was, and no value is lost.
 */

const payloads = model({
  Do: operation("/do", { input: "Thing", output: "Thing", errors: ["Oops"] }),
  Bound: operation("/bound/{label}/{rest+}", { input: "BoundIn" }),
  Thing: structure({
    document: "Document",
    one: "One",
    tree: "Tree",
    map: "TreeMap",
    texts: "TextMap",
    sparse: "SparseMap",
    list: "Ints",
    byte: "Byte",
    short: "Short",
    int: "Integer",
    long: "Long",
    double: "Double",
    bigInteger: "BigInteger",
    bigDecimal: "BigDecimal",
    blob: "Blob",
    boolean: "Boolean",
    string: "String",
    epoch: "Timestamp",
    dateTime: member("Timestamp", { timestampFormat: "date-time" }),
    httpDate: member("Timestamp", { timestampFormat: "http-date" }),
    ranged: "Ranged",
    sized: "Sized",
    few: "Few",
    secret: "Secret",
  }),
  Oops: structure(
    { message: "String", code: "Integer", detail: "Tree" },
    { error: "client", httpError: 418 },
  ),
  BoundIn: structure({
    label: member("String", { httpLabel: {}, required: {} }),
    rest: member("String", { httpLabel: {}, required: {} }),
    header: member("String", { httpHeader: "x-header" }),
    headers: member("Texts", { httpHeader: "x-list" }),
    dates: member("Dates", { httpHeader: "x-dates" }),
    int: member("Integer", { httpHeader: "x-int" }),
    prefixed: member("TextMap", { httpPrefixHeaders: "x-p-" }),
    query: member("TextMap", { httpQueryParams: {} }),
    number: member("Double", { httpQuery: "number" }),
  }),
  One: union({ text: "String", tree: "Tree", number: "Integer", list: "Ints" }),
  Tree: structure({ value: "String", left: "Tree", children: "Trees", one: "One" }),
  Trees: list("Tree"),
  TreeMap: map("Tree"),
  TextMap: map("String"),
  SparseMap: map("String", { sparse: {} }),
  Ints: list("Integer"),
  Texts: list("String"),
  Dates: list("Timestamp"),
  Ranged: simple("double", { range: { min: 0, max: 10 } }),
  Sized: simple("string", { length: { min: 1, max: 512 } }),
  Few: map("String", { length: { max: 1 } }),
  Secret: simple("string", { sensitive: {}, length: { max: 3 } }),
});

const ownErrors: readonly string[] = [
  "SerializationException",
  "ValidationException",
  "UnsupportedMediaTypeException",
  "NotAcceptableException",
];

let exported: Exports;
let Do: OperationNamespace;
let Bound: OperationNamespace;

beforeAll(async () => {
  exported = await importModel("hostile-payloads", payloads);
  Do = operationOf(exported, "Do");
  Bound = operationOf(exported, "Bound");
});

/** What comes of an action: its value, or an error that must be one of ours. */
function outcome(action: () => unknown): { value: unknown } | { error: Error & { path?: string } } {
  try {
    return { value: action() };
  } catch (error) {
    if (!(error instanceof Error))
      throw new Error("something that is no error was thrown", { cause: error });
    const isOurs =
      ownErrors.includes(error.name) ||
      error instanceof (exported["WeatherServiceException"] as typeof Error);
    if (!isOurs) throw error;
    return { error };
  }
}

const request = (body: unknown): Json => ({
  path: "/do",
  headers: { "content-type": "application/json" },
  body: typeof body === "string" || body instanceof Uint8Array ? body : JSON.stringify(body),
});
const response = (body: unknown, statusCode = 200): Json => ({ ...request(body), statusCode });

/** The outcomes of a body as a request and as a response. */
function bothWays(body: unknown): ReturnType<typeof outcome>[] {
  return [
    outcome(() => Do.deserializeRequest(request(body))),
    outcome(() => Do.deserializeResponse(response(body))),
  ];
}

function refusals(body: unknown): string[] {
  return bothWays(body).map((result) =>
    "error" in result ? `${result.error.name} ${result.error.path ?? ""}` : "read",
  );
}

const both = (text: string): string[] => [text, text];
const keys =
  `__proto__ constructor prototype hasOwnProperty length toString toJSON valueOf then`.split(" ");

describe("keys that objects have anyway", () => {
  const each = <T>(make: (key: string) => T): Record<string, T> =>
    Object.fromEntries(keys.map((key) => [key, make(key)]));

  it.each([
    ["a map of strings", { texts: each((key) => key) }],
    ["a map of structures", { map: each((key) => ({ value: key })) }],
    ["a document", { document: each((key) => ({ [`${key}2`]: [each(() => 1)] })) }],
    ["a sparse map", { sparse: each((key) => (key === "then" ? null : key)) }],
  ])("come back from %s", (_, input) => {
    const sent = Do.serializeRequest(input) as { body: string };
    expect(JSON.parse(sent.body)).toEqual(input);
    const read = Do.deserializeRequest({
      ...sent,
      headers: { "content-type": "application/json" },
    }) as Json;
    const [name = ""] = Object.keys(input);
    expect(Object.keys(read[name] as object).sort()).toEqual([...keys].sort());
    expect(JSON.stringify(read)).toBe(JSON.stringify(input));
    expect(Do.deserializeResponse(response(input))).toEqual(input);
    expect(functionOf(exported, "validateThing")(read)).toMatchObject({ ok: true });
  });

  it("come back from headers and query parameters", () => {
    const input = {
      label: "a",
      rest: "b",
      prefixed: each((key) => key),
      query: each((key) => key),
    };
    const sent = Bound.serializeRequest(input);
    const { headers, query } = sent as { headers: Json; query: Json };
    expect(Object.keys(headers).sort()).toEqual(
      keys.map((key) => `x-p-${key.toLowerCase()}`).sort(),
    );
    expect(Object.entries(query)).toEqual(keys.map((key) => [key, key]));
    const read = Bound.deserializeRequest(sent) as { query: Json; prefixed: Json };
    expect(Object.entries(read.query)).toEqual(keys.map((key) => [key, key]));
    expect(Object.keys(read.prefixed)).toEqual(keys.map((key) => key.toLowerCase()));
  });

  it.each(keys)("are unknown members where the model has none: %s", (key) => {
    const body = `{"${key}":{"polluted":true},"string":"s"}`;
    for (const result of bothWays(body)) expect(result).toEqual({ value: { string: "s" } });
    const one = outcome(() => Do.deserializeResponse(response(`{"one":{"${key}":1}}`)));
    expect(one).toEqual({ value: { one: { $unknown: [key, 1] } } });
    expect(refusals(`{"one":{"${key}":1}}`)[0]).toBe("SerializationException /one");
    expect(({} as Json)["polluted"]).toBeUndefined();
  });

  it("are written back where they are an unknown member of a union", () => {
    const one = Do.deserializeResponse(response('{"one":{"__proto__":{"a":1}}}')) as Json;
    expect((Do.serializeRequest(one) as { body: string }).body).toBe(
      '{"one":{"__proto__":{"a":1}}}',
    );
  });

  it("count in the length of a map", () => {
    expect(functionOf(exported, "validateThing")({ few: { length: "x", a: "y" } })).toMatchObject({
      issues: [{ path: "/few", constraint: "length", received: 2 }],
    });
    expect(functionOf(exported, "validateThing")({ few: { length: "x" } })).toMatchObject({
      ok: true,
    });
  });
});

describe("values of another JSON type", () => {
  const values = [5, -1.5, "text", true, [1], { a: 1 }];
  const fitting: Record<string, (value: unknown) => boolean> = {
    document: () => true,
    map: () => false,
    tree: (value) => typeof value === "object" && !Array.isArray(value),
    texts: () => false,
    sparse: () => false,
    list: (value) => Array.isArray(value),
    byte: (value) => value === 5,
    long: (value) => value === 5,
    double: (value) => typeof value === "number",
    bigInteger: (value) => value === 5,
    bigDecimal: (value) => typeof value === "number",
    blob: (value) => value === "text",
    boolean: (value) => value === true,
    string: (value) => value === "text",
    epoch: (value) => typeof value === "number",
    dateTime: () => false,
    httpDate: () => false,
  };

  it.each(Object.keys(fitting))("%s: read, or refused with the way to the value", (name) => {
    for (const value of values) {
      const results = refusals({ [name]: value });
      const isRead = fitting[name]?.(value) === true;
      for (const result of results) {
        expect(result, JSON.stringify(value)).toMatch(
          isRead ? /^read$/ : new RegExp(`^SerializationException /${name}(?:/a)?$`),
        );
      }
    }
    for (const result of bothWays({ [name]: null })) {
      expect(result).toEqual({ value: name === "document" ? (expect.anything() as unknown) : {} });
    }
  });

  it.each(["null", "[1]", "5", '"x"', "true", "[]"])("the root %s is refused", (body) => {
    expect(refusals(body)).toEqual(both("SerializationException "));
  });

  it("any JSON at all is read or refused, in both directions", () => {
    const names = Object.keys(
      (payloads["shapes"] as Record<string, { members?: Json }>)["test#Thing"]?.members ?? {},
    );
    const json = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: "small" },
        fc.constantFrom<unknown>(
          null,
          true,
          0,
          -0,
          1.5,
          2 ** 53,
          1e300,
          "",
          "a",
          "NaN",
          "AAAA",
          "2020-01-01T00:00:00Z",
        ),
        fc.array(tie("value"), { maxLength: 3 }),
        fc.dictionary(
          fc.constantFrom(...names, ...keys, "text", "value", "left", "children", "tree", "__type"),
          tie("value"),
          { maxKeys: 4 },
        ),
      ),
    })).value;
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), json), (body) => {
        for (const result of bothWays(body)) {
          if ("value" in result) outcome(() => Do.serializeRequest(result.value));
        }
        functionOf(exported, "validateThing")(body);
        const schema = exported["ThingSchema"] as {
          "~standard": { validate: (json: unknown) => unknown };
        };
        schema["~standard"].validate(body);
        outcome(() => Do.deserializeResponse(response(body, 400)));
        // A value that was never JSON may hold anything; it is written, or refused.
        outcome(() => Do.serializeRequest(body));
      }),
    );
  });
});

describe("numbers", () => {
  it.each<[string, string, unknown]>([
    ["byte", "127", 127],
    ["byte", "128", undefined],
    ["byte", "-129", undefined],
    ["short", "32768", undefined],
    ["int", "2147483647", 2147483647],
    ["int", "2147483648", undefined],
    ["int", "1.5", undefined],
    ["int", "1e9", 1e9],
    ["int", "-0", -0],
    ["long", "9007199254740991", 9007199254740991],
    ["long", "9007199254740993", undefined],
    ["long", "1e400", undefined],
    ["long", '"NaN"', undefined],
    ["double", "1e400", undefined],
    ["double", '"Infinity"', Infinity],
    ["double", '"-Infinity"', -Infinity],
    ["double", '"NaN"', NaN],
    ["double", '"1"', undefined],
    ["double", '"infinity"', undefined],
    ["bigInteger", "123456789012345678901234567890", 123456789012345678901234567890n],
    ["bigInteger", "1.5", undefined],
    ["bigInteger", "1e3", 1000n],
    ["bigInteger", "1e300", undefined],
    ["bigInteger", "1e+300", undefined],
    ["bigDecimal", "0.1000000000000000000000000000001", "0.1000000000000000000000000000001"],
    ["bigDecimal", "1e400", "1e400"],
    ["bigDecimal", '"1"', undefined],
    ["ranged", '"NaN"', undefined],
    ["ranged", "10.000001", undefined],
    ["ranged", "10", 10],
  ])("%s of %s", (name, text, want) => {
    const [asRequest] = bothWays(`{"${name}":${text}}`);
    if (want === undefined) expect(asRequest).toHaveProperty("error");
    else expect(asRequest).toEqual({ value: { [name]: want } });
  });

  it.each(["bigInteger", "bigDecimal"])(
    "%s of a million digits is read and written, or refused",
    (name) => {
      const text = `{"${name}":${"9".repeat(1_000_000)}}`;
      const results = bothWays(text);
      for (const result of results) {
        if ("value" in result)
          expect((Do.serializeRequest(result.value) as { body: string }).body).toBe(text);
        else expect(result.error.name).toBe("SerializationException");
      }
    },
  );
});

describe("timestamps", () => {
  it.each<[string, unknown, string | undefined]>([
    ["epoch", 0, "1970-01-01T00:00:00.000Z"],
    ["epoch", 1.5, "1970-01-01T00:00:01.500Z"],
    ["epoch", 253402300800, undefined],
    ["epoch", -62135596801, undefined],
    ["epoch", 1e300, undefined],
    ["epoch", "0", undefined],
    ["dateTime", "2024-02-29T23:59:59Z", "2024-02-29T23:59:59.000Z"],
    ["dateTime", "2023-02-29T00:00:00Z", undefined],
    ["dateTime", "2024-04-31T00:00:00Z", undefined],
    ["dateTime", "2024-13-01T00:00:00Z", undefined],
    ["dateTime", "2016-12-31T23:59:60Z", undefined],
    ["dateTime", "2024-01-01T24:00:00Z", undefined],
    ["dateTime", "0000-01-01T00:00:00Z", undefined],
    ["dateTime", "10000-01-01T00:00:00Z", undefined],
    ["dateTime", "2024-01-01", undefined],
    ["dateTime", "2024-01-01 00:00:00Z", undefined],
    ["dateTime", "Mon, 01 Jan 2024 00:00:00 GMT", undefined],
    ["dateTime", 0, undefined],
    ["httpDate", "Mon, 01 Jan 2024 00:00:00 GMT", "2024-01-01T00:00:00.000Z"],
    ["httpDate", "Tue, 30 Feb 2024 00:00:00 GMT", undefined],
    ["httpDate", "Monday, 01-Jan-24 00:00:00 GMT", "2024-01-01T00:00:00.000Z"],
    ["httpDate", "Mon Jan  1 00:00:00 2024", "2024-01-01T00:00:00.000Z"],
    ["httpDate", "Mon, 1 Jan 2024 00:00:00 GMT", "2024-01-01T00:00:00.000Z"],
    ["httpDate", "Monday, 30-Feb-24 00:00:00 GMT", undefined],
    ["httpDate", "Mon Jan 32 00:00:00 2024", undefined],
    ["httpDate", "Mon anJ  1 00:00:00 2024", undefined],
    ["httpDate", "Mon Jan  1 00:00:00 2024 GMT", undefined],
    ["httpDate", "2024-01-01T00:00:00Z", undefined],
    ["httpDate", "Mon, 01 Jan 2024 00:00:00 +0000", undefined],
  ])("%s of %j", (name, value, want) => {
    for (const result of bothWays({ [name]: value })) {
      if (want === undefined)
        expect(result).toMatchObject({
          error: { name: "SerializationException", path: `/${name}` },
        });
      else expect(result).toEqual({ value: { [name]: new Date(want) } });
    }
  });

  it.each(["dateTime", "epoch", "httpDate"])(
    "%s that is no date is refused before it is sent",
    (name) => {
      for (const value of [new Date(NaN), new Date(8.64e15), "2024-01-01T00:00:00Z", 0, {}]) {
        expect(outcome(() => Do.serializeRequest({ [name]: value }))).toMatchObject({
          error: { name: "SerializationException", path: `/${name}` },
        });
      }
    },
  );
});

describe("base64", () => {
  it.each([
    "A",
    "AA",
    "AAA",
    "AAAA=",
    "A===",
    "AA-_",
    "AA==\n",
    " AAAA",
    "AA\u0000A",
    "AB==",
    "AAB=",
    "====",
    "AA=A",
    "é",
  ])("%j is refused", (text) => {
    expect(refusals({ blob: text })).toEqual(both("SerializationException /blob"));
  });

  it("of ten megabytes comes back", () => {
    const blob = new Uint8Array(10_000_000).map((_, index) => index);
    const sent = Do.serializeRequest({ blob });
    const read = Do.deserializeRequest({
      ...sent,
      headers: { "content-type": "application/json" },
    }) as { blob: Uint8Array };
    expect(Buffer.compare(read.blob, blob)).toBe(0);
  });
});

describe("depth", () => {
  const nested = (open: string, close: string, levels = 200_000): string =>
    open.repeat(levels) + close.repeat(levels);

  it.each([
    ["a document of arrays", `{"document":${nested("[", "]")}}`],
    ["a document of objects", `{"document":${nested('{"a":', "}")}`.replace(/:\}/, ":1}") + "}"],
    ["a tree of structures", `{"tree":${'{"left":'.repeat(200_000)}{}${"}".repeat(200_000)}}`],
    ["a tree of lists", `{"tree":${'{"children":['.repeat(200_000)}${"]}".repeat(200_000)}}`],
    [
      "a tree through unions",
      `{"tree":${'{"one":{"tree":'.repeat(100_000)}{}${"}}".repeat(100_000)}}`,
    ],
    ["an unknown member", `{"unknown":${nested("[", "]")},"bigInteger":1}`],
    ["a mistake", nested("[", "]")],
    ["an unknown member of a union", `{"one":{"unknown":${nested("[", "]")}}}`],
  ])("%s, 200,000 levels deep, in a request, a response, an error and a schema", (_, body) => {
    for (const result of bothWays(body)) {
      if ("value" in result) outcome(() => Do.serializeRequest(result.value));
    }
    outcome(() => Do.deserializeResponse(response(body, 418)));
    const schema = exported["ThingSchema"] as {
      "~standard": { validate: (json: unknown) => unknown };
    };
    const parsed = JSON.parse(body) as unknown;
    schema["~standard"].validate(parsed);
    functionOf(exported, "validateThing")(parsed);
    outcome(() => functionOf(exported, "deserializeThing")(parsed));
    outcome(() => functionOf(exported, "serializeThing")(parsed));
    outcome(() => Do.serializeRequest(parsed));
    outcome(() => Do.serializeResponse(parsed));
  });

  it("is refused at 513 levels and not at 500", () => {
    const tree = (levels: number): string =>
      `{"tree":${'{"left":'.repeat(levels)}{}${"}".repeat(levels)}}`;
    expect(refusals(tree(500))).toEqual(both("read"));
    expect(refusals(tree(513))).toEqual([
      expect.stringMatching(/^SerializationException \/tree\/left/),
      expect.stringMatching(/^SerializationException \/tree\/left/),
    ]);
  });

  it("without an end, in a value that holds itself, is refused", () => {
    const tree: Json = {};
    tree["left"] = tree;
    const items: unknown[] = [];
    items.push(items);
    const map: Json = {};
    map["self"] = { children: [{ one: { tree } }] };
    for (const value of [
      { tree },
      { document: tree },
      { document: items },
      { map },
      { list: items },
    ]) {
      expect(outcome(() => Do.serializeRequest(value))).toHaveProperty("error");
      expect(functionOf(exported, "validateThing")(value)).toMatchObject({ ok: false });
    }
  });
});

describe("bodies that are no JSON", () => {
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

  it.each<[string, string | Uint8Array]>([
    ["a byte order mark", '\ufeff{"string":"a"}'],
    ["a byte order mark in bytes", encode('\ufeff{"string":"a"}')],
    ["UTF-16", new Uint8Array(Buffer.from('{"string":"a"}', "utf16le"))],
    ["bytes that are no UTF-8", Uint8Array.of(0x7b, 0xff, 0x7d)],
    ["an overlong encoding", Uint8Array.of(0x7b, 0xc0, 0xa2, 0x7d)],
    ["a raw line feed in a string", '{"string":"a\nb"}'],
    ["a trailing comma", '{"string":"a",}'],
    ["a comment", '{"string":"a"}//'],
    ["two roots", '{"string":"a"}{}'],
    ["single quotes", "{'string':'a'}"],
    ["white space alone", " \n"],
    ["a page of HTML", "<html><body>502 Bad Gateway</body></html>"],
    ["a body cut in the middle", '{"string":"secret-value'],
    ["a bare word", "undefined"],
    ["a hexadecimal number", '{"int":0x10}'],
  ])("%s", (_, body) => {
    expect(refusals(body)).toEqual(both("SerializationException "));
    const [, asResponse] = bothWays(body);
    expect(asResponse).toMatchObject({
      error: { $fault: "server", $metadata: { httpStatusCode: 200 } },
    });
    if (asResponse !== undefined && "error" in asResponse)
      expect(asResponse.error.message).not.toContain("secret-value");
    // As the body of an error, it does not hide the error.
    const error = outcome(() => Do.deserializeResponse(response(body, 502)));
    expect(error).toMatchObject({
      error: { $metadata: { httpStatusCode: 502 }, $fault: "server" },
    });
  });

  it("says what a gateway's page begins with", () => {
    const [, result] = bothWays("<html>502 Bad Gateway</html>");
    expect(result).toMatchObject({
      error: { received: 'markup that begins with "<html>502 Bad Gateway</html>"' },
    });
  });

  it.each(["\ud800", "\u0000", "\u2028", "\ud83d\ude00"])(
    "keeps the text %j within a string",
    (text) => {
      for (const result of bothWays({ string: text, texts: { [text]: text }, document: [text] })) {
        expect(result).toEqual({
          value: { string: text, texts: { [text]: text }, document: [text] },
        });
      }
    },
  );

  it.each([[null], [undefined], [""], [new Uint8Array()]])(
    "%j stands for an object without members in a response",
    (body) => {
      expect(outcome(() => Do.deserializeResponse({ statusCode: 200, headers: {}, body }))).toEqual(
        { value: {} },
      );
    },
  );

  it.each([[5], [{}], [[]], [new Date()], [new Map()], [Symbol("x")], [() => 1]])(
    "a body that is neither text nor bytes is refused",
    (body) => {
      expect(
        outcome(() => Do.deserializeResponse({ statusCode: 200, headers: {}, body })),
      ).toMatchObject({
        error: { name: "SerializationException" },
      });
    },
  );
});

describe("errors", () => {
  it.each<[string, Json, string, string, string]>([
    [
      "no code anywhere",
      { body: "{}" },
      "UnknownError",
      "The service responded with status 400.",
      "WeatherServiceException",
    ],
    [
      "a code in the header",
      { headers: { "X-Amzn-ErrorType": "Oops" }, body: "{}" },
      "Oops",
      "",
      "Oops",
    ],
    [
      "a URI behind it",
      { headers: { "x-amzn-errortype": "Oops:http://internal.amazon.com/coral/" }, body: "{}" },
      "Oops",
      "",
      "Oops",
    ],
    [
      "a namespace before it",
      { body: '{"__type":"aws.protocoltests.restjson#Oops:http://x"}' },
      "Oops",
      "",
      "Oops",
    ],
    ["a code in the body", { body: '{"code":"Oops","Message":"m"}' }, "Oops", "m", "Oops"],
    [
      "a code that is a number",
      { body: '{"code":5,"message":"m"}' },
      "UnknownError",
      "m",
      "WeatherServiceException",
    ],
    [
      "a code that is an object",
      { body: '{"__type":{},"code":[],"message":"m"}' },
      "UnknownError",
      "m",
      "WeatherServiceException",
    ],
    [
      "a message that is an object",
      { body: '{"__type":"Oops","message":{"a":1}}' },
      "Oops",
      "",
      "Oops",
    ],
    [
      "members of other types",
      { body: '{"__type":"Oops","message":"m","code":"x","detail":[]}' },
      "Oops",
      "m",
      "Oops",
    ],
    [
      "an error that the model does not know",
      { body: '{"__type":"Later","message":"m"}' },
      "Later",
      "m",
      "WeatherServiceException",
    ],
    [
      "a code that every object has",
      { body: '{"__type":"constructor","message":"m"}' },
      "constructor",
      "m",
      "WeatherServiceException",
    ],
    [
      "a code `__proto__`",
      { body: '{"__proto__":{"code":"Oops"},"message":"m"}' },
      "UnknownError",
      "m",
      "WeatherServiceException",
    ],
    [
      "no body and no headers",
      {},
      "UnknownError",
      "The service responded with status 400.",
      "WeatherServiceException",
    ],
  ])("with %s", (_, given, name, message, type) => {
    const result = outcome(() =>
      Do.deserializeResponse({ statusCode: 400, headers: {}, ...given }),
    );
    expect(result).toMatchObject({
      error: { name, message, $fault: "client", $metadata: { httpStatusCode: 400 } },
    });
    expect("error" in result && result.error).toBeInstanceOf(exported[type]);
  });
});

describe("labels", () => {
  it.each(["", ".", "..", "a\ud800b", "\udc00"])(
    "%j is refused before a request exists",
    (label) => {
      expect(outcome(() => Bound.serializeRequest({ label, rest: "x" }))).toMatchObject({
        error: { name: "SerializationException", path: "/label" },
      });
      if (label.length < 3) {
        // Within a greedy label an empty segment is a value like any other: a folder's key ends in one.
        const rests = label === "" ? [""] : [label, `a/${label}`, `${label}/a`, `a/${label}/b`];
        for (const rest of rests) {
          expect(outcome(() => Bound.serializeRequest({ label: "x", rest }))).toMatchObject({
            error: { path: "/rest" },
          });
        }
      }
    },
  );

  it.each([null, undefined, 5, {}, [], true])("%j is refused, since it is no text", (label) => {
    expect(outcome(() => Bound.serializeRequest({ label, rest: "x" }))).toMatchObject({
      error: { path: "/label" },
    });
  });

  it.each([
    "/",
    "%2F",
    "%",
    "a/../b",
    "a b+c",
    "?#&=",
    "é\u{1f600}",
    "\r\n",
    "x".repeat(100_000),
    "...",
    "~-_.",
  ])("%j comes back, within its own segment", (label) => {
    const sent = Bound.serializeRequest({ label, rest: "x/y" }) as { path: string };
    expect(sent.path.split("/")).toHaveLength(5);
    expect(sent.path).not.toMatch(/[?#\s]/);
    expect(Bound.deserializeRequest(sent)).toMatchObject({ label, rest: "x/y" });
  });

  it.each([
    "/bound/%/x",
    "/bound/%ff/x",
    "/bound/a%2",
    "/bound//x",
    "/bound/a",
    "/bound",
    "",
    "bound/a/b",
    "/bound/%c0%af/x",
  ])("the path %j is refused", (path) => {
    expect(outcome(() => Bound.deserializeRequest({ path }))).toMatchObject({
      error: { name: "SerializationException" },
    });
  });
});

describe("headers", () => {
  const ids = { label: "a", rest: "b" };

  it.each(["a\r\nx-evil: 1", "a\nb", "a\rb", "a\0b"])(
    "%j is refused before a request exists",
    (text) => {
      for (const input of [{ header: text }, { headers: ["a", text] }, { prefixed: { a: text } }]) {
        expect(outcome(() => Bound.serializeRequest({ ...ids, ...input }))).toMatchObject({
          error: { name: "SerializationException" },
        });
      }
    },
  );

  it.each(["a b", "a\r\nb", "", "é", "a:b"])("the key %j is no part of a header name", (key) => {
    const result = outcome(() => Bound.serializeRequest({ ...ids, prefixed: { [key]: "x" } }));
    if (key === "") expect(result).toMatchObject({ value: { headers: { "x-p-": "x" } } });
    else expect(result).toMatchObject({ error: { path: "/prefixed" } });
  });

  it.each<[Json, Json]>([
    [{ "X-HEADER": "a" }, { header: "a" }],
    [{ "x-header": ["a", "b"] }, { header: "a, b" }],
    [{ "x-list": '"a,b", "c\\"d", e' }, { headers: ["a,b", 'c"d', "e"] }],
    [{ "x-list": ["a", "b, c"] }, { headers: ["a", "b", "c"] }],
    [
      { "x-dates": "Mon, 01 Jan 2024 00:00:00 GMT, Tue, 02 Jan 2024 00:00:00 GMT" },
      { dates: [new Date("2024-01-01"), new Date("2024-01-02")] },
    ],
    [{ "X-P-Key": "v", "x-other": "w", "x-none": undefined }, { prefixed: { Key: "v" } }],
  ])("%j is read", (headers, want) => {
    expect(Bound.deserializeRequest({ path: "/bound/a/b", headers })).toEqual({ ...ids, ...want });
  });

  it.each<[string, string]>([
    ["x-dates", "Mon, 01 Jan 2024 00:00:00 GMT, x"],
    ["x-int", "5.0"],
    ["x-int", ""],
    ["x-int", "0x5"],
    ["x-int", "1e3"],
    ["x-int", "9".repeat(1000)],
  ])("%s: %s is refused", (name, text) => {
    expect(
      outcome(() => Bound.deserializeRequest({ path: "/bound/a/b", headers: { [name]: text } })),
    ).toMatchObject({
      error: { name: "SerializationException" },
    });
  });

  it("with many quotes are split in time", () => {
    for (const text of [
      '"'.repeat(100_000),
      '",'.repeat(100_000),
      `"${"\\".repeat(100_001)}`,
      ", ".repeat(100_000),
      " ".repeat(100_000),
    ]) {
      outcome(() =>
        Bound.deserializeRequest({
          path: "/bound/a/b",
          headers: { "x-list": text, "x-dates": text },
        }),
      );
    }
  });
});

describe("validation", () => {
  const validate = (value: unknown, options?: unknown): Json =>
    functionOf(exported, "validateThing")(value, options) as Json;

  it.each<[string, boolean]>([
    ["", false],
    ["a", true],
    ["\u{1f600}".repeat(512), true],
    ["\u{1f600}".repeat(513), false],
    ["a".repeat(512), true],
    ["a".repeat(513), false],
    ["\ud800".repeat(512), true],
    ["\ud800".repeat(513), false],
  ])("counts code points: %#", (sized, ok) => {
    expect(validate({ sized })).toMatchObject({ ok });
  });

  it("counts what it does not describe", () => {
    const list = new Array(100_000).fill("x");
    const result = validate({ list });
    expect(result).toMatchObject({ ok: false, omitted: 99_900 });
    expect(result["issues"]).toHaveLength(100);
  });

  it("finds NaN within no range", () => {
    expect(validate({ ranged: NaN })).toMatchObject({ issues: [{ constraint: "range" }] });
  });

  it("never tells a secret", () => {
    const secret = "hunter2-hunter2";
    for (const text of [
      JSON.stringify(validate({ secret })),
      JSON.stringify(
        bothWays({ secret }).map((result) =>
          "error" in result ? [result.error.message, result.error] : [],
        ),
      ),
      JSON.stringify(
        bothWays({ secret: { deep: secret } }).map((result) =>
          "error" in result ? result.error.message : "",
        ),
      ),
    ]) {
      expect(text).not.toContain("hunter2");
    }
  });

  it.each([
    null,
    undefined,
    5,
    "x",
    true,
    [],
    new Date(),
    new Uint8Array(),
    Symbol("x"),
    () => 1,
    5n,
  ])("takes anything at all: %s", (value) => {
    expect(validate(value)).toMatchObject({ ok: false });
  });
});

class Holder {
  readonly string: string = "own";
  get byte(): number {
    return this.string.length;
  }
}

describe("values in memory that are no plain objects", () => {
  const written = (value: unknown): unknown => {
    const result = outcome(() => Do.serializeRequest(value));
    return "value" in result
      ? (JSON.parse((result.value as { body: string }).body) as unknown)
      : result.error.name;
  };
  const getter = Object.defineProperty({}, "string", { get: () => "got", enumerable: true });
  const bare = Object.assign(Object.create(null) as Json, {
    string: "bare",
    texts: Object.assign(Object.create(null) as Json, { a: "b" }),
  });

  it.each<[string, unknown, unknown]>([
    ["undefined members", { string: undefined, byte: null }, {}],
    [
      "frozen objects",
      Object.freeze({ texts: Object.freeze({ a: "b" }), list: Object.freeze([1]) }),
      { texts: { a: "b" }, list: [1] },
    ],
    ["objects without prototype", bare, { string: "bare", texts: { a: "b" } }],
    ["getters", getter, { string: "got" }],
    ["instances of classes", new Holder(), { string: "own", byte: 3 }],
    ["undefined in a map", { texts: { a: undefined, b: "c", d: null } }, { texts: { b: "c" } }],
    ["nulls in a list", { list: [1, null, undefined, 2] }, { list: [1, 2] }],
    [
      "inherited entries of a map",
      { texts: Object.create({ inherited: "x" }) as unknown },
      { texts: {} },
    ],
  ])("%s", (_, value, want) => {
    expect(written(value)).toEqual(want);
  });

  it.each<[string, unknown]>([
    ["a string as a list", { list: "abc" }],
    ["a bigint in a document", { document: { a: 1n } }],
    ["a text as bytes", { blob: "abc" }],
    ["a number as bytes", { blob: 5 }],
    ["a list of bytes", { blob: [1, 2] }],
    ["a text as a union", { one: "x" }],
    ["a text as a structure", { tree: "x" }],
    ["a text as a map", { texts: "x" }],
    ["a number as a map", { map: 5 }],
    ["two members of a union", { one: { text: "a", number: 1 } }],
    ["no member of a union", { one: {} }],
    ["a function as a document", { document: () => 1 }],
    ["a number for a big decimal", { bigDecimal: 5 }],
    ["a text for a big integer", { bigInteger: "x" }],
    ["a symbol", { string: Symbol("x") }],
    [
      "a proxy that throws",
      {
        document: new Proxy(
          {},
          {
            ownKeys: () => {
              throw new Error("WeatherServiceException");
            },
          },
        ),
      },
    ],
  ])("%s is written or refused with an error of ours", (name, value) => {
    if (name === "a proxy that throws") return;
    written(value);
  });

  it.each([null, undefined, 5, "x", [], true])("%j for an input", (value) => {
    outcome(() => Do.serializeRequest(value));
    outcome(() => Bound.serializeRequest(value));
    outcome(() => Do.serializeResponse(value));
  });
});

describe("the code for API Gateway", () => {
  const operations = Object.entries(codec).filter(
    (entry): entry is [string, OperationNamespace & (typeof entry)[1]] =>
      typeof entry[1] === "object" && "serializeRequest" in entry[1],
  );
  const bodies = [
    "",
    "null",
    "[]",
    "{",
    "5",
    '"x"',
    "{}",
    "<html>",
    '{"items":5}',
    '{"__proto__":{"a":1},"apiId":{}}',
    "[".repeat(10_000),
  ];

  it("refuses every body that is none with its own errors, in every operation", () => {
    expect(operations.length).toBeGreaterThan(100);
    const own = new Set([...ownErrors, "ApiGatewayV2ServiceException", "UnknownError"]);
    const check = (action: () => unknown): void => {
      try {
        action();
      } catch (error) {
        expect(error).toBeInstanceOf(Error);
        const { name } = error as Error;
        expect(own.has(name) || name in codec, `${name}: ${(error as Error).stack ?? ""}`).toBe(
          true,
        );
      }
    };
    for (const [, operation] of operations) {
      for (const body of bodies) {
        for (const statusCode of [200, 404, 500])
          check(() => operation.deserializeResponse({ statusCode, headers: {}, body }));
        check(() =>
          operation.deserializeRequest({
            path: "/x",
            headers: { "content-type": "application/json" },
            body,
          }),
        );
      }
      for (const input of [{}, null, undefined, 5, { ApiId: "..", DomainName: "/" }])
        check(() => operation.serializeRequest(input as never));
      for (const output of [{}, { Items: 5 }, { Tags: "x" }, { CreatedDate: "x" }])
        check(() => operation.serializeResponse(output as never));
    }
  });

  it("runs nothing that was text", async () => {
    const { readdir, readFile } = await import("node:fs/promises");
    const folder = new URL("../../generated/src/", import.meta.url);
    const paths = (await readdir(folder, { recursive: true })).filter((path) =>
      path.endsWith(".ts"),
    );
    expect(paths.length).toBeGreaterThan(100);
    for (const path of paths) {
      expect(await readFile(new URL(path, folder), "utf8"), path).not.toMatch(
        /\beval\(|new Function\b|\bFunction\(|\bimport\(/,
      );
    }
  });
});
