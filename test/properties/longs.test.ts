import { EventStreamMarshaller } from "@smithy/core/event-streams";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadValidator } from "smithy-codec";
import {
  functionOf,
  generateFrom,
  importFiles,
  operationOf,
  type Exports,
} from "../codegen/support/generated.js";
import {
  bytesOf,
  list,
  map,
  member,
  model as modelOf,
  operation,
  structure,
  union,
} from "../codegen/support/models.js";

/*
 * Every integer of 64 bits, at every place that a message has for a `long`. The texts on the wire are
 * put together here, digit by digit, so that two wrongs do not make a right.
 */

const bound = {
  query: member("Long", { httpQuery: "q" }),
  queries: member("Longs", { httpQuery: "qs" }),
  header: member("Long", { httpHeader: "h" }),
  headers: member("Longs", { httpHeader: "hs" }),
};
const inBody = {
  plain: "Long",
  list: "Longs",
  sparse: "Gaps",
  map: "ByName",
  choice: "Choice",
  tree: "Tree",
};
const model = modelOf({
  Send: operation("/send/{label}", { input: "Input", output: "Output", errors: ["Oops"] }),
  Pay: operation("/pay", { input: "Paid", output: "Paid" }),
  Talk: operation("/talk", { input: "Said", output: "Said" }),
  Input: structure({
    label: member("Long", { httpLabel: {}, required: {} }),
    ...bound,
    ...inBody,
  }),
  Output: structure({ header: bound.header, headers: bound.headers, ...inBody }),
  Oops: structure({ header: bound.header, plain: "Long" }, { error: "client" }),
  Paid: structure({ tree: member("Tree", { httpPayload: {} }) }),
  Said: structure({ events: member("Events", { httpPayload: {} }) }),
  Events: union({ one: "One", two: "Two" }, { streaming: {} }),
  One: structure({ header: member("Long", { eventHeader: {} }), plain: "Long" }),
  Two: structure({ tree: member("Tree", { eventPayload: {} }) }),
  Longs: list("Long"),
  Gaps: list("Long", { sparse: {} }),
  ByName: map("Long"),
  Choice: union({ a: "Long", b: "String" }),
  Tree: structure({ value: "Long", child: "Tree" }),
});

const load = async (long: "number" | "bigint"): Promise<Exports> =>
  importFiles(`longs-${long}`, (await generateFrom(model, { long })).files);
const bigints = await load("bigint");
const numbers = await load("number");

const int64 = fc.oneof(
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  fc.constantFrom(0n, 2n ** 53n, -(2n ** 53n), 2n ** 53n + 1n, 2n ** 63n - 1n, -(2n ** 63n)),
);
const beyondInt64 = fc.oneof(
  fc.bigInt({ min: 2n ** 63n, max: 2n ** 70n }),
  fc.bigInt({ min: -(2n ** 70n), max: -(2n ** 63n) - 1n }),
);
const safe = fc.maxSafeInteger().map(BigInt);
const unsafe = fc.oneof(
  fc.bigInt({ min: 2n ** 53n, max: 2n ** 63n - 1n }),
  fc.bigInt({ min: -(2n ** 63n), max: -(2n ** 53n) }),
);

/** The members of a body that hold a long, and their JSON. */
function body(value: unknown): Record<string, unknown> {
  return {
    plain: value,
    list: [value, value],
    sparse: [null, value],
    map: { a: value },
    choice: { a: value },
    tree: { value, child: { value } },
  };
}

/** The JSON of these, with members in the order of their names, as the codec writes them. */
function bodyText(digits: string): string {
  const parts = [
    `"choice":{"a":${digits}}`,
    `"list":[${digits},${digits}]`,
    `"map":{"a":${digits}}`,
    `"plain":${digits}`,
    `"sparse":[null,${digits}]`,
    `"tree":{"child":{"value":${digits}},"value":${digits}}`,
  ];
  return `{${parts.join(",")}}`;
}

const json = { "content-type": "application/json" };

/** Every part of a request and of a response in which a long can stand, each by itself. */
function wires(digits: string): [name: string, direction: string, message: object][] {
  const request = { method: "POST", path: "/send/1", query: {}, headers: json, body: "{}" };
  const response = { statusCode: 200, headers: json, body: "{}" };
  const bodies = [
    `{"plain":${digits}}`,
    `{"list":[${digits}]}`,
    `{"sparse":[${digits}]}`,
    `{"map":{"a":${digits}}}`,
    `{"choice":{"a":${digits}}}`,
    `{"tree":{"child":{"value":${digits}}}}`,
  ];
  return [
    ["Send", "request", { ...request, path: `/send/${digits}` }],
    ["Send", "request", { ...request, query: { q: digits } }],
    ["Send", "request", { ...request, query: { qs: ["1", digits] } }],
    ["Send", "request", { ...request, headers: { ...json, h: digits } }],
    ["Send", "request", { ...request, headers: { ...json, hs: `1, ${digits}` } }],
    ["Send", "response", { ...response, headers: { h: digits } }],
    ["Send", "response", { ...response, headers: { hs: `1,${digits}` } }],
    ["Pay", "request", { ...request, path: "/pay", body: `{"value":${digits}}` }],
    ["Pay", "response", { ...response, body: `{"value":${digits}}` }],
    ...bodies.flatMap((each): [string, string, object][] => [
      ["Send", "request", { ...request, body: each }],
      ["Send", "response", { ...response, body: each }],
    ]),
  ];
}

function read(
  codec: Exports,
  [name, direction, message]: ReturnType<typeof wires>[number],
): unknown {
  const { deserializeRequest, deserializeResponse } = operationOf(codec, name);
  return direction === "request" ? deserializeRequest(message) : deserializeResponse(message);
}

/** Inputs in each of which one member holds the long. */
function inputs(value: unknown): [name: string, input: object][] {
  const label = typeof value === "bigint" ? 1n : 1;
  const parts = { ...body(value), query: value, queries: [value], header: value, headers: [value] };
  return [
    ["Send", { label: value }],
    ...Object.entries(parts).map(([name, part]): [string, object] => [
      "Send",
      { label, [name]: part },
    ]),
    ["Pay", { tree: { child: { value } } }],
  ];
}

function caught(action: () => unknown): unknown {
  try {
    action();
  } catch (error) {
    return error;
  }
  return "nothing was thrown";
}

const utf8 = new TextEncoder();
const options = {
  eventStreamMarshaller: new EventStreamMarshaller({
    utf8Encoder: (bytes) =>
      typeof bytes === "string" ? bytes : new TextDecoder().decode(bytes as Uint8Array),
    utf8Decoder: (text) => utf8.encode(text),
  }),
};

async function* iterate(events: readonly unknown[]): AsyncGenerator {
  for (const event of events) yield await Promise.resolve(event);
}

async function collect(stream: unknown): Promise<unknown[]> {
  const all: unknown[] = [];
  for await (const event of stream as AsyncIterable<unknown>) all.push(event);
  return all;
}

describe.each([
  ["bigints", bigints, int64, (value: bigint): unknown => value],
  ["numbers", numbers, safe, (value: bigint): unknown => Number(value)],
])("longs as %s", (_, codec, integers, of) => {
  it("go through requests with all of their digits", () => {
    const { serializeRequest, deserializeRequest } = operationOf(codec, "Send");
    fc.assert(
      fc.property(integers, (integer) => {
        const digits = String(integer);
        const value = of(integer);
        const input = {
          ...{ label: value, query: value, queries: [value, value] },
          ...{ header: value, headers: [value, value], ...body(value) },
        };
        const request = serializeRequest(input);
        expect(request).toMatchObject({
          path: `/send/${digits}`,
          query: { q: digits, qs: [digits, digits] },
          headers: { h: digits, hs: `${digits}, ${digits}` },
        });
        expect(request["body"]).toBe(bodyText(digits));
        expect(deserializeRequest(request)).toEqual(input);
      }),
    );
  });

  it("go through responses, payloads and errors with all of their digits", () => {
    const send = operationOf(codec, "Send");
    const pay = operationOf(codec, "Pay");
    const Oops = codec["Oops"] as new (members: object) => Error;
    fc.assert(
      fc.property(integers, (integer) => {
        const digits = String(integer);
        const value = of(integer);
        const output = { header: value, headers: [value], ...body(value) };
        const response = send.serializeResponse(output);
        expect(response["body"]).toBe(bodyText(digits));
        expect(send.deserializeResponse(response)).toEqual(output);
        const paid = { tree: { value } };
        const payload = pay.serializeResponse(paid);
        expect(payload["body"]).toBe(`{"value":${digits}}`);
        expect(pay.deserializeResponse(payload)).toEqual(paid);
        const failure = functionOf(
          codec,
          "serializeError",
        )(new Oops({ header: value, plain: value }));
        expect(failure).toMatchObject({ headers: { h: digits }, body: `{"plain":${digits}}` });
        expect(caught(() => send.deserializeResponse(failure))).toMatchObject({
          header: value,
          plain: value,
        });
      }),
    );
  });

  it("go through events, in their headers and bodies", async () => {
    const { serializeRequest, deserializeRequest, serializeResponse, deserializeResponse } =
      operationOf(codec, "Talk");
    await fc.assert(
      fc.asyncProperty(integers, async (integer) => {
        const value = of(integer);
        const events = [{ one: { header: value, plain: value } }, { two: { tree: { value } } }];
        const request = serializeRequest({ events: iterate(events) }, options);
        const input = deserializeRequest(request, options) as { events: unknown };
        expect(await collect(input.events)).toEqual(events);
        const response = serializeResponse({ events: iterate(events) }, options);
        const output = deserializeResponse(response, options) as { events: unknown };
        expect(await collect(output.events)).toEqual(events);
      }),
      { numRuns: 50 },
    );
  });

  it("go through the functions of shapes, and are valid", () => {
    fc.assert(
      fc.property(integers, (integer) => {
        const tree = { value: of(integer), child: { value: of(integer) } };
        const wire = functionOf(codec, "serializeTree")(tree);
        expect(functionOf(codec, "deserializeTree")(wire)).toEqual(tree);
        expect(functionOf(codec, "validateTree")(tree)).toEqual({ ok: true, value: tree });
      }),
    );
  });
});

describe("longs as bigints", () => {
  const expected = "an integer between -9223372036854775808 and 9223372036854775807";

  it("are refused beyond 64 bits, at every place and by both sides", () => {
    fc.assert(
      fc.property(beyondInt64, (integer) => {
        for (const wire of wires(String(integer)))
          expect(caught(() => read(bigints, wire))).toMatchObject({
            name: "SerializationException",
            expected,
          });
        for (const [name, input] of inputs(integer))
          expect(caught(() => operationOf(bigints, name).serializeRequest(input))).toMatchObject({
            name: "SerializationException",
            expected: expected.replace("an integer", "a bigint"),
            received: "an integer out of range",
          });
        expect(functionOf(bigints, "validateTree")({ value: integer })).toMatchObject({
          ok: false,
          issues: [{ path: "/value", constraint: "type", expected: `be ${expected}` }],
        });
      }),
      { numRuns: 30 },
    );
  });

  it("are refused as numbers, which may have been rounded", () => {
    for (const [name, input] of inputs(5))
      expect(caught(() => operationOf(bigints, name).serializeRequest(input))).toMatchObject({
        name: "SerializationException",
        received: "a number",
      });
    const deserialize = functionOf(bigints, "deserializeTree");
    expect(deserialize({ value: 5 })).toEqual({ value: 5n });
    expect(deserialize({ value: 9007199254740993n })).toEqual({ value: 9007199254740993n });
    expect(caught(() => deserialize({ value: 2 ** 53 }))).toMatchObject({
      name: "SerializationException",
      path: "/value",
      received: "a number beyond 2^53 - 1, which may have been rounded",
    });
    expect(functionOf(bigints, "validateTree")({ value: 5 })).toMatchObject({
      issues: [{ constraint: "type", expected: "be a bigint" }],
    });
  });

  it.each([
    ["1e3", 1000n],
    ["1.0", 1n],
    ["-1.5e1", -15n],
    ["9.223372036854775807e18", 2n ** 63n - 1n],
    ["0e99999999", 0n],
    ["-0", 0n],
    ["1e19", undefined],
    ["1e-1", undefined],
    ["9007199254740993.5", undefined],
    ["1e99999999", undefined],
    ['"1"', undefined],
    ["true", undefined],
  ])("%s in JSON is read as %s", (text, want) => {
    const message = { statusCode: 200, headers: {}, body: `{"plain":${text}}` };
    const act = (): unknown => operationOf(bigints, "Send").deserializeResponse(message);
    if (want !== undefined) expect(act()).toEqual({ plain: want });
    else expect(caught(act)).toMatchObject({ name: "SerializationException", path: "/plain" });
  });

  it.each(["1.5", "1e3", "0x10", "", " 1", "+1", "1n", "9".repeat(1_000_000)])(
    "%.9s in a header is refused",
    (text) => {
      const message = { statusCode: 200, headers: { h: text }, body: "{}" };
      const act = (): unknown => operationOf(bigints, "Send").deserializeResponse(message);
      expect(caught(act)).toMatchObject({ name: "SerializationException", path: "/header" });
    },
  );

  it("keep their digits in ranges and defaults", async () => {
    const source = JSON.stringify(
      modelOf({
        Do: operation("/do", { input: "Thing", output: "Thing" }),
        Thing: structure({
          max: member("Long", { range: { max: "MAX" } }),
          big: member("BigInteger", { range: { min: "MIN" }, default: "MIN" }),
          usual: member("Long", { default: "MAX" }),
        }),
      }),
    )
      .replaceAll('"MAX"', "9007199254740995")
      .replaceAll('"MIN"', "-9007199254740995123");
    const { files } = await generateFrom(source, { long: "bigint" });
    const codec = await importFiles("exact-longs", files);
    expect(files.get("shapes/Thing.ts")).toContain("Range: at most 9007199254740995.");
    expect(files.get("shapes/Thing.ts")).toContain("Default: `9007199254740995`.");
    expect(functionOf(codec, "deserializeThing")({})).toEqual({
      usual: 9007199254740995n,
      big: -9007199254740995123n,
    });
    const validate = functionOf(codec, "validateThing");
    expect(validate({ max: 9007199254740995n, big: -9007199254740995123n })).toMatchObject({
      ok: true,
    });
    expect(validate({ max: 9007199254740996n, big: -9007199254740995124n })).toMatchObject({
      issues: [
        { path: "/big", expected: "be greater than or equal to -9007199254740995123" },
        { path: "/max", expected: "be less than or equal to 9007199254740995" },
      ],
    });
    await expect(generateFrom(source)).rejects.toThrow(
      "test#Thing$usual: has an invalid default: expected an integer up to 2^53 - 1 (--long bigint accepts 64 bits), found 9007199254740995",
    );
  });
});

describe("longs as numbers", () => {
  it("are refused beyond 2^53 - 1, at every place and by both sides, with one message", () => {
    const told = {
      name: "SerializationException",
      expected: "an integer between -9007199254740991 and 9007199254740991",
      received: "an integer out of range",
    };
    fc.assert(
      fc.property(unsafe, (integer) => {
        for (const wire of wires(String(integer)))
          expect(caught(() => read(numbers, wire))).toMatchObject(told);
        for (const [name, input] of inputs(Number(integer)))
          expect(caught(() => operationOf(numbers, name).serializeRequest(input))).toMatchObject(
            told,
          );
        const tree = { value: Number(integer) };
        expect(caught(() => functionOf(numbers, "serializeTree")(tree))).toMatchObject(told);
        expect(caught(() => functionOf(numbers, "deserializeTree")(tree))).toMatchObject(told);
        expect(functionOf(numbers, "validateTree")(tree)).toMatchObject({
          issues: [{ constraint: "type", expected: `be ${told.expected}` }],
        });
      }),
      { numRuns: 30 },
    );
  });

  it.each([1.5, NaN, Infinity, "1", true, 1n, {}])("%s is refused before it is sent", (value) => {
    for (const [name, input] of inputs(value))
      expect(caught(() => operationOf(numbers, name).serializeRequest(input))).toMatchObject({
        name: "SerializationException",
      });
  });
});

describe("JSON that is checked by the model alone", () => {
  const source = { name: "model.json", bytes: bytesOf(model) };

  it.each([
    ["number" as const, safe, unsafe],
    ["bigint" as const, int64, beyondInt64],
  ])("takes the longs that code generated for --long %s takes", async (long, valid, invalid) => {
    const { validator } = await loadValidator({ model: source, shape: "Tree", long });
    fc.assert(
      fc.property(valid, invalid, (good, bad) => {
        expect(validator(`{"value":${good}}`).issues).toEqual([]);
        expect(validator(`{"value":${bad}}`).issues).toMatchObject([{ path: "/value" }]);
      }),
    );
  });
});
