import {
  marshaller,
  writeEventMessage,
  type EventMessage,
  type EventStreamBody,
  type EventStreamOptions,
  type WriteDocument,
} from "../http/event-streams.js";

/*
 * In RPC protocols, the first event of a stream has the members of the input or output that are not
 * events (Smithy 2.0, "Initial request messages" and "Initial response messages").
 */

/** Marks a message as a stream of events. */
export function asEventStream<Message extends { readonly headers: Record<string, string> }>(
  message: Message,
): Message {
  message.headers["content-type"] = "application/vnd.amazon.eventstream";
  return message;
}

type Messages = Record<string, EventMessage>;

/** Writes the first event, and then those of a stream. */
export function writeEventsAfter<Event>(
  initial: "initial-request" | "initial-response",
  document: unknown,
  options: EventStreamOptions | undefined,
  events: AsyncIterable<Event>,
  write: (event: Event) => EventMessage,
  writeDocument?: WriteDocument,
): EventStreamBody {
  async function* messages(): AsyncGenerator<EventMessage, void, undefined> {
    yield writeEventMessage("event", initial, {}, document, writeDocument);
    for await (const event of events) yield write(event);
  }
  return marshaller(options).serialize(messages(), (message) => message);
}

/**
 * Reads the events of a stream without the first one. Its members are not read, since an output is
 * complete before its stream is.
 */
export function readEventsAfter<Event>(
  options: EventStreamOptions | undefined,
  body: unknown,
  read: (messages: Messages) => Promise<Event>,
): AsyncIterable<Event> {
  const events: AsyncIterable<Event | typeof first> = marshaller(options).deserialize(
    body,
    async (messages: Messages) =>
      "initial-response" in messages || "initial-request" in messages
        ? first
        : await read(messages),
  );
  return withoutFirst(events);
}

/** Stands for the first event, since marshallers expect an object for each message. */
const first = Object.freeze({});

async function* withoutFirst<Event>(
  events: AsyncIterable<Event | typeof first>,
): AsyncGenerator<Event, void, undefined> {
  for await (const event of events) if (event !== first) yield event as Event;
}
