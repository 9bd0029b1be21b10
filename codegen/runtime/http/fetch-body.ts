import { typeName } from "../json/json.js";
import { unwritable, type WritePlace } from "../json/write.js";
import { at } from "../values/path.js";

/**
 * Converts a body for `fetch`. Text without a content type becomes bytes, since fetch would add a content type.
 */
export function toFetchBody(body: unknown, hasContentType: boolean, root: WritePlace): unknown {
  if (body === undefined || body === null || body === "") return undefined;
  if (typeof body === "string") {
    return hasContentType ? body : new TextEncoder().encode(body);
  }
  if (body instanceof Uint8Array) return body.length === 0 ? undefined : body;
  if (typeof Blob === "function" && body instanceof Blob) return body;
  if (typeof ReadableStream === "function" && body instanceof ReadableStream) return body;
  return isIterable(body)
    ? toStream(body)
    : unwritable(at(root, "body"), "text, bytes or a stream of bytes", typeName(body));
}

function isIterable(body: unknown): body is AsyncIterable<Uint8Array> {
  return typeof body === "object" && body !== null && Symbol.asyncIterator in body;
}

function toStream(chunks: AsyncIterable<Uint8Array>): ReadableStream {
  const iterator = chunks[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const next = await iterator.next();
      if (next.done === true) controller.close();
      else controller.enqueue(next.value);
    },
    async cancel(reason) {
      await iterator.return?.(reason);
    },
  });
}
