import { EventStreamMarshaller } from "@smithy/core/event-streams";
import { expect } from "vitest";
import { operationOf } from "../codegen/support/generated.js";
import { member, model, operation, structure, union } from "../codegen/support/models.js";
import type { Feature } from "./support/feature.js";
import { check, text } from "./support/wants.js";

const toUtf8 = (bytes: Uint8Array | string): string =>
  typeof bytes === "string" ? bytes : new TextDecoder().decode(bytes);
const fromUtf8 = (given: string): Uint8Array => new TextEncoder().encode(given);
const options = {
  eventStreamMarshaller: new EventStreamMarshaller({ utf8Encoder: toUtf8, utf8Decoder: fromUtf8 }),
};
const events = [
  { message: { text: "a", count: 1 } },
  { message: { text: "ü" } },
  { data: { bytes: new Uint8Array([1, 2]), at: new Date(0), flag: true, size: 2 ** 40 } },
  { note: { text: "as text" } },
  { ping: {} },
];

async function* iterate(given: readonly unknown[]): AsyncGenerator {
  for (const event of given) yield await Promise.resolve(event);
}

async function collect(stream: unknown): Promise<unknown[]> {
  const all: unknown[] = [];
  for await (const event of stream as AsyncIterable<unknown>) all.push(event);
  return all;
}

/** Streams of events in both directions: typed as iterables, and framed by the caller's marshaller. */
export const feature: Feature = {
  given: model({
    Talk: operation("/talk", { input: "Said", output: "Heard" }),
    Said: structure({
      room: member("String", { httpHeader: "x-room" }),
      events: member("Events", { httpPayload: {} }),
    }),
    Heard: structure({ events: member("Events", { httpPayload: {} }) }),
    Events: union(
      { message: "Message", data: "Data", note: "Note", ping: "Ping", failed: "Failed" },
      { streaming: {} },
    ),
    Message: structure({
      text: "String",
      count: member("Integer", { range: { min: 0 } }),
    }),
    Data: structure({
      bytes: member("Blob", { eventPayload: {} }),
      at: member("Timestamp", { eventHeader: {} }),
      flag: member("Boolean", { eventHeader: {} }),
      size: member("Long", { eventHeader: {} }),
    }),
    Note: structure({ text: member("String", { eventPayload: {} }) }),
    Ping: structure({}),
    Failed: structure({ message: "String" }, { error: "client" }),
  }),
  want: [
    text("shapes/Said.ts", "events?: AsyncIterable<Events> | undefined;"),
    check("events of a request arrive", async (exports) => {
      const { serializeRequest, deserializeRequest } = operationOf(exports, "Talk");
      const request = serializeRequest({ room: "r", events: iterate(events) }, options);
      expect(request["headers"]).toEqual({
        "content-type": "application/vnd.amazon.eventstream",
        "x-room": "r",
      });
      const input = deserializeRequest(request, options) as { room: string; events: unknown };
      expect(input.room).toBe("r");
      expect(await collect(input.events)).toEqual(events);
    }),
    check("a server checks each event, unless it is told not to", async (exports) => {
      const { serializeRequest, deserializeRequest } = operationOf(exports, "Talk");
      const read = (validate: boolean): Promise<unknown> => {
        const stream = iterate([events[0], { message: { count: -1 } }]);
        const request = serializeRequest({ events: stream }, options);
        const input = deserializeRequest(request, { ...options, validate });
        return collect((input as { events: unknown }).events);
      };
      expect(await read(false)).toEqual([events[0], { message: { count: -1 } }]);
      await expect(read(true)).rejects.toMatchObject({
        name: "ValidationException",
        fieldList: [{ path: "/message/count" }],
      });
    }),
    check("events of a response arrive", async (exports) => {
      const { serializeResponse, deserializeResponse } = operationOf(exports, "Talk");
      const response = serializeResponse({ events: iterate(events) }, options);
      const output = deserializeResponse(response, options) as { events: unknown };
      expect(await collect(output.events)).toEqual(events);
    }),
    check("an error among the events is thrown as what it is", async (exports) => {
      const { serializeRequest, deserializeRequest } = operationOf(exports, "Talk");
      const Failed = exports["Failed"] as new (members: object) => Error;
      const stream = iterate([events[0], { failed: new Failed({ message: "no" }) }]);
      const request = serializeRequest({ events: stream }, options);
      const input = deserializeRequest(request, options) as { events: unknown };
      const thrown: unknown = await collect(input.events).catch((error: unknown) => error);
      expect(thrown).toBeInstanceOf(Failed);
      expect(thrown).toMatchObject({ name: "Failed", message: "no" });
    }),
    check("without a marshaller the error says what is missing", (exports) => {
      const { serializeRequest, deserializeRequest, deserializeResponse } = operationOf(
        exports,
        "Talk",
      );
      const advice =
        'Pass { eventStreamMarshaller } as the second argument, for example new EventStreamMarshaller({ utf8Encoder, utf8Decoder }) of "@smithy/core/event-streams".';
      expect(() => serializeRequest({ events: iterate([]) })).toThrow(advice);
      expect(() => deserializeResponse({ statusCode: 200, headers: {} })).toThrow(advice);
      expect(() =>
        deserializeRequest({
          method: "POST",
          path: "/talk",
          headers: { "content-type": "application/vnd.amazon.eventstream" },
        }),
      ).toThrow(advice);
      expect(() => serializeRequest({}, options)).toThrow(/async iterable/);
    }),
  ],
};
