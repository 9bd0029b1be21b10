import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { EventStreamMarshaller } from "@smithy/core/event-streams";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  generateFrom,
  importFiles,
  repository,
  type Exports,
} from "../codegen/support/generated.js";
import { member, model, operation, structure, union } from "../codegen/support/models.js";

/* The members beside an event stream in RPC protocols, from a client to a server and back. */

const given = (protocol: string): unknown =>
  model(
    {
      Talk: operation("/", { input: "Talking", output: "Talking" }),
      Talking: structure({
        room: member("String", { required: {}, length: { min: 1, max: 5 } }),
        events: "Events",
      }),
      Events: union({ said: "Said" }, { streaming: {} }),
      Said: structure({ text: "String" }),
    },
    { traits: { [protocol]: {} } },
  );

interface Talking {
  readonly room: string;
  readonly events: AsyncIterable<unknown>;
}

type Talk = (input: object, options?: object) => Promise<Talking>;

type Handler = { readonly handle: (request: object) => Promise<{ statusCode: number }> };

const marshaller = new EventStreamMarshaller({
  utf8Encoder: (bytes) => new TextDecoder().decode(bytes as Uint8Array),
  utf8Decoder: (text) => new TextEncoder().encode(text),
});

async function* say(...texts: string[]): AsyncGenerator<object> {
  for (const text of texts) yield await Promise.resolve({ said: { text } });
}

async function collect(events: AsyncIterable<unknown>): Promise<unknown[]> {
  const all: unknown[] = [];
  for await (const event of events) all.push(event);
  return all;
}

describe.each([
  ["awsJson", "aws.protocols#awsJson1_1"],
  ["rpcv2Cbor", "smithy.protocols#rpcv2Cbor"],
])("a stream with other members in %s", (name, protocol) => {
  const servers: Server[] = [];
  const failures: unknown[] = [];
  let load: (file: string) => Promise<Exports>;
  let handler: Handler;
  let endpoint: string;

  /** Returns the method of a client. */
  async function talk(url = endpoint, config: object = {}): Promise<Talk> {
    const Client = (await load("client"))["Weather"] as new (config: object) => { talk: Talk };
    return new Client({ endpoint: url, maxAttempts: 1, ...config }).talk;
  }

  async function start(listener: (request: never, response: never) => void): Promise<string> {
    const server = createServer(listener as never);
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  beforeAll(async () => {
    const folder = `initial-events-${name}`;
    const { files } = await generateFrom(given(protocol), { client: true, server: true });
    await importFiles(folder, files);
    load = async (file) =>
      (await import(
        /* @vite-ignore */ `${repository}/test/.generated/${folder}/${file}.ts`
      )) as Exports;
    const createHandler = (await load("server"))["createHandler"] as (
      functions: object,
      options: object,
    ) => Handler;
    handler = createHandler(
      {
        Talk: async ({ room, events }: Talking) => {
          const heard = await collect(events);
          return { room: room.toUpperCase(), events: say(JSON.stringify(heard), "bye") };
        },
      },
      { eventStreamMarshaller: marshaller, onError: (error: unknown) => failures.push(error) },
    );
    const toNodeListener = (await load("server/node"))["toNodeListener"] as (
      handler: Handler,
    ) => () => void;
    endpoint = await start(toNodeListener(handler));
  });

  afterAll(() => {
    for (const server of servers) {
      server.close();
      server.closeAllConnections();
    }
  });

  it("arrives whole on both sides", async () => {
    const method = await talk();
    const { room, events } = await method({ room: "a", events: say("x", "y") });
    expect(room).toBe("A");
    const heard = JSON.stringify([{ said: { text: "x" } }, { said: { text: "y" } }]);
    expect(await collect(events)).toEqual([{ said: { text: heard } }, { said: { text: "bye" } }]);
  });

  it("is refused by a server that finds the members invalid", async () => {
    const method = await talk();
    await expect(method({ room: "too long", events: say() })).rejects.toMatchObject({
      ...{ name: "ValidationException", $metadata: { httpStatusCode: 400 } },
    });
    expect(failures).toEqual([]);
  });

  it.each([["not a frame"], ["\0\0\0\x10\0\0"]])("is a 400 where it is none: %j", async (text) => {
    const operations = await load("index");
    const { serializeRequest } = operations["Talk"] as {
      serializeRequest: (input: object, options: object) => { headers: object };
    };
    const options = { eventStreamMarshaller: marshaller };
    const request = serializeRequest({ room: "a", events: say() }, options);
    async function* body(): AsyncGenerator<Uint8Array> {
      yield await Promise.resolve(new TextEncoder().encode(text));
    }
    const { statusCode } = await handler.handle({ ...request, body: body() });
    expect(statusCode).toBe(400);
    expect(failures).toEqual([]);
  });

  it("is a ConnectionError where the stream ends within its first message", async () => {
    const url = await start(
      (_request, response: { write: (chunk: string) => void; destroy: () => void }) => {
        response.write("\0\0\0\x40");
        setTimeout(() => {
          response.destroy();
        }, 20);
      },
    );
    const method = await talk(url);
    await expect(method({ room: "a", events: say() })).rejects.toMatchObject({
      ...{ name: "ConnectionError", $metadata: { attempts: 1 } },
    });
  });

  it("is an AbortError where the call is aborted before its first message", async () => {
    const controller = new AbortController();
    const url = await start((_request, response: { flushHeaders: () => void }) => {
      response.flushHeaders();
    });
    const method = await talk(url, {
      onResponse: () => setTimeout(() => controller.abort("why"), 20),
    });
    const { signal } = controller;
    await expect(method({ room: "a", events: say() }, { signal })).rejects.toMatchObject({
      ...{ name: "AbortError", cause: "why" },
    });
  });
});
