import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer, text } from "node:stream/consumers";
import { FetchHttpHandler } from "@smithy/fetch-http-handler";
import { NodeHttpHandler } from "@smithy/node-http-handler";
import type { ClientConfig } from "apigatewayv2-codec/client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { member, model, operation, simple, structure } from "../codegen/support/models.js";
import { importClient, type AnyClient, type GeneratedClient } from "./support/import-client.js";

/** Uploads and downloads, as streams and collected, with a prefix of the host. */
const given = model({
  Put: operation("/put/{name}", { method: "PUT", input: "Upload", output: "Said" }),
  Get: operation("/get/{name}", { method: "GET", input: "Named", output: "Download" }),
  Say: operation("/say", { input: "Said", output: "Said" }),
  Hosted: operation("/hosted", {
    input: "Bucket",
    output: "Said",
    traits: { endpoint: { hostPrefix: "{bucket}." } },
  }),
  Upload: structure({
    name: member("String", { httpLabel: {}, required: {} }),
    stream: member("Stream", { httpPayload: {}, default: "" }),
  }),
  Named: structure({ name: member("String", { httpLabel: {}, required: {} }) }),
  Download: structure({ stream: member("Stream", { httpPayload: {}, default: "" }) }),
  Said: structure({ text: "String", list: member("Strings", { httpQuery: "list" }) }),
  Bucket: structure({ bucket: member("String", { hostLabel: {}, required: {} }) }),
  Strings: { type: "list", member: { target: "smithy.api#String" } },
  Stream: simple("blob", { streaming: {} }),
});

interface Received {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Answers `/get/N` with N chunks, `/get/missing` with an error, and anything else with what it got. */
async function startServer(received: Received[]): Promise<Server> {
  const server = createServer((request, response) => {
    void buffer(request).then((body) => {
      const { method = "", url = "", headers } = request;
      received.push({ method, url, headers, body });
      if (url === "/get/missing") {
        response.writeHead(404, { "x-amzn-errortype": "Missing" }).end('{"message":"none"}');
      } else if (url.startsWith("/get/")) {
        for (let index = 0; index < Number(url.slice("/get/".length)); index++)
          response.write(`chunk ${index};`);
        response.end();
      } else {
        response.end(JSON.stringify({ text: `${body.length} bytes` }));
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}

const transports = [
  { name: "fetch", create: () => undefined },
  { name: "@smithy/node-http-handler", create: () => new NodeHttpHandler() },
  { name: "@smithy/fetch-http-handler", create: () => new FetchHttpHandler() },
] as const;

describe.each(transports)("by $name", ({ name, create }) => {
  const received: Received[] = [];
  const handler = create();
  let generated: GeneratedClient;
  let server: Server;
  let client: AnyClient;
  let endpoint: string;
  const open = (config: ClientConfig = {}): AnyClient =>
    generated.open({
      endpoint,
      ...(handler === undefined ? {} : { requestHandler: handler }),
      ...config,
    });

  beforeAll(async () => {
    generated = await importClient(`transports-${name.replaceAll(/\W+/g, "-")}`, given);
    server = await startServer(received);
    endpoint = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
    client = open();
  });
  afterAll(async () => {
    handler?.destroy();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  it("text, labels and a query arrive as they were given", async () => {
    const list = ["a b", "c&d=e", "ü✓", "", "+"];
    await expect(client["say"]?.({ text: "ü", list })).resolves.toEqual({ text: "13 bytes" });
    const { url, body } = received.at(-1) ?? { url: "", body: "" };
    expect(new URL(url, endpoint).searchParams.getAll("list")).toEqual(list);
    expect(JSON.parse(String(body))).toEqual({ text: "ü" });
  });

  it("bytes and streams are sent without being collected", async () => {
    const chunks = (): ReadableStream =>
      new ReadableStream({
        start(controller) {
          for (const chunk of ["one;", "two;"]) controller.enqueue(new TextEncoder().encode(chunk));
          controller.close();
        },
      });
    await client["put"]?.({ name: "a", stream: new Uint8Array([1, 2, 3]) });
    expect([...(received.at(-1)?.body ?? [])]).toEqual([1, 2, 3]);
    if (name === "@smithy/node-http-handler") return;
    await client["put"]?.({ name: "b", stream: chunks() });
    expect(String(received.at(-1)?.body)).toBe("one;two;");
  });

  it("a streaming output is a stream, also if it is empty", async () => {
    for (const count of [3, 0]) {
      const output = await client["get"]?.({ name: String(count) });
      const stream = output?.["stream"];
      expect(stream).not.toBeInstanceOf(Uint8Array);
      const expected = Array.from({ length: count }, (_, index) => `chunk ${index};`).join("");
      expect(await text(stream as AsyncIterable<Uint8Array> as never)).toBe(expected);
    }
  });

  it("an error of a streaming operation is read", async () => {
    const result = await client["get"]?.safe({ name: "missing" });
    expect(result).toMatchObject({ ok: false, error: { name: "Missing", message: "none" } });
  });

  it("a signal also ends a streaming output", async () => {
    const controller = new AbortController();
    const output = await client["get"]?.({ name: "3" }, { signal: controller.signal });
    controller.abort();
    await expect(text(output?.["stream"] as never)).rejects.toThrow();
  });

  it("the prefix of the host is added, unless it is disabled", async () => {
    const hosts = { endpoint: endpoint.replace("127.0.0.1", "localhost"), maxAttempts: 1 };
    const result = await open({ ...hosts, timeout: 5000 })["hosted"]?.safe({ bucket: "b1" });
    // Not every platform resolves subdomains of localhost.
    if (result?.ok === true) expect(received.at(-1)?.headers.host).toMatch(/^b1\.localhost:/);
    else expect(result?.error?.message).toContain("b1.localhost");
    await open({ ...hosts, endpoint, disableHostPrefix: true })["hosted"]?.({ bucket: "b1" });
    expect(received.at(-1)?.headers.host).toMatch(/^127\.0\.0\.1:/);
  });
});
