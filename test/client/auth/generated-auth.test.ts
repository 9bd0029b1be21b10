import { EventStreamMarshaller } from "@smithy/core/event-streams";
import type { HttpRequest } from "@smithy/types";
import { describe, expect, it } from "vitest";
import type { ClientConfig } from "apigatewayv2-codec/client";
import {
  member,
  model,
  operation,
  structure,
  union,
  type Json,
} from "../../codegen/support/models.js";
import { importClient } from "../support/import-client.js";
import { StubHandler } from "../support/stub-handler.js";

const utf8Decoder = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf8Encoder = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const eventStreamMarshaller = new EventStreamMarshaller({ utf8Encoder, utf8Decoder });

const withSigV4: Json = {
  "aws.protocols#restJson1": {},
  "aws.auth#sigv4": { name: "weather" },
  "smithy.api#httpApiKeyAuth": { name: "X-Key", in: "header", scheme: "Key" },
  "smithy.api#httpBasicAuth": {},
  "smithy.api#httpBearerAuth": {},
  "smithy.api#httpDigestAuth": {},
  "test#own": {},
  "smithy.api#auth": ["aws.auth#sigv4"],
};

const chosen = (...ids: string[]): Json => operation("/do", { traits: { auth: ids } });

const { open } = await importClient(
  "client-auth",
  model(
    {
      own: {
        ...structure({}),
        traits: { "smithy.api#trait": {}, "smithy.api#authDefinition": {} },
      },
      Signed: operation("/signed"),
      Free: operation("/free", { traits: { auth: [] } }),
      Optional: operation("/optional", { traits: { optionalAuth: {} } }),
      Unhashed: operation("/unhashed", { traits: { "aws.auth#unsignedPayload": {} } }),
      Key: chosen("smithy.api#httpApiKeyAuth"),
      Token: chosen("smithy.api#httpBearerAuth"),
      Password: chosen("smithy.api#httpBasicAuth"),
      Digest: chosen("smithy.api#httpDigestAuth"),
      Own: chosen("test#own"),
      Stream: operation("/stream", { input: "Events" }),
      Events: structure({ events: member("Event", { httpPayload: {} }) }),
      Event: union({ say: "Say" }, { streaming: {} }),
      Say: structure({ text: "String" }),
    },
    { traits: withSigV4 },
  ),
);

async function sentBy(name: string, config: ClientConfig, input?: unknown): Promise<HttpRequest> {
  const requestHandler = new StubHandler({});
  const endpoint = "https://example.com";
  const client = open({ region: "eu-central-1", endpoint, requestHandler, ...config });
  await client[name]?.(input);
  expect(requestHandler.requests).toHaveLength(1);
  const [request] = requestHandler.requests;
  if (request === undefined) throw new Error("Nothing was sent.");
  return request;
}

const credentials = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "s3cr3t" };
const aws =
  /^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE\/\d{8}\/eu-central-1\/weather\/aws4_request, /;

describe("a generated client authenticates as its model says", () => {
  it.each<[string, ClientConfig, string, RegExp]>([
    ["signed", { credentials }, "authorization", aws],
    ["optional", { credentials }, "authorization", aws],
    ["unhashed", { credentials }, "x-amz-content-sha256", /^UNSIGNED-PAYLOAD$/],
    ["key", { apiKey: "k" }, "x-key", /^Key k$/],
    ["token", { token: "t" }, "authorization", /^Bearer t$/],
    ["password", { username: "a", password: "b" }, "authorization", /^Basic YTpi$/],
  ])("%s", async (name, config, header, expected) => {
    expect((await sentBy(name, config)).headers[header]).toMatch(expected);
  });

  it.each([
    ["free", { credentials }],
    ["optional", { credentials: false as const }],
    ["signed", { credentials: false as const }],
  ])("%s without authentication", async (name, config) => {
    expect((await sentBy(name, config)).headers).not.toHaveProperty("authorization");
  });

  it.each([
    ["digest", "smithy.api#httpDigestAuth"],
    ["own", "test#own"],
  ])("%s by nothing but a signer", async (name, id) => {
    const message = expect.stringContaining(id) as unknown;
    await expect(sentBy(name, {})).rejects.toMatchObject({ property: "signer", message });
    const signer = {
      sign: (request: HttpRequest) =>
        Promise.resolve({ ...request, headers: { ...request.headers, authorization: "mine" } }),
    };
    expect((await sentBy(name, { signer })).headers["authorization"]).toBe("mine");
  });

  it("stream with signed events", async () => {
    const events = (async function* () {
      await Promise.resolve();
      yield { say: { text: "hello" } };
    })();
    const { headers, ...sent } = await sentBy(
      "stream",
      { credentials, eventStreamMarshaller },
      { events },
    );
    expect(headers["x-amz-content-sha256"]).toBe("STREAMING-AWS4-HMAC-SHA256-EVENTS");
    const chunks: Uint8Array[] = [];
    for await (const chunk of sent.body as AsyncIterable<Uint8Array>) chunks.push(chunk);
    expect(utf8Encoder(chunks[0] ?? new Uint8Array())).toMatch(/:chunk-signature.*hello/s);
  });
});
