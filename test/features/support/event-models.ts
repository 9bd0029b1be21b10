import { EventStreamMarshaller } from "@smithy/core/event-streams";
import { expect } from "vitest";
import { operationOf } from "../../codegen/support/generated.js";
import { member, model, operation, structure, union } from "../../codegen/support/models.js";
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

interface Talking {
  readonly events: unknown;
}

/** The frames of a body without the first. */
async function* withoutFirst(body: unknown): AsyncGenerator {
  let isFirst = true;
  for await (const frame of body as AsyncIterable<unknown>) {
    if (!isFirst) yield frame;
    isFirst = false;
  }
}

async function* noMessages(): AsyncGenerator {
  // Ends before the first message.
}

// eslint-disable-next-line require-yield -- it fails before its first event
async function* failAtOnce(): AsyncGenerator {
  await Promise.resolve();
  throw new Error("at once");
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
        Listen: operation("/", { input: "Listening", output: "Listening" }),
        Talking: structure({
          room: member("String", { required: {}, length: { min: 1, max: 5 } }),
          events: "Events",
          since: "Timestamp",
          seats: "BigInteger",
        }),
        Listening: structure({ events: "Events" }),
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
      check(
        "both sides read the members of the first message, and the events after it",
        async (exports) => {
          const { serializeRequest, deserializeRequest, serializeResponse, deserializeResponse } =
            operationOf(exports, "Talk");
          const members = { room: "r", since: new Date(1.5e12), seats: 2n ** 70n };
          const request = serializeRequest({ ...members, events: iterate() }, options);
          const input = (await deserializeRequest(request, options)) as Talking;
          expect({ ...input, events: await collect(input.events) }).toEqual({ ...members, events });
          const response = serializeResponse({ ...members, events: iterate() }, options);
          const output = (await deserializeResponse(response, options)) as Talking;
          expect({ ...output, events: await collect(output.events) }).toEqual({
            ...members,
            events,
          });
        },
      ),
      check(
        "nothing but events is read at once, whatever the first message has",
        async (exports) => {
          const { serializeRequest, deserializeRequest, serializeResponse, deserializeResponse } =
            operationOf(exports, "Listen");
          const request = serializeRequest({ events: iterate() }, options);
          const input = deserializeRequest(request, options) as Talking;
          expect(await collect(input.events)).toEqual(events);
          const response = serializeResponse({ events: iterate() }, options);
          const output = deserializeResponse(response, options) as Talking;
          expect(await collect(output.events)).toEqual(events);
        },
      ),
      check("a stream without a first message has its events alone", async (exports) => {
        const { serializeResponse, deserializeResponse } = operationOf(exports, "Talk");
        const written = serializeResponse({ room: "r", events: iterate() }, options);
        const response = { ...written, body: withoutFirst(written["body"]) };
        const output = (await deserializeResponse(response, options)) as Talking;
        // A client makes up what is required and absent (Smithy 2.0, "Client error correction").
        const absent = { room: "" };
        expect({ ...output, events: await collect(output.events) }).toEqual({ ...absent, events });
        const none = { ...written, body: noMessages() };
        const empty = (await deserializeResponse(none, options)) as Talking;
        expect({ ...empty, events: await collect(empty.events) }).toEqual({
          ...{ ...absent, events: [] },
        });
      }),
      check("the members of the first message are validated by a server", async (exports) => {
        const { serializeRequest, deserializeRequest } = operationOf(exports, "Talk");
        const long = serializeRequest({ room: "too long", events: iterate() }, options);
        await expect(deserializeRequest(long, options)).rejects.toMatchObject({
          ...{ name: "ValidationException", fieldList: [{ path: "/room" }] },
        });
        const written = serializeRequest({ room: "r", events: iterate() }, options);
        const none = { ...written, body: withoutFirst(written["body"]) };
        await expect(deserializeRequest(none, options)).rejects.toMatchObject({
          ...{ name: "ValidationException", fieldList: [{ path: "/room" }] },
        });
      }),
      check("an error before the events is thrown in their place", async (exports) => {
        const { serializeResponse, deserializeResponse } = operationOf(exports, "Talk");
        const failing = serializeResponse({ room: "r", events: failAtOnce() }, options);
        const output = (await deserializeResponse(failing, options)) as Talking;
        await expect(collect(output.events)).rejects.toThrow("at once");
        const error = {
          ...failing,
          body: withoutFirst(
            serializeResponse({ room: "r", events: failAtOnce() }, options)["body"],
          ),
        };
        await expect(deserializeResponse(error, options)).rejects.toThrow("at once");
      }),
    ],
  };
}
