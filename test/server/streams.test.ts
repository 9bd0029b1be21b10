import { gzipSync } from "node:zlib";
import { EventStreamMarshaller } from "@smithy/core/event-streams";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { operationOf } from "../codegen/support/generated.js";
import { member, model, operation, simple, structure, union } from "../codegen/support/models.js";
import { importServer, type GeneratedServer } from "./support/import-server.js";

const traits = { requestCompression: { encodings: ["gzip"] } };

/** Blobs and events as streams, and bodies that may be compressed. */
const given = model({
  Copy: operation("/copy", { input: "File", output: "File" }),
  Talk: operation("/talk", { input: "Talking", output: "Talking" }),
  Save: operation("/save", { input: "Saved", output: "Needed", traits }),
  Pour: operation("/pour", { input: "File", output: "Saved", traits }),
  File: structure({ stream: member("Stream", { httpPayload: {}, default: "" }) }),
  Store: operation("/store", { input: "Stored" }),
  Stored: structure({
    coding: member("String", { httpHeader: "Content-Encoding" }),
    data: member("Blob", { httpPayload: {} }),
  }),
  Talking: structure({ events: member("Events", { httpPayload: {} }) }),
  Events: union({ said: "Saved" }, { streaming: {} }),
  Saved: structure({ text: "String" }),
  Needed: structure({ text: member("String", { required: {} }) }),
  Stream: simple("blob", { streaming: {} }),
});

const toUtf8 = (bytes: Uint8Array | string): string =>
  typeof bytes === "string" ? bytes : new TextDecoder().decode(bytes);
const fromUtf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const options = {
  eventStreamMarshaller: new EventStreamMarshaller({ utf8Encoder: toUtf8, utf8Decoder: fromUtf8 }),
};

let server: GeneratedServer;
beforeAll(async () => {
  server = await importServer("server-streams", given);
});

function post(path: string, body: unknown, headers: Record<string, string> = {}): object {
  return { method: "POST", path, headers, body };
}
const json = { "content-type": "application/json" };

async function textOf(body: unknown): Promise<string> {
  const parts: string[] = [];
  const decoder = new TextDecoder();
  for await (const chunk of body as AsyncIterable<Uint8Array>)
    parts.push(decoder.decode(chunk, { stream: true }));
  return parts.join("");
}

describe("a blob that is a stream", () => {
  it("is passed on without being read, above the limit, too", async () => {
    let pulled = 0;
    const onCancel = vi.fn();
    const body = new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          pulled++;
          controller.enqueue(new Uint8Array(1000));
        },
        cancel: onCancel,
      },
      { highWaterMark: 0 },
    );
    const handler = server.createHandler({ Copy: (input: object) => input }, { maxBodyBytes: 1 });
    const response = await handler.handle(
      post("/copy", body, { "content-type": "application/octet-stream" }) as never,
    );
    expect(response.statusCode).toBe(200);
    expect(pulled).toBe(0);
    const reader = (response.body as ReadableStream<Uint8Array>).getReader();
    await reader.read();
    expect(pulled).toBe(1);
    await reader.cancel();
    expect(onCancel).toHaveBeenCalled();
  });

  it("is passed through fetch", async () => {
    const handler = server.createHandler({ Copy: (input: object) => input });
    const response = await handler.fetch(
      new Request("http://localhost/copy", {
        method: "POST",
        body: new Blob(["a", "b"]).stream(),
        headers: { "content-type": "application/octet-stream" },
        duplex: "half",
      }),
    );
    expect(await response.text()).toBe("ab");
  });

  it("is decompressed as it is read", async () => {
    let read = "";
    const handler = server.createHandler({
      Pour: async ({ stream }: { stream: unknown }) => {
        read = await textOf(stream);
      },
    });
    const body = new Blob([gzipSync("a".repeat(100_000))]).stream();
    const headers = { "content-type": "application/octet-stream", "content-encoding": "gzip" };
    expect(await handler.handle(post("/pour", body, headers) as never)).toMatchObject({
      statusCode: 200,
    });
    expect(read).toBe("a".repeat(100_000));
  });
});

describe("a stream that fails after the head of the answer", () => {
  it.each([
    ["a stream of the web", (): unknown => brokenStream()],
    ["an iterable", (): unknown => brokenStream()[Symbol.asyncIterator]()],
  ])("is reported once, and its reader sees the failure: %s", async (_, stream) => {
    const onError = vi.fn();
    const handler = server.createHandler({ Copy: () => ({ stream: stream() }) }, { onError });
    const response = await handler.handle(
      post("/copy", "", { "content-type": "application/octet-stream" }) as never,
    );
    expect(response.statusCode).toBe(200);
    await expect(textOf(response.body)).rejects.toThrow("broken");
    expect(onError).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ message: "broken" }),
      expect.objectContaining({ operation: "Copy" }),
    );
  });

  function brokenStream(): ReadableStream<Uint8Array> {
    return new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new Uint8Array(1));
      },
      pull() {
        throw new Error("broken");
      },
    });
  }
});

it("the header content-encoding that is a member of the input says nothing about the transfer", async () => {
  const onStore = vi.fn();
  const handler = server.createHandler({ Store: onStore });
  const headers = { "content-type": "application/octet-stream", "content-encoding": "aws-chunked" };
  const response = await handler.handle(post("/store", new Uint8Array([1]), headers) as never);
  expect(response.statusCode).toBe(200);
  expect(onStore.mock.calls[0]?.[0]).toEqual({ coding: "aws-chunked", data: new Uint8Array([1]) });
});

describe("events", () => {
  it("arrive and are sent one at a time", async () => {
    let taken = 0;
    const handler = server.createHandler(
      {
        Talk: ({ events }: { events: AsyncIterable<{ said: { text: string } }> }) => ({
          events: (async function* () {
            for await (const { said } of events) yield { said: { text: said.text.toUpperCase() } };
          })(),
        }),
      },
      options,
    );
    async function* said(): AsyncGenerator<object> {
      for (const text of ["a", "b", "c"]) {
        taken++;
        yield await Promise.resolve({ said: { text } });
      }
    }
    const { serializeRequest, deserializeResponse } = operationOf(server.index, "Talk");
    const response = await handler.handle(serializeRequest({ events: said() }, options) as never);
    expect(taken).toBe(0);
    const { events } = deserializeResponse(response, options) as {
      events: AsyncIterable<object>;
    };
    const heard: object[] = [];
    for await (const event of events) heard.push(event);
    expect(heard).toEqual(["A", "B", "C"].map((text) => ({ said: { text } })));
  });

  it("are not taken any more when the peer stops reading", async () => {
    const onReturn = vi.fn();
    const handler = server.createHandler(
      {
        Talk: () => ({
          events: (async function* () {
            try {
              for (;;) yield await Promise.resolve({ said: { text: "a" } });
            } finally {
              onReturn();
            }
          })(),
        }),
      },
      options,
    );
    const { serializeRequest } = operationOf(server.index, "Talk");
    const empty = ReadableStream.from([]);
    const response = await handler.handle(serializeRequest({ events: empty }, options) as never);
    for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
      expect(chunk.length).toBeGreaterThan(0);
      break;
    }
    await vi.waitFor(() => expect(onReturn).toHaveBeenCalled());
  });
});

describe("a compressed body", () => {
  const body = gzipSync(JSON.stringify({ text: "a".repeat(1000) }));
  const headers = { ...json, "content-encoding": "gzip" };

  it.each([
    ["gzip", 200],
    ["GZIP", 200],
    ["custom, gzip", 200],
    ["gzip, br", 415],
    ["deflate", 415],
  ])("in the encoding %s is %i", async (encoding, statusCode) => {
    const Save = vi.fn(({ text }: { text: string }) => ({ text }));
    const response = await server
      .createHandler({ Save })
      .handle(post("/save", body, { ...json, "content-encoding": encoding }) as never);
    expect(response.statusCode).toBe(statusCode);
    if (statusCode === 200) expect(response.body).toContain("a".repeat(1000));
  });

  it("is limited by its size after decompression", async () => {
    const Save = vi.fn(() => ({ text: "" }));
    const handler = server.createHandler({ Save }, { maxBodyBytes: 1000 });
    const response = await handler.handle(post("/save", body, headers) as never);
    expect(response.statusCode).toBe(413);
    expect(Save).not.toHaveBeenCalled();
  });

  it.each([
    ["cut off", body.subarray(0, -9)],
    ["no gzip", Buffer.from("{}")],
  ])("that is %s is the client's mistake", async (_, wrong) => {
    const onError = vi.fn();
    const handler = server.createHandler({ Save: () => ({ text: "" }) }, { onError });
    const response = await handler.handle(post("/save", wrong, headers) as never);
    expect(response.statusCode).toBe(400);
    expect(onError).not.toHaveBeenCalled();
  });
});

it("an output without its required members is an opaque 500", async () => {
  const onError = vi.fn();
  const handler = server.createHandler({ Save: () => undefined }, { onError });
  const response = await handler.handle(post("/save", "{}", json) as never);
  expect(response.statusCode).toBe(500);
  expect(onError).toHaveBeenCalledOnce();
});
