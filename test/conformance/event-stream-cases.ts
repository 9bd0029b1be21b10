import { EventStreamCodec, EventStreamMarshaller } from "@smithy/core/event-streams";
import { expect } from "vitest";
import type { Case } from "./cases.js";
import type { GeneratedSuite } from "./generated-suite.js";
import {
  expectRequest,
  expectResponse,
  toIncomingRequest,
  toIncomingResponse,
} from "./messages.js";
import { requestOptions } from "./request-cases.js";
import type { Suite } from "./suites.js";
import {
  appliesTo,
  type EventStreamTest,
  type Params,
  type RequestMessage,
  type ResponseMessage,
  type Side,
  type SuiteShape,
  type TestEvent,
} from "./test-format.js";
import { toValue } from "./values.js";

const toUtf8 = (bytes: Uint8Array | string): string =>
  typeof bytes === "string" ? bytes : new TextDecoder().decode(bytes);
const fromUtf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const codec = new EventStreamCodec(toUtf8, fromUtf8);
const options = {
  ...requestOptions,
  eventStreamMarshaller: new EventStreamMarshaller({ utf8Encoder: toUtf8, utf8Decoder: fromUtf8 }),
};

/**
 * The tests of event streams. What one side writes is compared frame by frame, once decoded, since
 * the order of an event's headers has no meaning.
 */
export function eventStreamCases({ model }: Suite, generated: GeneratedSuite): Case[] {
  return Object.entries(model.shapes).flatMap(([id, shape]) =>
    (shape.traits?.["smithy.test#eventStreamTests"] ?? []).flatMap((test) =>
      (["client", "server"] as const).map((side): Case => ({
        kind: "event stream",
        side,
        id: test.id,
        run: appliesTo(test, side) ? () => runTest(id, shape, test, side) : undefined,
      })),
    ),
  );

  async function runTest(
    id: string,
    operation: SuiteShape,
    test: EventStreamTest,
    side: Side,
  ): Promise<void> {
    const direction =
      test.initialResponse === undefined && test.events?.[0]?.type !== "response"
        ? "request"
        : "response";
    const messageShape =
      (direction === "request" ? operation.input : operation.output)?.target ?? "";
    const stream = streamMember(messageShape);
    const isWriter = (direction === "request") === (side === "client");
    const { failure } = test.expectation ?? {};
    if (failure === undefined) {
      await (isWriter ? write() : read());
      return;
    }
    const error: unknown = await (isWriter ? write() : read()).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    expect(error, "the test asks for a failure").toBeInstanceOf(Error);
    // A failed assertion of this runner is not the failure that the test asks for.
    expect(error).not.toHaveProperty("name", "AssertionError");
    if (failure.errorId !== undefined)
      expect(error).toBeInstanceOf(generated.errorClass(failure.errorId));

    async function write(): Promise<void> {
      const params = initialParams(test);
      const value = {
        ...(toValue(model, messageShape, params) as object),
        [stream.name]: toEvents(stream.target, test.events ?? []),
      };
      const { serializeRequest, serializeResponse } = generated.operation(id);
      const message =
        direction === "request"
          ? serializeRequest(value, options)
          : serializeResponse(value, options);
      const head = { ...message, body: undefined };
      if (test.initialRequest !== undefined)
        expectRequest(head as unknown as Parameters<typeof expectRequest>[0], test.initialRequest);
      if (test.initialResponse !== undefined)
        expectResponse(
          head as unknown as Parameters<typeof expectResponse>[0],
          test.initialResponse,
        );
      expect(message.headers["content-type"]).toBe("application/vnd.amazon.eventstream");
      const frames = await collect(message.body as AsyncIterable<Uint8Array>);
      expect(frames.filter(({ length }) => length > 0).map((frame) => codec.decode(frame))).toEqual(
        (test.events ?? []).map((event) => codec.decode(frameOf(event))),
      );
    }

    async function read(): Promise<void> {
      const { deserializeRequest, deserializeResponse } = generated.operation(id);
      const body = iterate((test.events ?? []).map(frameOf));
      const value = (
        direction === "request"
          ? deserializeRequest(incomingRequest(operation, test.initialRequest, body), options)
          : deserializeResponse(incomingResponse(test.initialResponse, body), options)
      ) as Record<string, unknown>;
      const { [stream.name]: events, ...initial } = value;
      expect(initial).toStrictEqual(toValue(model, messageShape, initialParams(test)));
      expect(await collect(events as AsyncIterable<unknown>)).toStrictEqual(
        (test.events ?? []).map(({ params }) => toValue(model, stream.target, params)),
      );
    }
  }

  function streamMember(target: string): { name: string; target: string } {
    const members = Object.entries(model.shapes[target]?.members ?? {});
    const found = members.find(
      ([, { traits }]) => traits?.["smithy.api#httpPayload"] !== undefined,
    );
    if (found === undefined) throw new Error(`${target} has no stream`);
    return { name: found[0], target: found[1].target };
  }

  /** The events to be written; errors among them are instances of their classes. */
  function toEvents(target: string, events: readonly TestEvent[]): AsyncIterable<unknown> {
    return iterate(
      events.map(({ params }) => {
        const entries = Object.entries(toValue(model, target, params) as object);
        return Object.fromEntries(
          entries.map(([name, value]: [string, object]) => {
            const member = model.shapes[target]?.members?.[name]?.target ?? "";
            const isError = model.shapes[member]?.traits?.["smithy.api#error"] !== undefined;
            return [name, isError ? new (generated.errorClass(member))(value) : value];
          }),
        );
      }),
    );
  }
}

function initialParams(test: EventStreamTest): Params {
  return test.initialRequestParams ?? test.initialResponseParams ?? {};
}

function incomingRequest(
  operation: SuiteShape,
  initial: RequestMessage | undefined,
  body: AsyncIterable<Uint8Array>,
): Record<string, unknown> {
  const { method, uri } = operation.traits?.["smithy.api#http"] as { method: string; uri: string };
  const message = toIncomingRequest(initial ?? { method, uri });
  return { ...message, headers: withStreamType(message["headers"]), body };
}

function incomingResponse(
  initial: ResponseMessage | undefined,
  body: AsyncIterable<Uint8Array>,
): Record<string, unknown> {
  const message = toIncomingResponse(initial ?? { code: 200 });
  if (initial?.body !== undefined) return { ...message };
  return { ...message, headers: withStreamType(message["headers"]), body };
}

function withStreamType(headers: unknown): object {
  return { "Content-Type": "application/vnd.amazon.eventstream", ...(headers as object) };
}

function frameOf({ bytes }: TestEvent): Uint8Array {
  return new Uint8Array(Buffer.from(bytes, "base64"));
}

async function* iterate<T>(items: readonly T[]): AsyncGenerator<T> {
  // A stream gives way between its items, as a network would.
  for (const item of items) yield await Promise.resolve(item);
}

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}
