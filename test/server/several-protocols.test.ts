import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { EventStreamMarshaller } from "@smithy/core/event-streams";
import type { HandlerOptions } from "apigatewayv2-codec/server";
import { toNodeListener } from "apigatewayv2-codec/server/node";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { operationOf, type Exports } from "../codegen/support/generated.js";
import { expectSame } from "../properties/same.js";
import { outputOf, protocols, type Output } from "./support/several-protocols.js";

/*
 * A server in several protocols answers a request as the server of its protocol alone: both are
 * generated from the same model, and get the same requests of the clients of that protocol.
 */

type Value = Record<string, unknown>;
type Message = Readonly<Record<string, unknown>>;

type Protocol = (typeof protocols)[number];

let several: Output;
const alone = {} as Record<Protocol, Output>;
let arbitraries: Readonly<Record<string, () => fc.Arbitrary<Value>>>;
beforeAll(async () => {
  several = await outputOf("several-protocols", ...protocols);
  for (const protocol of protocols) alone[protocol] = await outputOf("several-protocols", protocol);
  arbitraries = (await several.load("arbitraries.ts")) as typeof arbitraries;
});

const toUtf8 = (bytes: Uint8Array | string): string =>
  typeof bytes === "string" ? bytes : new TextDecoder().decode(bytes);
const fromUtf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const marshaller = new EventStreamMarshaller({ utf8Encoder: toUtf8, utf8Decoder: fromUtf8 });
const fixed = { requestId: () => "id", eventStreamMarshaller: marshaller };

/** Answers a request by the server of several protocols and by that of one, with the same functions. */
async function answers(
  protocol: Protocol,
  request: object,
  functionsOf: (output: Output) => object,
  options: HandlerOptions<object> = {},
): Promise<{ readonly actual: Message; readonly expected: Message }> {
  const answer = async (output: Output): Promise<Message> => {
    const handler = output.createHandler(functionsOf(output) as Value, { ...fixed, ...options });
    return (await handler.handle(request as never)) as unknown as Message;
  };
  return { actual: await answer(several), expected: await answer(alone[protocol]) };
}

const unary = ["Copy", "Drop", "Keep", "Ping", "PutNote", "Upload"];
const valid = (role: "inputOf" | "outputOf", operation: string): fc.Arbitrary<Value> =>
  (arbitraries[`${role}${operation}`]?.() ?? fc.constant({})).filter((value) => !isLost(value));

/** Whether a value has text that XML or CBOR cannot carry, or a header that is not one. */
function isLost(value: unknown): boolean {
  if (typeof value === "string") return !/^[\n\x20-\x7e\xa1-\ud7ff]*$/.test(value);
  if (value instanceof Uint8Array || typeof value !== "object" || value === null) return false;
  return Object.entries(value).flat().some(isLost);
}

const note = { title: "t", at: new Date(1e12), day: new Date(2e12), parts: [{ price: "1.5" }] };
const put = { id: "abc", kind: "a", note, token: "x" };

describe.each(protocols)("%s", (protocol) => {
  const requestOf = (operation: string, input: unknown, options?: object): Message => {
    const request = operationOf(alone[protocol].index, operation).serializeRequest(input, options);
    // Only this header tells the two protocols with paths apart, unless there is a document.
    const accept = "application/xml, application/vnd.amazon.eventstream";
    return protocol === "restXml" ? withHeader(request, "accept", accept) : request;
  };

  it.each(unary)(
    "has inputs and outputs of %s as the only protocol has them",
    async (operation) => {
      await fc.assert(
        fc.asyncProperty(
          valid("inputOf", operation),
          valid("outputOf", operation),
          async (input, output) => {
            const received: unknown[] = [];
            const request = requestOf(operation, input);
            const { actual, expected } = await answers(protocol, request, () => ({
              [operation]: (given: unknown) => {
                received.push(given);
                return output;
              },
            }));
            expectSame(actual, expected);
            expect(received).toHaveLength(2);
            expectSame(received[0], received[1]);
          },
        ),
        { numRuns: 60 },
      );
    },
  );

  it("has the errors of the model and others as the only protocol has them", async () => {
    const thrown = [
      (index: Exports) => new (index["NoRoom"] as ErrorClass)({ message: "m", left: 3 }),
      (index: Exports) => new (index["Locked"] as ErrorClass)({ reason: "r" }),
      () => new Error("secret"),
    ];
    for (const make of thrown) {
      const onError = vi.fn();
      const { actual, expected } = await answers(
        protocol,
        requestOf("PutNote", put),
        ({ index }) => ({
          PutNote: () => {
            throw make(index);
          },
        }),
        { onError },
      );
      expectSame(actual, expected);
      expect(actual["statusCode"]).toBe([409, 503, 500][thrown.indexOf(make)]);
      expect(JSON.stringify(actual)).not.toContain("secret");
      expect(onError).toHaveBeenCalledTimes(make === thrown[2] ? 2 : 0);
    }
  });

  it("has invalid inputs, with the class of the service and not one of the protocol", async () => {
    const invalid = { ...put, note: { ...note, title: "x".repeat(21) } };
    const { actual, expected } = await answers(protocol, requestOf("PutNote", invalid), () => ({
      PutNote: () => ({ version: 1 }),
    }));
    expectSame(actual, expected);
    expect(actual["statusCode"]).toBe(400);
    const { deserializeRequest } = operationOf(alone[protocol].index, "PutNote");
    expect(() => deserializeRequest(requestOf("PutNote", invalid))).toThrow(/note\/title/);
  });

  it.each<[string, (request: Message) => object]>([
    ["a body of another type", (request) => withHeader(request, "content-type", "text/html")],
    ["a body that is cut off", (request) => ({ ...request, body: "{" })],
    ["a body above the limit", (request) => ({ ...request, body: "x".repeat(2000) })],
    [
      "an encoding that it does not know",
      (request) => withHeader(request, "content-encoding", "br"),
    ],
    ["another method", (request) => ({ ...request, method: "PATCH" })],
    ["another path", (request) => ({ ...request, path: "/x/y" })],
    ["a query that is not encoded", (request) => ({ ...request, query: "%" })],
    ["a body that is compressed", (request) => gzipped(request)],
  ])("answers %s as the only protocol does", async (_, change) => {
    for (const operation of ["PutNote", "Copy"]) {
      const input = operation === "Copy" ? { note } : put;
      const request = change(requestOf(operation, input));
      const functions = { Copy: () => ({ note }), PutNote: () => ({ version: 1 }) };
      const options = { maxBodyBytes: 1000 };
      const { actual, expected } = await answers(protocol, request, () => functions, options);
      expectSame(actual, expected);
    }
  });

  it("has an operation without a function, and an output that is not valid", async () => {
    for (const functions of [{ Ping: () => ({}) }, { PutNote: () => ({ version: "1" }) }]) {
      const { actual, expected } = await answers(
        protocol,
        requestOf("PutNote", put),
        () => functions,
      );
      expectSame(actual, expected);
      expect(actual["statusCode"]).toBe("Ping" in functions ? 404 : 500);
    }
  });

  it("has streams of events, which are validated one by one", async () => {
    const events = (...texts: string[]): AsyncIterable<object> =>
      (async function* () {
        for (const text of texts) yield await Promise.resolve({ said: { text } });
      })();
    const { deserializeResponse } = operationOf(alone[protocol].index, "Talk");
    const Talk = ({ events: given }: { events: AsyncIterable<object> }): object => ({
      events: given,
    });
    const talk = async (...texts: string[]): Promise<unknown[]> => {
      const onError = vi.fn();
      const options = { eventStreamMarshaller: marshaller };
      const { createHandler } = several;
      const request = requestOf("Talk", { events: events(...texts) }, options);
      const response = await createHandler({ Talk }, { ...fixed, onError }).handle(
        request as never,
      );
      const output = deserializeResponse(response, options) as { events: AsyncIterable<object> };
      const found: unknown[] = [];
      for await (const event of output.events) found.push(event);
      return found;
    };
    expect(await talk("a", "b")).toEqual([{ said: { text: "a" } }, { said: { text: "b" } }]);
    await expect(talk("a", "too long")).rejects.toThrow();
  });

  it("passes its requests through the interceptors, with context and operation", async () => {
    const seen: unknown[] = [];
    const handler = several.createHandler(
      { Ping: (_input: unknown, { user }: { user: string }) => void seen.push(user) },
      {
        ...fixed,
        use: [
          async ({ operation }, next) => {
            seen.push(operation);
            const response = await next();
            return { ...response, headers: { ...response.headers, "x-seen": "yes" } };
          },
        ],
      },
    );
    const context = { user: "u" };
    const response = await handler.handle(requestOf("Ping", {}) as never, { context });
    expect(seen).toEqual(["Ping", "u"]);
    expect(response).toMatchObject({
      statusCode: 200,
      headers: { "x-seen": "yes", "x-amzn-requestid": "id" },
    });
  });
});

type ErrorClass = new (members: object) => Error;

function withHeader(request: Message, name: string, value: string): Message {
  return { ...request, headers: { ...(request["headers"] as object), [name]: value } };
}

function gzipped(request: Message): object {
  const body = gzipSync(request["body"] as string);
  return { ...withHeader(request, "content-encoding", "gzip"), body };
}

describe("clients of all protocols, over HTTP", () => {
  let close: () => void;
  let endpoint: string;
  beforeAll(async () => {
    const handler = several.createHandler({
      PutNote: ({ id, note: given }: { id: string; note: object }) => {
        if (id === "full")
          throw new (several.index["NoRoom"] as ErrorClass)({ message: "m", left: 0 });
        return { version: 3, note: given };
      },
    });
    const server = createServer(toNodeListener(handler as never)).listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    close = () => {
      server.close();
      server.closeAllConnections();
    };
  });
  afterAll(() => {
    close();
  });

  it.each(protocols)("%s", async (protocol) => {
    const { index, load } = alone[protocol];
    const { createClient } = (await load("client.ts")) as {
      createClient: (
        operations: object,
        config: object,
      ) => Record<string, (input: object) => Promise<Value>>;
    };
    const { putNote, ping } = createClient(
      { PutNote: index["PutNote"], Ping: index["Ping"] },
      { endpoint, maxAttempts: 1 },
    );
    expect(await putNote?.(put)).toMatchObject({ version: 3, note, count: 7 });
    await expect(putNote?.({ ...put, id: "full" })).rejects.toMatchObject({
      name: "NoRoom",
      message: "m",
      left: 0,
      $metadata: { httpStatusCode: 409 },
    });
    await expect(putNote?.({ ...put, id: "A" })).rejects.toMatchObject({
      name: "ValidationException",
    });
    await expect(ping?.({})).rejects.toMatchObject({ $metadata: { httpStatusCode: 404 } });
  });
});
