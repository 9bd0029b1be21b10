import type { HttpRequest as SmithyRequest } from "@smithy/types";
import { toFetchBody } from "../http/fetch-body.js";
import { clientRoot } from "../json/write.js";
import type { IncomingResponse } from "../types.js";
import { originOf, urlOf } from "./address-request.js";
import { collect, discard } from "./body.js";
import type { CancelSignal, ClientConfig } from "./client-types.js";
import type { EndStream, SensitiveUrl } from "./service-types.js";
import { AbortError, ConfigurationError, ConnectionError, TimeoutError } from "./errors.js";
import { onAbort } from "./on-abort.js";

/** How to send a request. */
export interface SendOptions {
  readonly requestHandler: ClientConfig["requestHandler"];
  readonly signal: CancelSignal | undefined;
  /** Milliseconds. */
  readonly timeout: number | undefined;
  /** What errors must not contain. Transports add the URL to theirs. */
  readonly sensitiveUrl: SensitiveUrl | undefined;
  /** How to leave the body of a successful response as a stream; absent to collect it. */
  readonly endStream: EndStream | undefined;
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
  { requestHandler, signal, timeout, sensitiveUrl, endStream, onHead }: SendOptions,
): Promise<IncomingResponse> {
  const controller = new AbortController();
  let origin = "the service";
  let body: unknown;
  let stop: (error: Error) => void = () => undefined;
  // Not all handlers end on a signal.
  const stopped = new Promise<never>((_, reject) => {
    stop = (error) => {
      reject(error);
      controller.abort(error);
      discard(body, error);
    };
  });
  const abort = (): void => {
    stop(new AbortError(signal?.reason));
  };

  async function exchange(): Promise<IncomingResponse> {
    controller.signal.throwIfAborted();
    const request = await prepare();
    if (sensitiveUrl !== "host") origin = originOf(request);
    controller.signal.throwIfAborted();
    const response: Response =
      requestHandler === undefined
        ? await sendByFetch(request, endStream !== undefined, controller.signal)
        : await sendByHandler(requestHandler, request, timeout, controller.signal);
    ({ body } = response);
    onHead(response);
    if (endStream === undefined || response.statusCode >= 300)
      return { ...response, body: await collect(body) };
    if (signal !== undefined) endStream(signal, Object(body) as object, controller);
    return response;
  }

  const timer =
    timeout &&
    setTimeout(() => {
      stop(new TimeoutError(`No complete response within ${timeout} ms.`));
    }, timeout);
  const release = signal && onAbort(signal, abort);
  if (signal?.aborted === true) abort();
  try {
    const response = await Promise.race([stopped, exchange()]);
    return response;
  } catch (cause) {
    discard(body, cause);
    throw toOwnError(cause, origin, sensitiveUrl !== undefined);
  } finally {
    clearTimeout(timer);
    release?.();
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
export function toOwnError(cause: unknown, origin: string, isSensitive: boolean): unknown {
  if (cause instanceof Error && "$fault" in cause) return cause;
  const reason = reasonOf(cause, isSensitive);
  const shown = isSensitive ? undefined : cause;
  // `@smithy/node-http-handler` also calls a lost connection a timeout.
  return cause instanceof Error && cause.name === "TimeoutError" && !/RESET|PIPE/.test(reason)
    ? new TimeoutError(`No response from ${origin} in time.`, shown)
    : new ConnectionError(`No complete response from ${origin}: ${reason}.`, shown);
}

/** Returns the code of the innermost error that has one: `fetch` only says that it failed. */
function reasonOf(cause: unknown, isSensitive: boolean): string {
  let reason = "unknown reason";
  for (
    let error = cause, depth = 0;
    error instanceof Error && depth < 8;
    error = error.cause, depth++
  )
    reason =
      (error as { code?: unknown }).code?.toString() ?? (isSensitive ? reason : error.message);
  return reason;
}
