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
 * Reads the first event of a stream, and returns its document with the other events. The document is
 * absent if the stream begins with another event, as those of services without further members may.
 * @throws what the stream fails with before its first event
 */
export async function readInitialEvent<Event>(
  options: EventStreamOptions | undefined,
  body: unknown,
  read: (messages: Messages) => Promise<Event>,
): Promise<[document: Uint8Array | undefined, events: AsyncIterable<Event>]> {
  let document: Uint8Array | undefined;
  const all: AsyncIterable<Event | typeof first> = marshaller(options).deserialize(
    body,
    async (messages: Messages) => {
      const message = messages["initial-response"] ?? messages["initial-request"];
      if (message === undefined) return read(messages);
      document = message.body;
      return first;
    },
  );
  const iterator = all[Symbol.asyncIterator]();
  const head = await iterator.next();
  return [document, withoutFirst(startingWith(head, iterator))];
}

async function* startingWith<Event>(
  head: IteratorResult<Event>,
  iterator: AsyncIterator<Event>,
): AsyncGenerator<Event, void, undefined> {
  try {
    for (let next = head; next.done !== true; next = await iterator.next()) yield next.value;
  } finally {
    await iterator.return?.();
  }
}

/** Reads the events of a stream without the first one, of which no member is of interest. */
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
