import { EventStreamMarshaller } from "@smithy/core/event-streams";
import { expect } from "vitest";
import { operationOf } from "../../codegen/support/generated.js";
import { model, operation, structure, union } from "../../codegen/support/models.js";
import type { Feature } from "./feature.js";
import { check } from "./wants.js";

const toUtf8 = (bytes: Uint8Array | string): string =>
  typeof bytes === "string" ? bytes : new TextDecoder().decode(bytes);
const fromUtf8 = (given: string): Uint8Array => new TextEncoder().encode(given);
const marshaller = new EventStreamMarshaller({ utf8Encoder: toUtf8, utf8Decoder: fromUtf8 });
const options = { eventStreamMarshaller: marshaller };
const events = [{ said: { text: "a" } }, { said: { text: "b" } }];

async function* iterate(): AsyncGenerator {
  for (const event of events) yield await Promise.resolve(event);
}

async function collect(stream: unknown): Promise<unknown[]> {
  const all: unknown[] = [];
  for await (const event of stream as AsyncIterable<unknown>) all.push(event);
  return all;
}

/** A model with a stream of events in an RPC protocol, and what must come of it. */
export function eventFeature(
  protocol: string,
  readDocument: (bytes: Uint8Array) => unknown,
): Feature {
  return {
    given: model(
      {
        Talk: operation("/", { input: "Talking", output: "Talking" }),
        Talking: structure({ room: "String", events: "Events" }),
        Events: union({ said: "Said" }, { streaming: {} }),
        Said: structure({ text: "String" }),
      },
      { traits: { [protocol]: {} } },
    ),
    want: [
      check("the first message has the members that are not events", async (exports) => {
        const { serializeRequest, serializeResponse } = operationOf(exports, "Talk");
        const value = { room: "r" };
        const written = [
          ["initial-request", serializeRequest({ ...value, events: iterate() }, options)],
          ["initial-response", serializeResponse({ ...value, events: iterate() }, options)],
        ] as const;
        for (const [name, { headers, body }] of written) {
          expect((headers as Record<string, string>)["content-type"]).toBe(
            "application/vnd.amazon.eventstream",
          );
          const read = marshaller.deserialize(body as never, async (message) =>
            Promise.resolve(
              Object.entries(message).map(([type, event]) => [type, readDocument(event.body)]),
            ),
          );
          expect((await collect(read)).flat()).toEqual([
            [name, { room: "r" }],
            ["said", { text: "a" }],
            ["said", { text: "b" }],
          ]);
        }
      }),
      check("both sides read the events after the first message", async (exports) => {
        const { serializeRequest, deserializeRequest, serializeResponse, deserializeResponse } =
          operationOf(exports, "Talk");
        const request = serializeRequest({ events: iterate() }, options);
        const input = deserializeRequest(request, options) as { events: unknown };
        expect(await collect(input.events)).toEqual(events);
        const response = serializeResponse({ events: iterate() }, options);
        const output = deserializeResponse(response, options) as { events: unknown };
        expect(await collect(output.events)).toEqual(events);
      }),
    ],
  };
}
