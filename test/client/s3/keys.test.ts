import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { GetObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { NodeHttpHandler } from "@smithy/node-http-handler";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  generateFrom,
  importFiles,
  repository,
  type Exports,
} from "../../codegen/support/generated.js";
import { credentials, s3Model } from "./support.js";

/* Keys of objects, which are no paths to resolve: on the wire, and in a generated server. */

type Method = (input: object) => Promise<{ readonly Body?: Uint8Array }>;
type Client = Readonly<Record<"getObject" | "putObject", Method>>;

let open: (config: object) => Client;
let listen: (handler: unknown) => (request: object, response: object) => void;
let createHandler: (functions: object, options: object) => unknown;

const servers: Server[] = [];
const lines: string[] = [];
let endpoint: string;

async function start(listener: (request: never, response: never) => void): Promise<string> {
  const server = createServer(listener as never);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

beforeAll(async () => {
  const { files } = await generateFrom(s3Model, { client: true, server: true });
  await importFiles("s3-keys", files);
  const load = async (name: string): Promise<Exports> =>
    (await import(
      /* @vite-ignore */ `${repository}/test/.generated/s3-keys/${name}.ts`
    )) as Exports;
  const Client = (await load("client"))["S3"] as new (config: object) => Client;
  open = (config) => new Client({ region: "us-west-2", credentials, maxAttempts: 1, ...config });
  createHandler = (await load("server"))["createHandler"] as typeof createHandler;
  listen = (await load("server/node"))["toNodeListener"] as typeof listen;
  endpoint = await start(
    (request: { method: string; url: string }, response: { end: (text: string) => void }) => {
      lines.push(`${request.method} ${request.url}`);
      response.end("data");
    },
  );
});

afterAll(() => {
  for (const server of servers) server.close();
});

/** What a server receives as its request line. */
async function lineOf(Key: string, config: object): Promise<string | undefined> {
  lines.length = 0;
  await open({ endpoint, ...config }).getObject({ Bucket: "my-bucket", Key });
  return lines[0];
}

const dotted = ["../a", "a/../b", "a/./b", ".", "..", "a/.."];
const plain = ["a", "a//b", "/a", "//a", "a/", "...", "a/.b", "a b", "%2e%2e/a", "a?b#c", "é\\a"];

describe("a key is on the wire as it is, encoded once", () => {
  it.each([...dotted, ...plain])("%j, by a handler that does not resolve paths", async (key) => {
    const path = key.split("/").map(encodeURIComponent).join("/");
    const line = await lineOf(key, { requestHandler: new NodeHttpHandler() });
    expect(line).toBe(`GET /my-bucket/${path}?x-id=GetObject`);
  });

  it.each(plain)("%j, by fetch", async (key) => {
    const path = key.split("/").map(encodeURIComponent).join("/");
    expect(await lineOf(key, {})).toBe(`GET /my-bucket/${path}?x-id=GetObject`);
  });

  it.each(dotted)("and refused if fetch would make another one of it: %j", async (key) => {
    await expect(lineOf(key, {})).rejects.toMatchObject({
      ...{ name: "ConfigurationError", property: "requestHandler" },
    });
    expect(lines).toEqual([]);
  });
});

describe("a server of S3 with domains for buckets", () => {
  const seen: unknown[] = [];
  let port: string;
  beforeAll(async () => {
    const handler = createHandler(
      {
        GetObject: (input: unknown) => {
          seen.push(input);
          return { Body: new TextEncoder().encode("data") };
        },
      },
      { bucketDomains: ["localhost", "s3.localhost"] },
    );
    ({ port } = new URL(await start(listen(handler))));
  });

  /** Sends a request of the SDK, whatever its host, to the server. */
  async function get(input: object, config: object): Promise<string | undefined> {
    const inner = new NodeHttpHandler();
    const requestHandler = {
      handle: async (request: { hostname: string }, options: object) =>
        inner.handle(Object.assign(request, { hostname: "127.0.0.1" }) as never, options),
    };
    const client = new S3Client({
      ...{ region: "us-west-2", credentials, endpoint: `http://s3.localhost:${port}` },
      ...config,
      requestHandler: requestHandler as never,
    });
    const { Body } = await client.send(new GetObjectCommand(input as never));
    return Body?.transformToString();
  }

  it.each([
    ["in the host", { Bucket: "my-bucket", Key: "a/../b c" }, {}],
    ["in the path", { Bucket: "my-bucket", Key: "a//b" }, { forcePathStyle: true }],
  ])("finds a bucket %s of a request of the SDK", async (_, input, config) => {
    seen.length = 0;
    expect(await get(input, config)).toBe("data");
    expect(seen).toEqual([input]);
  });
});
