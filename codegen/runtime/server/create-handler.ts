import { SerializationException } from "../errors/errors.js";
import { readFetchRequest, toFetchResponse, type FetchRequest } from "../http/fetch.js";
import { decodeQuery } from "../http/url.js";
import { isObject, own } from "../json/json.js";
import type { HttpResponse, IncomingRequest } from "../types.js";
import { Context } from "./context.js";
import { expectValidOutput } from "./invalid-output.js";
import { isStream, observeStream } from "./observe-stream.js";
import { openBody, type OpenedBody } from "./open-body.js";
import type {
  HandleOptions,
  Handler,
  HandlerOptions,
  OperationFunction,
  OutputCheck,
  RequestContext,
  ServerOperation,
  ServerRequest,
  ServerService,
} from "./server-types.js";

type Response = HttpResponse<unknown>;

type Functions = Readonly<Record<string, OperationFunction<never, unknown, object> | undefined>>;

const defaultMaxBodyBytes = 10_000_000;

/**
 * Returns a handler of requests.
 * @param functions the functions of operations by the operations' names
 * @throws TypeError if a function is not one, or has the name of no operation
 */
export function makeHandler<User>(
  service: ServerService,
  functions: object,
  options: HandlerOptions<User>,
): Handler<User> {
  for (const [name, value] of Object.entries(functions)) {
    const isUnknown = !Object.hasOwn(service.operations, name);
    if (isUnknown || (value !== undefined && typeof value !== "function"))
      throw new TypeError(
        isUnknown
          ? `The service has no operation ${name}.`
          : `Expected a function for the operation ${name}.`,
      );
  }
  const server = { service, functions: functions as Functions, options } as Server;
  const handle = (request: ServerRequest, given?: HandleOptions<User>): Promise<Response> =>
    answer(server, request, given);
  return {
    handle,
    async fetch(request: FetchRequest, context?: User) {
      const { signal } = request as { readonly signal?: AbortSignal };
      let message: ServerRequest;
      try {
        message = await readFetchRequest(request, { stream: true });
      } catch (error) {
        return toFetchResponse(withId(service.serializeError(error), newId()));
      }
      const response = await handle(message, { signal, context });
      try {
        return toFetchResponse(response);
      } catch (error) {
        const requestId = response.headers["x-amzn-requestid"] ?? "";
        const { request: sent } = decode(message);
        const found = { operation: service.matchOperation(sent), request: sent, requestId };
        return toFetchResponse(withId(fail(server, error, found), requestId));
      }
    },
  };
}

interface Server {
  readonly service: ServerService;
  readonly functions: Functions;
  readonly options: HandlerOptions<unknown>;
}

async function answer(
  server: Server,
  message: ServerRequest,
  given: HandleOptions<unknown> = {},
): Promise<Response> {
  const { service, functions, options } = server;
  const { request: decoded, failure } = decode(message);
  const { bucketDomains: domains = [] } = options;
  const request = service.bucketToPath?.(decoded, domains) ?? decoded;
  const requestId = idOf(server, request);
  let operation: string | undefined;
  let body: OpenedBody;
  try {
    operation = service.matchOperation(request);
    if (operation === undefined || own(functions, operation) === undefined) {
      body = { refusal: service.writeError(404, "UnknownOperationException") };
    } else if (failure !== undefined) {
      body = { refusal: service.serializeError(failure) };
    } else {
      const opened = openBody(
        service,
        options.maxBodyBytes ?? defaultMaxBodyBytes,
        request,
        operation,
      );
      body = opened instanceof Promise ? await opened : opened;
    }
  } catch (error) {
    body = { refusal: service.serializeError(error) };
  }
  const context = new Context(given, operation, withBody(request, body.value), requestId);
  const interceptors = options.use ?? noInterceptors;
  return withId(await runFrom(server, interceptors, 0, context, body), requestId);
}

const noInterceptors: readonly never[] = [];

function withBody(request: IncomingRequest, body: unknown): IncomingRequest {
  if (request.body === body) return request;
  const { method, path, query, headers } = request;
  return { method, path, query, headers, body };
}

async function runFrom(
  server: Server,
  interceptors: NonNullable<HandlerOptions<unknown>["use"]>,
  index: number,
  context: Context,
  body: OpenedBody,
): Promise<Response> {
  const interceptor = interceptors[index];
  try {
    if (interceptor === undefined) {
      const { operation } = context;
      if (body.refusal !== undefined || operation === undefined)
        return body.refusal ?? server.service.writeError(404, "UnknownOperationException");
      return await perform(server, operation, context);
    }
    const response: unknown = await interceptor(context, () =>
      runFrom(server, interceptors, index + 1, context, body),
    );
    if (isObject(response) && typeof response["statusCode"] === "number")
      return response as unknown as Response;
    throw new TypeError("An interceptor returned no response.");
  } catch (error) {
    return refuse(server, error, context);
  }
}

/** Decodes the query of a message. One that cannot be decoded is left out. */
function decode(message: ServerRequest): { request: IncomingRequest; failure?: unknown } {
  if (typeof message.query !== "string") return { request: message as IncomingRequest };
  const { query: text, method, path, headers, body } = message;
  try {
    return { request: { method, path, query: decodeQuery(text), headers, body } };
  } catch (failure) {
    return { request: { method, path, headers, body }, failure };
  }
}

/** Reads the input, calls the function, and writes its output. */
async function perform(
  server: Server,
  operation: string,
  context: RequestContext,
): Promise<Response> {
  const { service, functions, options } = server;
  const codec = own(service.operations, operation) as ServerOperation;
  const call = own(functions, operation) as OperationFunction<never, unknown, object>;
  let input: unknown;
  try {
    input = codec.deserializeRequest(context.request, options as never);
    if (input instanceof Promise) input = await readStart(input);
  } catch (error) {
    const response = service.serializeError(error);
    return response.statusCode === 500 ? fail(server, error, context) : response;
  }
  const result = await call(input as never, context as never);
  const output = result === undefined ? {} : result;
  const check = own(service.outputs, operation) as OutputCheck | undefined;
  if (check !== undefined && options.validateOutput !== false)
    expectValidOutput(operation, output, check);
  const response = codec.serializeResponse(output as never, options as never);
  return isStream(response.body) ? observed(server, response, context) : response;
}

/**
 * Waits for an input of which a part is at the start of a stream.
 * @throws SerializationException (400) if that cannot be read
 */
async function readStart(input: Promise<unknown>): Promise<unknown> {
  try {
    return await input;
  } catch (cause) {
    if (cause instanceof Error && "$fault" in cause) throw cause;
    throw new SerializationException(
      { path: "/body", expected: "a stream of events", received: "another or an incomplete one" },
      { httpStatusCode: 400 },
      "client",
      { cause },
    );
  }
}

function observed(server: Server, response: Response, context: RequestContext): Response {
  const body = observeStream(response.body as never, (error) => {
    report(server, error, context);
  });
  return { ...response, body };
}

/** Answers an error that a function threw: those of the model as such, and others by an opaque 500. */
function refuse(server: Server, error: unknown, context: RequestContext): Response {
  const { service } = server;
  try {
    if (service.errors.some((Class) => error instanceof Class))
      return service.serializeError(error);
  } catch (cause) {
    return fail(server, cause, context);
  }
  return fail(server, error, context);
}

type Failed = Pick<RequestContext, "operation" | "request" | "requestId">;

/** Reports an error, and returns a response that reveals nothing about it. */
function fail(server: Server, error: unknown, context: Failed): Response {
  report(server, error, context);
  return server.service.serializeError(undefined);
}

function report({ options }: Server, error: unknown, context: Failed): void {
  const { operation, request, requestId } = context;
  try {
    const result = options.onError?.(error, { operation, request, requestId });
    if (result instanceof Promise) result.catch(() => undefined);
  } catch {
    // The response does not depend on what observes errors.
  }
}

function idOf({ options }: Server, request: IncomingRequest): string {
  try {
    const id = options.requestId?.(request);
    if (typeof id === "string" && /^[\x21-\x7e]+$/.test(id)) return id;
  } catch {
    // A random id is better than none.
  }
  return newId();
}

function newId(): string {
  return crypto.randomUUID();
}

function withId({ statusCode, headers: given, body }: Response, requestId: string): Response {
  // Loops, since V8 takes long for a spread that another member follows.
  const headers: Record<string, string> = {};
  for (const name in given) headers[name] = given[name] ?? "";
  headers["x-amzn-requestid"] = requestId;
  return { statusCode, headers, body };
}
