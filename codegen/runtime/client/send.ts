import type { HttpRequest as SmithyRequest } from "@smithy/types";
import { toFetchBody } from "../http/fetch-body.js";
import { clientRoot } from "../json/write.js";
import type { IncomingResponse } from "../types.js";
import { originOf, urlOf } from "./address-request.js";
import { collect, discard } from "./body.js";
import type { CancelSignal, ClientConfig } from "./client-types.js";
import { AbortError, ConfigurationError, ConnectionError, TimeoutError } from "./errors.js";

/** How to send a request. */
export interface SendOptions {
  readonly requestHandler: ClientConfig["requestHandler"];
  readonly signal: CancelSignal | undefined;
  /** Milliseconds. */
  readonly timeout: number | undefined;
  /** Whether to leave the body of a successful response as a stream. */
  readonly streaming: boolean;
  /** Called when the head of the response has arrived. */
  readonly onHead: (response: IncomingResponse) => void;
}

type Response = IncomingResponse & { body?: unknown };

/**
 * Sends a request by `fetch` or the handler of the configuration. Returns the response with its
 * whole body, or with a stream if the operation has a streaming output.
 * @param prepare returns the request; the time that this takes counts too
 * @throws ConnectionError, TimeoutError or AbortError
 */
export async function send(
  prepare: () => Promise<SmithyRequest>,
  options: SendOptions,
): Promise<IncomingResponse> {
  const bounds = new Bounds(options);
  let body: unknown;
  let origin = "the service";
  try {
    bounds.check();
    const request = await bounds.race(prepare());
    origin = originOf(request);
    const response: Response = await bounds.race(
      options.requestHandler === undefined
        ? sendByFetch(request, options.streaming, bounds.signal)
        : sendByHandler(options.requestHandler, request, options.timeout, bounds.signal),
    );
    ({ body } = response);
    options.onHead(response);
    if (options.streaming && response.statusCode < 300) {
      bounds.follow(body);
      return response;
    }
    return { ...response, body: await bounds.race(collect(body)) };
  } catch (cause) {
    discard(body, cause);
    throw bounds.error ?? toOwnError(cause, origin);
  } finally {
    bounds.end();
  }
}

/** The time and the signal that end an attempt. */
class Bounds {
  /** Why the attempt was ended. */
  error: TimeoutError | AbortError | undefined;
  readonly signal: AbortSignal | undefined;
  readonly #caller: AbortSignal | undefined;
  readonly #controller: AbortController | undefined;
  readonly #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #onAbort = (): void => {
    this.#stop(new AbortError(this.#caller?.reason));
  };
  #reject: ((error: unknown) => void) | undefined;

  constructor({ signal, timeout }: SendOptions) {
    if (signal === undefined && timeout === undefined) return;
    this.#controller = new AbortController();
    this.signal = this.#controller.signal;
    this.#caller = signal;
    this.#caller?.addEventListener("abort", this.#onAbort);
    if (timeout !== undefined) {
      this.#timer = setTimeout(() => {
        this.#stop(new TimeoutError(`No complete response within ${timeout} ms.`));
      }, timeout);
    }
    if (this.#caller?.aborted === true) this.#onAbort();
  }

  /** Throws if the attempt was ended before it began. */
  check(): void {
    if (this.error !== undefined) throw this.error;
  }

  /** Returns the result of work, or fails when the attempt is ended: not all handlers end on a signal. */
  async race<Result>(work: Promise<Result>): Promise<Result> {
    if (this.#controller === undefined) return work;
    return new Promise<Result>((resolve, reject) => {
      this.#reject = reject;
      work.then(resolve, reject);
      if (this.error !== undefined) reject(this.error);
    });
  }

  /** Lets the caller's signal also end a body that is passed on as a stream. */
  follow(body: unknown): void {
    const stream = new WeakRef(Object(body) as object);
    this.#caller?.addEventListener(
      "abort",
      () => {
        this.#onAbort();
        discard(stream.deref(), this.error);
      },
      { once: true },
    );
  }

  /** Removes the timer and the listener. */
  end(): void {
    clearTimeout(this.#timer);
    this.#caller?.removeEventListener("abort", this.#onAbort);
  }

  #stop(error: TimeoutError | AbortError): void {
    this.error ??= error;
    this.#controller?.abort(error);
    this.#reject?.(error);
  }
}

async function sendByFetch(
  request: SmithyRequest,
  streaming: boolean,
  signal: AbortSignal | undefined,
): Promise<Response> {
  if (typeof fetch !== "function") {
    const message = "This platform has no fetch. Set requestHandler in the client's configuration.";
    throw new ConfigurationError("requestHandler", message);
  }
  // The platform sets the host itself, and some platforms reject it.
  const headers = { ...request.headers };
  delete headers["host"];
  const body = toFetchBody(request.body, "content-type" in headers, clientRoot);
  const response = await fetch(urlOf(request), {
    method: request.method,
    headers,
    // A redirect would send the signature to another host.
    redirect: "manual",
    ...(signal === undefined ? {} : { signal }),
    ...(body === undefined ? {} : { body, duplex: "half" }),
  } as RequestInit);
  const { status, headers: received } = response;
  if (status === 0) {
    throw new ConnectionError("The service answered with a redirect, which is not followed.");
  }
  return { statusCode: status, headers: received, body: streaming ? response.body : response };
}

async function sendByHandler(
  handler: NonNullable<ClientConfig["requestHandler"]>,
  request: SmithyRequest,
  timeout: number | undefined,
  signal: AbortSignal | undefined,
): Promise<Response> {
  const { response } = await handler.handle(request, {
    ...(signal === undefined ? {} : { abortSignal: signal }),
    ...(timeout === undefined ? {} : { requestTimeout: timeout }),
  });
  return response;
}

/** Returns an error of the client for one of a transport, which can be anything. */
function toOwnError(cause: unknown, origin: string): unknown {
  if (cause instanceof Error && "$fault" in cause) return cause;
  const reason = reasonOf(cause);
  // `@smithy/node-http-handler` also calls a lost connection a timeout.
  return cause instanceof Error && cause.name === "TimeoutError" && !/RESET|PIPE/.test(reason)
    ? new TimeoutError(`No response from ${origin} in time.`, cause)
    : new ConnectionError(`No complete response from ${origin}: ${reason}.`, cause);
}

/** Returns the code of the innermost error that has one: `fetch` only says that it failed. */
function reasonOf(cause: unknown): string {
  let reason = "unknown reason";
  for (
    let error = cause, depth = 0;
    error instanceof Error && depth < 8;
    error = error.cause, depth++
  )
    reason = (error as { code?: unknown }).code?.toString() ?? error.message;
  return reason;
}
