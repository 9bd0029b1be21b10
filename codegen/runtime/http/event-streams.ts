import type { EventStreamMarshaller, Message, MessageHeaders } from "@smithy/types";
import { SerializationException } from "../errors/errors.js";
import { typeName } from "../json/json.js";
import { at, type Key } from "../values/path.js";
import { mismatch, type ReadPlace } from "../values/reader.js";
import { unwritable, type WritePlace } from "../json/write.js";

/** One event on the wire: headers and a body (AWS, "Amazon event stream"). */
export type EventMessage = Message;

export type EventHeaders = MessageHeaders;

/** The framed events: the result and the parameter of the marshaller. */
export type EventStreamBody = unknown;

/** Options of operations with event streams. */
export interface EventStreamOptions {
  /**
   * Frames events. Use `EventStreamMarshaller` of `@smithy/core/event-streams` or a compatible
   * class.
   */
  readonly eventStreamMarshaller?: EventStreamMarshaller | undefined;
}

/** Returns the marshaller of the caller. */
export function marshaller(options: EventStreamOptions | undefined): EventStreamMarshaller {
  return options?.eventStreamMarshaller ?? noMarshaller();
}

function noMarshaller(): never {
  const mismatch = {
    path: "/options/eventStreamMarshaller",
    expected: "an event stream marshaller",
    received: "nothing",
  };
  const message =
    "The operation has an event stream, but no marshaller was passed to frame its events. " +
    "Pass { eventStreamMarshaller } as the second argument, for example " +
    'new EventStreamMarshaller({ utf8Encoder, utf8Decoder }) of "@smithy/core/event-streams".';
  throw new SerializationException(mismatch, {}, "client", { message });
}

/** Returns the event stream of a member. */
export function requireStream<T>(
  stream: AsyncIterable<T> | undefined,
  here: WritePlace,
  key: Key,
): AsyncIterable<T> {
  const isStream = typeof stream?.[Symbol.asyncIterator] === "function";
  return stream != null && isStream
    ? stream
    : unwritable(at(here, key), "an async iterable of events", typeName(stream));
}

/** Writes the document of an event: as the text of JSON, or as bytes of CBOR. */
export type WriteDocument = (document: unknown) => string | Uint8Array;

/** Creates the message of an event, or of an error in an event stream. */
export function writeEventMessage(
  kind: "event" | "exception",
  name: string,
  headers: EventHeaders,
  payload: unknown,
  writeDocument: WriteDocument = JSON.stringify,
): EventMessage {
  const [contentType, body] = writePayload(payload, writeDocument);
  return {
    headers: {
      ...headers,
      ":message-type": { type: "string", value: kind },
      [`:${kind}-type`]: { type: "string", value: name },
      ...(contentType === undefined
        ? {}
        : { ":content-type": { type: "string", value: contentType } }),
    },
    body,
  };
}

function writePayload(
  payload: unknown,
  writeDocument: WriteDocument,
): readonly [contentType: string | undefined, body: Uint8Array] {
  if (payload === undefined || payload === null) return [undefined, new Uint8Array()];
  if (payload instanceof Uint8Array) return ["application/octet-stream", payload];
  const encoder = new TextEncoder();
  if (typeof payload === "string") return ["text/plain", encoder.encode(payload)];
  const document = writeDocument(payload);
  return typeof document === "string"
    ? ["application/json", encoder.encode(document)]
    : ["application/cbor", document];
}

/** Returns the type and the message of an event or error that a marshaller passes. */
export function openEvent(
  messages: Readonly<Record<string, EventMessage>>,
  here: ReadPlace,
): readonly [type: string, message: EventMessage] {
  const [entry] = Object.entries(messages);
  if (entry === undefined) return mismatch(here, "an event", "nothing");
  const { headers } = entry[1];
  const type = headers[":event-type"] ?? headers[":exception-type"];
  // Marshallers convert any header value to text.
  return type === undefined || type.type === "string"
    ? entry
    : mismatch(at(here, ":event-type"), "a string", `a header of type ${type.type}`);
}

/** Returns the value of an event header; a number for a `long`. */
export function readEventHeader({ headers }: EventMessage, name: string): unknown {
  if (!Object.hasOwn(headers, name)) return undefined;
  const header = headers[name];
  return header?.type === "long" ? header.value.valueOf() : header?.value;
}

/** Converts a `long` to the form that marshallers accept: eight bytes, big-endian. */
export function toInt64(value: number | bigint): {
  bytes: Uint8Array;
  valueOf: () => number;
  toString: () => string;
} {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigInt64(0, BigInt(value));
  return { bytes, valueOf: () => Number(value), toString: () => String(value) };
}

export function readEventTimestamp(value: unknown, here: ReadPlace, key: Key): Date {
  return value instanceof Date ? value : mismatch(at(here, key), "a timestamp", typeName(value));
}

export function readEventBlob(value: unknown, here: ReadPlace, key: Key): Uint8Array {
  return value instanceof Uint8Array ? value : mismatch(at(here, key), "bytes", typeName(value));
}
