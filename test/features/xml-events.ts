import type { EventStreamMarshaller, Message } from "@smithy/types";
import { expect } from "vitest";
import { operationOf } from "../codegen/support/generated.js";
import { member, model, operation, structure, union } from "../codegen/support/models.js";
import type { Feature } from "./support/feature.js";
import { check } from "./support/wants.js";

/** Passes messages on without frames, so that they can be looked at. */
const unframed = {
  serialize: (stream: AsyncIterable<unknown>, write: (event: unknown) => Message) =>
    mapped(stream, (event) => Promise.resolve(write(event))),
  deserialize: (
    stream: AsyncIterable<Message>,
    read: (messages: Record<string, Message>) => Promise<unknown>,
  ) => mapped(stream, (message) => read({ [typeOf(message)]: message })),
};
const options = { eventStreamMarshaller: unframed as unknown as EventStreamMarshaller };

function typeOf({ headers }: Message): string {
  return String((headers[":event-type"] ?? headers[":exception-type"])?.value);
}

async function* mapped<From, To>(
  stream: AsyncIterable<From>,
  convert: (item: From) => Promise<To>,
): AsyncGenerator<To> {
  for await (const item of stream) yield await convert(item);
}

async function* iterate(given: readonly unknown[]): AsyncGenerator {
  for (const event of given) yield await Promise.resolve(event);
}

async function collect<Item>(stream: unknown): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of stream as AsyncIterable<Item>) all.push(item);
  return all;
}

const events = [
  { stats: { details: { bytes: 5 } } },
  { stats: {} },
  { records: { payload: new Uint8Array([1]) } },
  { text: { text: "a<b", size: 1 } },
  { end: {} },
];

/** Events whose documents are XML, beside payloads of bytes. */
export const feature: Feature = {
  given: model(
    {
      Select: operation("/select", { output: "Out" }),
      Out: structure({ events: member("Events", { httpPayload: {} }) }),
      Events: union(
        { stats: "Stats", records: "Records", text: "Text", end: "End", failed: "Failed" },
        { streaming: {} },
      ),
      Stats: structure({ details: member("Details", { eventPayload: {} }) }),
      Details: structure({ bytes: member("Long", { xmlName: "Bytes" }) }),
      Records: structure({ payload: member("Blob", { eventPayload: {} }) }),
      Text: structure(
        { text: "String", size: member("Integer", { eventHeader: {} }) },
        { xmlName: "T" },
      ),
      End: structure({}),
      Failed: structure({ why: "String" }, { error: "client" }),
    },
    { traits: { "aws.protocols#restXml": {} } },
  ),
  want: [
    check("a server writes documents in XML, and a client reads them", async (exports) => {
      const { serializeResponse, deserializeResponse } = operationOf(exports, "Select");
      const Failed = exports["Failed"] as new (members: object) => Error;
      const failed = { failed: new Failed({ why: "no" }) };
      const response = serializeResponse({ events: iterate([...events, failed]) }, options);
      const messages = await collect<Message>(response["body"]);
      const shown = messages.map(({ headers, body }) => [
        headers[":content-type"]?.value,
        new TextDecoder().decode(body),
      ]);
      expect(shown).toEqual([
        ["application/xml", "<Details><Bytes>5</Bytes></Details>"],
        [undefined, ""],
        ["application/octet-stream", "\u0001"],
        ["application/xml", "<T><text>a&lt;b</text></T>"],
        [undefined, ""],
        ["application/xml", "<Failed><why>no</why></Failed>"],
      ]);
      const incoming = { statusCode: 200, headers: {}, body: iterate(messages) };
      const output = deserializeResponse(incoming, options) as { events: unknown };
      const read = await collect<Record<string, unknown>>(output.events);
      expect(read.slice(0, -1)).toEqual(events);
      expect(read.at(-1)?.["failed"]).toBeInstanceOf(Failed);
      expect(read.at(-1)?.["failed"]).toMatchObject({ why: "no" });
    }),
  ],
};
