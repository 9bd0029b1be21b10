import type { HttpResponse } from "../types.js";
import type { Handler, ServerRequest } from "./server-types.js";

/** The part that is used of a request of `node:http` or `node:http2`. */
export interface NodeRequest {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly httpVersionMajor: number;
  readonly complete: boolean;
  readonly readableEnded: boolean;
  on(event: string, listener: (value?: unknown) => void): unknown;
  off(event: string, listener: (value?: unknown) => void): unknown;
  pause(): unknown;
  resume(): unknown;
}

/** The part that is used of a response of `node:http` or `node:http2`. */
export interface NodeResponse {
  statusCode: number;
  readonly writableFinished: boolean;
  setHeader(name: string, value: string): unknown;
  write(chunk: Uint8Array | string): boolean;
  end(body?: Uint8Array | string): unknown;
  destroy(error?: Error): unknown;
  once(event: string, listener: (value?: unknown) => void): unknown;
  off(event: string, listener: (value?: unknown) => void): unknown;
}

/** Options of a listener. */
export interface NodeListenerOptions<User, Request> {
  /** Returns the user's own context for a request. */
  readonly context?: ((request: Request) => User | Promise<User>) | undefined;
}

/**
 * Returns a listener for servers of `node:http` and `node:http2`, which Express and Fastify accept,
 * too: `http.createServer(toNodeListener(handler))`.
 */
export function toNodeListener<User, Request extends NodeRequest = NodeRequest>(
  handler: Handler<User>,
  options: NodeListenerOptions<User, Request> = {},
): (request: Request, response: NodeResponse) => void {
  return (request, response) => {
    const controller = new AbortController();
    response.once("close", () => {
      if (!response.writableFinished) controller.abort(new Error("The peer is gone."));
    });
    void listen(handler, options, request, response, controller.signal).catch((error: unknown) => {
      // The head of the response may be sent already, so that the peer can only learn by the end of the connection.
      response.destroy(error instanceof Error ? error : undefined);
    });
  };
}

async function listen<User, Request extends NodeRequest>(
  handler: Handler<User>,
  { context }: NodeListenerOptions<User, Request>,
  request: Request,
  response: NodeResponse,
  signal: AbortSignal,
): Promise<void> {
  const message = toMessage(request);
  const result = await handler.handle(message, { signal, context: await context?.(request) });
  if (signal.aborted) return;
  response.statusCode = result.statusCode;
  for (const [name, value] of Object.entries(result.headers)) response.setHeader(name, value);
  if (!request.complete && request.httpVersionMajor < 2 && message.body !== undefined)
    // The rest of the body is not read, so that the connection cannot be used again.
    response.setHeader("connection", "close");
  await writeBody(response, result, signal);
}

function toMessage(request: NodeRequest): ServerRequest {
  const { method = "GET", url = "/", headers } = request;
  const target = url.startsWith("/") ? url : url.replace(/^[a-z]+:\/\/[^/?]*/i, "");
  const index = target.indexOf("?");
  const path = index === -1 ? target : target.slice(0, index);
  const text = index === -1 ? "" : target.slice(index + 1);
  const hasBody =
    request.httpVersionMajor > 1 ||
    headers["content-length"] !== undefined ||
    headers["transfer-encoding"] !== undefined;
  return {
    method,
    path: path === "" ? "/" : path,
    query: text,
    headers: Object.fromEntries(Object.entries(headers).filter(([name]) => !name.startsWith(":"))),
    body: hasBody ? bodyOf(request) : undefined,
  };
}

/** Returns the body as an iterable that does not close the connection if it is not read to its end. */
async function* bodyOf(request: NodeRequest): AsyncGenerator<Uint8Array, void, undefined> {
  // A parser of bodies before this listener leaves nothing to wait for.
  if (request.readableEnded) throw new Error("The body of the request was read before.");
  const chunks: Uint8Array[] = [];
  let end: { readonly error?: Error } | undefined;
  let wake = (): void => undefined;
  const onData = (chunk: unknown): void => {
    chunks.push(chunk as Uint8Array);
    request.pause();
    wake();
  };
  const onEnd = (): void => {
    end ??= {};
    wake();
  };
  const onError = (error?: unknown): void => {
    end ??= { error: error instanceof Error ? error : new Error("The connection was closed.") };
    wake();
  };
  const onClose = (): void => {
    if (request.complete) onEnd();
    else onError();
  };
  const listeners = { data: onData, end: onEnd, error: onError, close: onClose };
  for (const [name, listener] of Object.entries(listeners)) request.on(name, listener);
  try {
    for (;;) {
      const chunk = chunks.shift();
      if (chunk !== undefined) {
        yield chunk;
      } else if (end !== undefined) {
        if (end.error !== undefined) throw end.error;
        return;
      } else {
        await new Promise<void>((resolve) => {
          wake = resolve;
          request.resume();
        });
      }
    }
  } finally {
    for (const [name, listener] of Object.entries(listeners)) {
      if (name !== "error") request.off(name, listener);
    }
    request.pause();
  }
}

async function writeBody(
  response: NodeResponse,
  { body }: HttpResponse<unknown>,
  signal: AbortSignal,
): Promise<void> {
  if (
    body === undefined ||
    body === null ||
    typeof body === "string" ||
    body instanceof Uint8Array
  ) {
    response.end(body ?? undefined);
    return;
  }
  const chunks = body instanceof Blob ? body.stream() : body;
  for await (const chunk of chunks as AsyncIterable<Uint8Array>) {
    if (signal.aborted) return;
    if (!response.write(chunk)) await drained(response);
  }
  response.end();
}

/** Waits until the peer has taken what was written, or is gone. */
function drained(response: NodeResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      response.off("drain", done);
      response.off("close", done);
      resolve();
    };
    response.once("drain", done);
    response.once("close", done);
  });
}
