import { Readable } from "node:stream";
import { Sha256 } from "@aws-crypto/sha256-js";
import { eventStreamPayloadHandlerProvider } from "@aws-sdk/eventstream-handler-node";
import { EventStreamMarshaller } from "@smithy/core/event-streams";
import { SignatureV4 } from "@smithy/signature-v4";
import type { FinalizeHandlerArguments, HttpRequest, Message } from "@smithy/types";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { authorize } from "../../../codegen/runtime/client/auth/authorize.js";
import { sigV4 } from "../../../codegen/runtime/client/auth/sig-v4.js";
import { signEvents } from "../../../codegen/runtime/client/auth/sign-events.js";
import { contextOf } from "./support/context.js";

const utf8Decoder = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf8Encoder = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const marshaller = new EventStreamMarshaller({ utf8Encoder, utf8Decoder });
const credentials = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "s3cr3t" };
const beforeMidnight = Date.UTC(2024, 0, 1, 23, 59, 59, 500);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: beforeMidnight });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Events, between which it becomes the next day. */
async function* eventsOf(...texts: string[]): AsyncIterable<Message> {
  for (const text of texts) {
    await Promise.resolve();
    yield { headers: { ":event-type": { type: "string", value: "say" } }, body: utf8Decoder(text) };
    vi.setSystemTime(Date.now() + 400);
  }
}

function framed(...texts: string[]): AsyncIterable<Uint8Array> {
  return marshaller.serialize(eventsOf(...texts), (message) => message);
}

const request: HttpRequest = {
  method: "POST",
  protocol: "https:",
  hostname: "example.com",
  path: "/stream",
  headers: { "content-type": "application/vnd.amazon.eventstream" },
};

async function collect(body: AsyncIterable<Uint8Array>): Promise<string[]> {
  const chunks: string[] = [];
  for await (const chunk of body)
    if (chunk.length > 0) chunks.push(Buffer.from(chunk).toString("hex"));
  return chunks;
}

/** What the AWS SDK sends. */
async function sentBySdk(...texts: string[]): Promise<[HttpRequest, string[]]> {
  const scope = { credentials, region: "eu-central-1", service: "weather" };
  const signer = new SignatureV4({ ...scope, sha256: Sha256 });
  const headers = {
    ...request.headers,
    host: request.hostname,
    "x-amz-content-sha256": "STREAMING-AWS4-HMAC-SHA256-EVENTS",
  };
  const body: unknown = Readable.from(framed(...texts));
  const signed: HttpRequest = { ...(await signer.sign({ ...request, headers })), body };
  const handler = eventStreamPayloadHandlerProvider({
    messageSigner: () => Promise.resolve(signer as never),
    utf8Encoder,
    utf8Decoder,
  });
  const args = { request: signed, input: {} } as FinalizeHandlerArguments<object>;
  let chunks: string[] = [];
  const next = async (): Promise<never> => {
    chunks = await collect(signed.body as Readable);
    return {} as never;
  };
  await handler.handle(next, args);
  return [signed, chunks];
}

it.each([[[]], [["one"]], [["one", "two", "three", ""]]])(
  "signs the events %j as the AWS SDK does",
  async (texts) => {
    const [expected, chunks] = await sentBySdk(...texts);
    vi.setSystemTime(beforeMidnight);
    const traits = { signEvents };
    const config = { credentials, eventStreamMarshaller: marshaller };
    const context = contextOf(config, [{ scheme: sigV4, name: "weather" }], { traits });
    const sent = await authorize({ ...request, body: framed(...texts) }, context);
    expect(sent.headers).toEqual({ ...expected.headers });
    expect(await collect(sent.body as AsyncIterable<Uint8Array>)).toEqual(chunks);
    expect(chunks).toHaveLength(texts.length + 1);
  },
);
