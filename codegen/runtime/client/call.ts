import type { HttpRequest as SmithyRequest } from "@smithy/types";
import { invalidInput, locateIssues } from "../errors/validation-exception.js";
import { readHeader } from "../http/headers.js";
import type { ErrorMetadata, IncomingResponse } from "../types.js";
import { addressRequest, originOf, requestIdOf } from "./address-request.js";
import { authorize } from "./auth/authorize.js";
import type { CallOptions, ClientHooks } from "./client-types.js";
import type { ClientOperation, Endpoint, OperationTraits, SensitiveUrl } from "./service-types.js";
import { resolveEndpoint } from "./endpoint.js";
import type { AbortError } from "./errors.js";
import { setMetadata } from "./metadata.js";
import { expectOptions, type Client } from "./open-client.js";
import { planRetry } from "./retry.js";
import { returnTokens } from "./retry-quota.js";
import { send } from "./send.js";
import { wait } from "./wait.js";

/** An operation of a client. */
export interface Callee {
  readonly client: Client;
  readonly name: string;
  readonly operation: ClientOperation;
  readonly traits: OperationTraits | undefined;
}

/** A serialized input with its endpoint, which is sent one or several times. */
interface Call extends Callee {
  readonly request: SmithyRequest;
  readonly endpoint: Endpoint;
  readonly options: CallOptions;
}

/**
 * Calls an operation: serializes the input once, and sends it until an attempt succeeds or fails
 * for good.
 */
export async function call(
  callee: Callee,
  input: unknown = {},
  options?: CallOptions | null,
): Promise<object> {
  const opened = openCall(callee, input, options ?? {});
  const { client, request } = opened;
  const maxAttempts = canRepeat(request.body) ? (client.config.maxAttempts ?? 3) : 1;
  let totalRetryDelay = 0;
  let cost: number | undefined;
  for (let attempt = 1; ; attempt++) {
    const offset = client.clock.offset();
    try {
      const [output, metadata] = await tryCall(opened, attempt);
      returnTokens(client.quota, cost);
      setMetadata(output, { ...metadata, attempts: attempt, totalRetryDelay });
      return output;
    } catch (error) {
      const { $metadata, $response } = error as Failure;
      const counts = { attempts: attempt, totalRetryDelay };
      Object.assign($metadata ?? {}, $response && metadataOfResponse($response), counts);
      client.clock.correct($response && readHeader($response, "date"));
      // Another call may have corrected the clock while this one was signed with the wrong time.
      const clockCorrected = client.clock.offset() !== offset;
      const retry = planRetry(
        client.quota,
        { error, attempt, maxAttempts, clockCorrected },
        Math.random,
        client.clock.now(),
      );
      if (retry === undefined) throw error;
      cost = retry.cost;
      notify(opened, "onRetry", {
        attempt,
        errorName: (error as Error).name,
        statusCode: $metadata?.httpStatusCode,
        delay: retry.delay,
      });
      await wait(retry.delay, opened.options.signal).catch((aborted: unknown) => {
        throw Object.assign(aborted as AbortError, { $metadata: counts });
      });
      totalRetryDelay += retry.delay;
    }
  }
}

/** What the errors of a call have: those of the service with the response. */
interface Failure {
  readonly $metadata?: ErrorMetadata;
  readonly $response?: IncomingResponse;
}

function openCall(callee: Callee, input: unknown, options: CallOptions): Call {
  const { client, operation, traits } = callee;
  const { service, config } = client;
  expectOptions(options);
  if (config.validate === true) {
    const result = operation.validateInput?.(input);
    if (result?.ok === false)
      throw service.toValidationException(
        invalidInput(locateIssues(result.issues, input), result.omitted),
      );
  }
  const serialized = operation.serializeRequest(input as never, config as never);
  const endpoint = resolveEndpoint(service, config, traits, input);
  const request = addressRequest(
    serialized,
    endpoint,
    config.disableHostPrefix !== true,
    traits?.editPath?.(serialized.path, config),
  );
  return { ...callee, request, endpoint, options };
}

/** Returns whether a body can be sent more than once: streams cannot. */
function canRepeat(body: unknown): boolean {
  return (
    body === undefined ||
    typeof body === "string" ||
    body instanceof Uint8Array ||
    (typeof Blob === "function" && body instanceof Blob)
  );
}

async function tryCall(call: Call, attempt: number): Promise<[object, ErrorMetadata]> {
  const { client, operation, traits, endpoint, options } = call;
  const { config } = client;
  const start = performance.now();
  const response = await send(
    async () => {
      const request = await authorize(call.request, { ...client, traits, endpoint });
      notify(call, "onRequest", {
        attempt,
        method: request.method,
        url: urlToShow(request, traits?.sensitiveUrl),
      });
      return request;
    },
    {
      requestHandler: config.requestHandler,
      signal: options.signal,
      timeout: options.timeout ?? config.timeout,
      endStream: traits?.endStream,
      sensitiveUrl: traits?.sensitiveUrl,
      onHead: (head) => {
        notify(call, "onResponse", {
          attempt,
          statusCode: head.statusCode,
          requestId: requestIdOf(head),
          duration: performance.now() - start,
        });
      },
    },
  );
  const metadata = metadataOfResponse(response);
  try {
    const read = operation.deserializeResponse(response, config as never) as object;
    const { receive } = client.service;
    return [receive === undefined ? read : await receive(read, call), metadata];
  } catch (error) {
    Object.assign((error as Failure).$metadata ?? {}, metadata);
    throw error;
  }
}

function urlToShow(request: SmithyRequest, sensitive: SensitiveUrl | undefined): string {
  if (sensitive === "host") return "";
  return `${originOf(request)}${sensitive === "path" ? "" : request.path}`;
}

function metadataOfResponse(response: IncomingResponse): ErrorMetadata {
  const requestId = requestIdOf(response);
  return {
    httpStatusCode: response.statusCode,
    ...(requestId === undefined ? {} : { requestId }),
  };
}

/** Calls the hooks of a client. A hook that fails does not change the call. */
function notify<Name extends keyof ClientHooks>(
  { client, name: operation }: Callee,
  hook: Name,
  event: Omit<Parameters<NonNullable<ClientHooks[Name]>>[0], "service" | "operation">,
): void {
  for (const hooks of client.hooks) {
    try {
      const result: unknown = hooks[hook]?.({
        service: client.service.name,
        operation,
        ...event,
      } as never);
      if (result instanceof Promise) result.catch(() => undefined);
    } catch {
      // The call is more important than what observes it.
    }
  }
}
