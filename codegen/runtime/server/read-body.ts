import { joinBytes } from "../values/join-bytes.js";

/** A body that is larger than the server accepts. */
export class BodyTooLarge extends Error {
  override readonly name = "BodyTooLarge";
}

/** A body that the peer did not send to its end. */
export class BodyCutOff extends Error {
  override readonly name = "BodyCutOff";

  constructor(cause: unknown) {
    super("The body of the request cannot be read to its end.", { cause });
  }
}

/**
 * Returns a body in memory: text and bytes as they are, a stream as bytes.
 * @param limit bytes
 * @throws BodyTooLarge as soon as that is known, BodyCutOff if the stream fails
 */
export async function readBody(body: unknown, limit: number): Promise<unknown> {
  if (isInMemory(body)) {
    // Text has at least one byte for each unit of UTF-16.
    if (body.length > limit || bytesOf(body).length > limit) throw new BodyTooLarge();
    return body;
  }
  if (typeof body !== "object" || body === null) return body;
  const chunks: Uint8Array[] = [];
  let length = 0;
  const iterator = chunksOf(body);
  try {
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) {
      const chunk = bytesOf(next.value);
      length += chunk.length;
      if (length > limit) break;
      chunks.push(chunk);
    }
  } catch (cause) {
    throw new BodyCutOff(cause);
  }
  if (length > limit) {
    // The answer does not wait for the stream to end, nor depend on how it does.
    void iterator.return?.().then(undefined, () => undefined);
    throw new BodyTooLarge();
  }
  return length === 0 ? undefined : joinBytes(chunks);
}

/** Returns the chunks of a stream of the web or of Node.js. Some browsers cannot iterate the former. */
function chunksOf(body: object): AsyncIterator<Uint8Array | string> {
  if (Symbol.asyncIterator in body)
    return (body as AsyncIterable<Uint8Array | string>)[Symbol.asyncIterator]();
  const stream = body instanceof Blob ? body.stream() : (body as ReadableStream<Uint8Array>);
  const reader = stream.getReader();
  return {
    next: () => reader.read() as Promise<IteratorResult<Uint8Array>>,
    return: async () => {
      await reader.cancel();
      return { done: true, value: undefined };
    },
  };
}

/** Returns the stream of a body that is compressed by gzip, decompressed as it is read. */
export function gunzip(body: unknown): ReadableStream<Uint8Array> {
  const chunks = chunksOf(isInMemory(body) ? new Blob([body]) : (body as object));
  const source = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      const next = await chunks.next();
      if (next.done === true) controller.close();
      else controller.enqueue(bytesOf(next.value) as Uint8Array<ArrayBuffer>);
    },
    async cancel() {
      await chunks.return?.();
    },
  });
  return source.pipeThrough(new DecompressionStream("gzip"));
}

function isInMemory(body: unknown): body is string | Uint8Array<ArrayBuffer> {
  return typeof body === "string" || body instanceof Uint8Array;
}

function bytesOf(chunk: string | Uint8Array): Uint8Array {
  return typeof chunk === "string" ? new TextEncoder().encode(chunk) : chunk;
}
