import { joinBytes } from "../values/join-bytes.js";

/** What bodies of responses can be: chunks, or something that collects itself. */
interface Body {
  readonly arrayBuffer?: () => Promise<ArrayBuffer>;
  readonly getReader?: () => ReadableStreamDefaultReader<Uint8Array>;
  readonly [Symbol.asyncIterator]?: () => AsyncIterator<Uint8Array | string>;
  readonly cancel?: (reason: unknown) => Promise<void>;
  readonly destroy?: (reason: unknown) => void;
  readonly body?: Body | null;
}

/** Returns a body as text or bytes: those of handlers can be streams of Node.js or of the web. */
export async function collect(body: unknown): Promise<unknown> {
  if (typeof body !== "object" || body === null || body instanceof Uint8Array) return body;
  const source = body as Body;
  if (source.arrayBuffer !== undefined) return new Uint8Array(await source.arrayBuffer());
  const chunks: Uint8Array[] = [];
  for await (const chunk of chunksOf(source))
    chunks.push(typeof chunk === "string" ? new TextEncoder().encode(chunk) : chunk);
  return joinBytes(chunks);
}

/** Some browsers cannot iterate streams. */
async function* chunksOf(source: Body): AsyncIterable<Uint8Array | string> {
  if (source[Symbol.asyncIterator] !== undefined) {
    yield* source as AsyncIterable<Uint8Array | string>;
    return;
  }
  const reader = source.getReader?.();
  for (let next = await reader?.read(); next?.done === false; next = await reader?.read())
    yield next.value;
}

/** Closes the connection of a body that is not read to its end. */
export function discard(body: unknown, reason: unknown): void {
  if (typeof body !== "object" || body === null) return;
  const { body: inner, cancel, destroy } = body as Body;
  if (inner !== undefined) {
    discard(inner, reason);
  } else if (destroy !== undefined) {
    // A stream of Node.js emits the reason as an event, which would be an uncaught exception.
    (body as { on?: (event: string, listener: () => void) => void }).on?.("error", () => undefined);
    destroy.call(body, reason);
  } else {
    // A stream that is being read cannot be cancelled; whoever reads it gets the error.
    cancel?.call(body, reason).catch(() => undefined);
  }
}
