import type { HandleOptions, Handler, ServerRequest } from "./server-types.js";

/** The part of a request of `node:http` or `node:http2` that the listener uses. */
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

/** The part of a response of `node:http` or `node:http2` that the listener uses. */
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
  /** Returns your own context for a request. */
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
    const peer = new Peer<User>();
    response.once("close", () => {
      if (!response.writableFinished) peer.leave();
    });
    void listen(handler, options, request, response, peer).catch((error: unknown) => {
      // The head of the response may be sent already, so that the peer can only learn by the end of the connection.
      response.destroy(error instanceof Error ? error : undefined);
    });
  };
}

/** Whether the peer is gone. Making a signal takes long, and most functions never look at it. */
class Peer<User> implements HandleOptions<User> {
  readonly #controller = new AbortController();
  isGone = false;
  context: User | undefined;

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  leave(): void {
    this.isGone = true;
    this.#controller.abort(new Error("The peer is gone."));
  }
}

async function listen<User, Request extends NodeRequest>(
  handler: Handler<User>,
  { context }: NodeListenerOptions<User, Request>,
  request: Request,
  response: NodeResponse,
  peer: Peer<User>,
): Promise<void> {
  const message = toMessage(request);
  if (context !== undefined) peer.context = await context(request);
  const result = await handler.handle(message, peer);
  if (peer.isGone) return;
  response.statusCode = result.statusCode;
  const { headers } = result;
  for (const name in headers) response.setHeader(name, headers[name] ?? "");
  if (!request.complete && request.httpVersionMajor < 2 && message.body !== undefined)
    // The rest of the body is not read, so that the connection cannot be used again.
    response.setHeader("connection", "close");
  const { body } = result;
  if (body === undefined || body === null) response.end();
  else if (typeof body === "string" || body instanceof Uint8Array) response.end(body);
  else await writeStream(response, body, peer);
}

function toMessage(request: NodeRequest): ServerRequest {
  const { method = "GET", url = "/", headers } = request;
  const target = url.startsWith("/") ? url : url.replace(/^[a-z]+:\/\/[^/?]*/i, "");
  const index = target.indexOf("?");
  const path = index === -1 ? target : target.slice(0, index);
  const isFramed = request.httpVersionMajor > 1;
  const hasBody =
    isFramed ||
    headers["content-length"] !== undefined ||
    headers["transfer-encoding"] !== undefined;
  return {
    method,
    path: path === "" ? "/" : path,
    query: index === -1 ? {} : target.slice(index + 1),
    headers: isFramed ? withoutPseudoHeaders(headers) : headers,
    body: hasBody ? new NodeBody(request) : undefined,
  };
}

function withoutPseudoHeaders(headers: NodeRequest["headers"]): NodeRequest["headers"] {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !name.startsWith(":")));
}

const maxQueuedBytes = 65_536;

type Chunk = IteratorResult<Uint8Array, undefined>;

interface Waiting {
  readonly resolve: (chunk: Chunk) => void;
  readonly reject: (error: Error) => void;
}

/**
 * The body of a request, as an iterator that does not close the connection if it is not read to its
 * end. It reads a little ahead, since a small body then needs no pause of the stream.
 */
class NodeBody implements AsyncIterableIterator<Uint8Array, undefined> {
  readonly #request: NodeRequest;
  readonly #chunks: Uint8Array[] = [];
  readonly #waiting: Waiting[] = [];
  #queuedBytes = 0;
  #isOpen = false;
  #end: { readonly error?: Error } | undefined;

  constructor(request: NodeRequest) {
    this.#request = request;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  next(): Promise<Chunk> {
    return new Promise((resolve, reject) => {
      if (!this.#isOpen) this.#open();
      const chunk = this.#chunks.shift();
      if (chunk !== undefined) {
        this.#queuedBytes -= chunk.length;
        resolve({ done: false, value: chunk });
        return;
      }
      this.#waiting.push({ resolve, reject });
      if (this.#end === undefined) this.#request.resume();
      else this.#settle();
    });
  }

  return(): Promise<Chunk> {
    this.#request.off("data", this.#onData);
    this.#request.pause();
    this.#chunks.length = 0;
    this.#isOpen = true;
    this.#finish({});
    return Promise.resolve({ done: true, value: undefined });
  }

  #open(): void {
    this.#isOpen = true;
    const request = this.#request;
    if (request.readableEnded) {
      // A parser of bodies before this listener leaves nothing to wait for.
      this.#finish({ error: new Error("The body of the request was read before.") });
      return;
    }
    request.on("data", this.#onData);
    request.on("end", () => this.#finish({}));
    request.on("error", (error) => this.#finish({ error: toError(error) }));
    request.on("close", () => this.#finish(request.complete ? {} : { error: toError(undefined) }));
  }

  readonly #onData = (chunk: unknown): void => {
    const value = chunk as Uint8Array;
    const waiting = this.#waiting.shift();
    if (waiting !== undefined) {
      waiting.resolve({ done: false, value });
      return;
    }
    this.#chunks.push(value);
    this.#queuedBytes += value.length;
    if (this.#queuedBytes >= maxQueuedBytes) this.#request.pause();
  };

  #finish(end: { readonly error?: Error }): void {
    this.#end ??= end;
    this.#settle();
  }

  /** Answers those who wait for a chunk after the last one. An error is thrown once. */
  #settle(): void {
    for (let waiting = this.#waiting.shift(); waiting; waiting = this.#waiting.shift()) {
      const error = this.#end?.error;
      if (error === undefined) {
        waiting.resolve({ done: true, value: undefined });
      } else {
        this.#end = {};
        waiting.reject(error);
      }
    }
  }
}

function toError(error: unknown): Error {
  return error instanceof Error ? error : new Error("The connection was closed.");
}

async function writeStream<User>(
  response: NodeResponse,
  body: unknown,
  peer: Peer<User>,
): Promise<void> {
  const chunks = body instanceof Blob ? body.stream() : body;
  for await (const chunk of chunks as AsyncIterable<Uint8Array>) {
    if (peer.isGone) return;
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
