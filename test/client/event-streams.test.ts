import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Sha256 } from "@aws-crypto/sha256-js";
import { EventStreamCodec, getChunkedStream, HeaderMarshaller } from "@smithy/core/event-streams";
import { NodeHttpHandler } from "@smithy/node-http-handler";
import { SignatureV4 } from "@smithy/signature-v4";
import type { EventStreamMarshaller } from "@smithy/types";
import type { ClientConfig } from "apigatewayv2-codec/client";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { generateFrom } from "../codegen/support/generated.js";
import { member, model, operation, structure, union } from "../codegen/support/models.js";
import { importClient, type AnyClient } from "./support/import-client.js";

const given = model(
  {
    Talk: operation("/talk", { input: "Said", output: "Heard" }),
    Tell: operation("/tell", { input: "Said", output: "Count" }),
    Listen: operation("/listen", { method: "GET", output: "Heard" }),
    Said: structure({
      room: member("String", { httpHeader: "x-room" }),
      events: member("Events", { httpPayload: {} }),
    }),
    Heard: structure({
      room: member("String", { httpHeader: "x-room" }),
      events: member("Events", { httpPayload: {} }),
    }),
    Count: structure({ frames: "Integer" }),
    Events: union(
      { message: "Message", data: "Data", ping: "Ping", failed: "Failed" },
      { streaming: {} },
    ),
    Message: structure({ text: "String", count: "Integer" }),
    Data: structure({
      bytes: member("Blob", { eventPayload: {} }),
      at: member("Timestamp", { eventHeader: {} }),
      flag: member("Boolean", { eventHeader: {} }),
      name: member("String", { eventHeader: {} }),
    }),
    Ping: structure({}),
    Failed: structure({ message: "String" }, { error: "client" }),
  },
  { traits: { "aws.protocols#restJson1": {}, "aws.auth#sigv4": { name: "weather" } } },
);

const { index, open } = await importClient("client-event-streams", given);
const credentials = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "s3cr3t", sessionToken: "tok" };
const toUtf8 = (bytes: unknown): string =>
  new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes as Uint8Array);
const fromUtf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const codec = new EventStreamCodec(toUtf8, fromUtf8);
const signer = new SignatureV4({
  ...{ credentials, region: "eu-central-1", service: "weather", sha256: Sha256 },
});

/** What is wrong with the requests that the server got. */
const problems: string[] = [];

/** Returns the frames of a request; those in signed messages if it is signed, after a check of each. */
async function* framesOf(request: IncomingMessage): AsyncGenerator<Uint8Array> {
  const authorization = request.headers.authorization;
  let prior = /Signature=(\w+)$/.exec(authorization ?? "")?.[1] ?? "";
  for await (const frame of getChunkedStream(request)) {
    if (authorization === undefined) {
      yield frame;
      continue;
    }
    const { headers, body } = codec.decode(frame);
    const { ":date": date, ":chunk-signature": signature } = headers;
    if (
      date?.type !== "timestamp" ||
      signature?.type !== "binary" ||
      Object.keys(headers).length !== 2
    )
      problems.push("a message is not signed");
    prior = await signer.sign(
      {
        headers: new HeaderMarshaller(toUtf8, fromUtf8).format({ ":date": date as never }),
        payload: body,
      },
      { signingDate: date?.value as Date, priorSignature: prior },
    );
    if (Buffer.from(signature?.value as Uint8Array).toString("hex") !== prior)
      problems.push("a signature is wrong");
    if (body.length > 0) yield body;
    else prior = "ended";
  }
  if (authorization !== undefined && prior !== "ended") problems.push("the end is not signed");
}

/** Sends the events of a request back, in pieces that are not frames. */
async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const echoes = request.url === "/talk";
  const signed = request.headers["x-amz-content-sha256"] === "STREAMING-AWS4-HMAC-SHA256-EVENTS";
  if (request.method === "POST" && signed !== (request.headers.authorization !== undefined))
    problems.push("the hash of the body is not that of events");
  response.setHeader("x-room", request.headers["x-room"] ?? "none");
  if (request.url === "/tell") {
    let frames = 0;
    for await (const frame of framesOf(request)) frames += frame.length > 0 ? 1 : 0;
    response.setHeader("content-type", "application/json").end(JSON.stringify({ frames }));
    return;
  }
  response.setHeader("content-type", "application/vnd.amazon.eventstream").flushHeaders();
  if (!echoes) {
    response.write(eventOf("ping"));
    return;
  }
  for await (const frame of framesOf(request)) {
    const middle = Math.floor(frame.length / 3);
    response.write(frame.subarray(0, middle));
    await new Promise(setImmediate);
    response.write(frame.subarray(middle));
  }
  response.end();
}

function eventOf(name: string): Uint8Array {
  const text = (value: string) => ({ type: "string", value }) as const;
  const headers = { ":message-type": text("event"), ":event-type": text(name) };
  return codec.encode({ headers, body: new Uint8Array() });
}

let server: Server;
let endpoint: string;
beforeAll(async () => {
  server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  endpoint = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  expect(problems).toEqual([]);
});

const text = fc
  .string({ unit: "binary", maxLength: 20 })
  .filter((given) => !/\p{Surrogate}/u.test(given));
const event = fc.oneof(
  fc.record({
    message: fc.record({ text, count: fc.integer({ min: -9, max: 9 }) }, { requiredKeys: [] }),
  }),
  fc.record({
    data: fc.record({
      bytes: fc.uint8Array({ minLength: 1, maxLength: 300 }),
      at: fc.date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) }),
      flag: fc.boolean(),
      name: text,
    }),
  }),
  fc.constant({ ping: {} }),
);

async function* iterate(events: readonly unknown[]): AsyncGenerator {
  for (const each of events) yield await Promise.resolve(each);
}

async function collect(stream: unknown): Promise<unknown[]> {
  const all: unknown[] = [];
  for await (const each of stream as AsyncIterable<unknown>) all.push(each);
  return all;
}

const transports = [
  { name: "fetch", handler: undefined },
  { name: "@smithy/node-http-handler", handler: new NodeHttpHandler() },
] as const;
const authentications = [
  { kind: "signed", authentication: { credentials } },
  { kind: "unsigned", authentication: { credentials: false as const } },
] as const;
const cases = transports.flatMap((transport) =>
  authentications.map((authentication) => ({ ...transport, ...authentication })),
);

describe.each(cases)("$kind events by $name", ({ handler, authentication }) => {
  const client = (config: ClientConfig = {}): AnyClient =>
    open({
      ...{ region: "eu-central-1", endpoint, requestHandler: handler, ...authentication },
      ...config,
    });
  afterAll(() => {
    handler?.destroy();
  });

  it("arrive as they were sent, in both directions", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(event, { maxLength: 8 }), async (events) => {
        const output = await client()["talk"]?.({ room: "r1", events: iterate(events) });
        expect(output?.["room"]).toBe("r1");
        expect(await collect(output?.["events"])).toEqual(events);
      }),
      { numRuns: 30 },
    );
    expect(problems).toEqual([]);
  });

  it("are an input of an operation with another output", async () => {
    const events = [{ ping: {} }, { message: { text: "ü" } }, { ping: {} }];
    const counted = await client()["tell"]?.({ events: iterate(events) });
    expect(counted).toEqual({ frames: 3 });
  });

  it("can be an error, which ends them", async () => {
    const Failed = index["Failed"] as new (members: object) => Error;
    const events = iterate([{ ping: {} }, { failed: new Failed({ message: "no" }) }, { ping: {} }]);
    const output = await client()["talk"]?.({ events });
    const error: unknown = await collect(output?.["events"]).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Failed);
    expect(error).toMatchObject({ message: "no" });
  });

  it("end with the signal of the call", async () => {
    const controller = new AbortController();
    const output = await client()["listen"]?.({}, { signal: controller.signal });
    const events = (output?.["events"] as AsyncIterable<unknown>)[Symbol.asyncIterator]();
    expect(await events.next()).toEqual({ done: false, value: { ping: {} } });
    const next = events.next();
    controller.abort();
    await expect(next).rejects.toThrow();
  });

  it("are framed by the marshaller of the configuration if it has one", async () => {
    const eventStreamMarshaller: EventStreamMarshaller = {
      serialize: () => [] as never,
      deserialize: () => iterate(["mine"]) as never,
    };
    const output = await client({ eventStreamMarshaller, credentials: false })["listen"]?.();
    expect(await collect(output?.["events"])).toEqual(["mine"]);
  });
});

it("events go to and fro while the request is open", async () => {
  const requestHandler = new NodeHttpHandler();
  const client = open({ region: "eu-central-1", endpoint, requestHandler, credentials });
  const heard: AsyncIterator<unknown>[] = [];
  const rounds: unknown[] = [];
  async function* dialogue(): AsyncGenerator {
    for (let round = 0; round < 3; round++) {
      yield { message: { count: round } };
      while (heard[0] === undefined) await new Promise(setImmediate);
      rounds.push((await heard[0].next()).value);
    }
  }
  const output = await client["talk"]?.({ events: dialogue() });
  heard.push((output?.["events"] as AsyncIterable<unknown>)[Symbol.asyncIterator]());
  while (rounds.length < 3) await new Promise(setImmediate);
  expect(rounds).toEqual([0, 1, 2].map((count) => ({ message: { count } })));
  requestHandler.destroy();
});

it("only services with event streams import @smithy/core", async () => {
  const importsOf = async (json: unknown): Promise<string[]> => {
    const { files } = await generateFrom(json, { client: true });
    return [...files].flatMap(([name, source]) =>
      source.includes('from "@smithy/core/') ? [name] : [],
    );
  };
  expect(await importsOf(given)).toEqual(["runtime/client/event-streams.ts"]);
  expect(await importsOf(model({ Do: operation("/do") }))).toEqual([]);
});
