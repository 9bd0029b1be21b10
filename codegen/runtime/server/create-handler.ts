import { readHeader } from "../http/headers.js";
import { readFetchRequest, toFetchResponse, type FetchRequest } from "../http/fetch.js";
import { decodeQuery } from "../http/url.js";
import { isObject, own } from "../json/json.js";
import type { HttpResponse, IncomingRequest } from "../types.js";
import { expectValidOutput } from "./invalid-output.js";
import { isStream, observeStream } from "./observe-stream.js";
import { BodyCutOff, BodyTooLarge, gunzip, readBody } from "./read-body.js";
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
  { signal = new AbortController().signal, context }: HandleOptions<unknown> = {},
): Promise<Response> {
  const { service, functions, options } = server;
  const { request, failure } = decode(message);
  const requestId = idOf(server, request);
  let operation: string | undefined;
  let body: OpenedBody;
  try {
    operation = service.matchOperation(request);
    body =
      operation === undefined || own(functions, operation) === undefined
        ? { refusal: service.writeError(404, "UnknownOperationException") }
        : failure === undefined
          ? await openBody(server, request, operation)
          : { refusal: service.serializeError(failure) };
  } catch (error) {
    body = { refusal: service.serializeError(error) };
  }
  const requestContext: RequestContext = Object.assign({}, context, {
    operation,
    request: { ...request, body: body.value },
    signal,
    requestId,
  });
  const interceptors = options.use ?? [];

  async function run(index: number): Promise<Response> {
    const interceptor = interceptors[index];
    try {
      if (interceptor === undefined) {
        if (body.refusal !== undefined || operation === undefined)
          return body.refusal ?? service.writeError(404, "UnknownOperationException");
        return await perform(server, operation, requestContext);
      }
      const response: unknown = await interceptor(requestContext, () => run(index + 1));
      if (isObject(response) && typeof response["statusCode"] === "number")
        return response as unknown as Response;
      throw new TypeError("An interceptor returned no response.");
    } catch (error) {
      return refuse(server, error, requestContext);
    }
  }
  return withId(await run(0), requestId);
}

/** Decodes the query of a message. One that cannot be decoded is left out. */
function decode(message: ServerRequest): { request: IncomingRequest; failure?: unknown } {
  const { query, ...rest } = message;
  if (typeof query !== "string") return { request: message as IncomingRequest };
  try {
    return { request: { ...rest, query: decodeQuery(query) } };
  } catch (failure) {
    return { request: rest, failure };
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
  const onFailure = (error: unknown): void => {
    report(server, error, context);
  };
  return isStream(response.body)
    ? { ...response, body: observeStream(response.body, onFailure) }
    : response;
}

interface OpenedBody {
  readonly value?: unknown;
  /** The answer to a request whose body is not accepted, or that no function answers. */
  readonly refusal?: Response;
}

/** Reads a body within the limit of the server, unless the operation takes it as a stream. */
async function openBody(
  { service, options }: Server,
  request: IncomingRequest,
  operation: string,
): Promise<OpenedBody> {
  const { body } = request;
  const limit = options.maxBodyBytes ?? defaultMaxBodyBytes;
  const codings = (readHeader(request, "content-encoding") ?? "")
    .split(",")
    .map((coding) => coding.trim().toLowerCase())
    .filter((coding) => coding !== "" && coding !== "identity");
  const isCompressed = codings.length > 0 && !service.encoded.includes(operation);
  if (isCompressed && !(codings.at(-1) === "gzip" && service.compressed.includes(operation))) {
    const message = "The content encoding of the request is not supported.";
    return { refusal: service.writeError(415, "UnsupportedMediaTypeException", message) };
  }
  try {
    const hasBody = body !== undefined && body !== null && body !== "";
    if (service.streaming.includes(operation))
      return { value: isCompressed && hasBody ? gunzip(body) : body };
    if (Number(readHeader(request, "content-length")) > limit) throw new BodyTooLarge();
    return { value: await readBody(isCompressed && hasBody ? gunzip(body) : body, limit) };
  } catch (error) {
    if (error instanceof BodyTooLarge) {
      const message = `The body of the request has more than ${limit} bytes.`;
      return { refusal: service.writeError(413, "RequestEntityTooLargeException", message) };
    }
    if (error instanceof BodyCutOff)
      return { refusal: service.writeError(400, "SerializationException", error.message) };
    throw error;
  }
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

function withId(response: Response, requestId: string): Response {
  return { ...response, headers: { ...response.headers, "x-amzn-requestid": requestId } };
}
