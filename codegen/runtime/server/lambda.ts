import { readBody } from "./read-body.js";
import type { HttpResponse, IncomingRequest } from "../types.js";
import type { Handler, ServerRequest } from "./server-types.js";

/*
 * The events and results of AWS Lambda: of REST APIs and HTTP APIs of Amazon API Gateway (payload
 * format versions 1.0 and 2.0), of function URLs, and of Application Load Balancers.
 */

/** The parts of a Lambda event that the handler reads. */
export interface LambdaEvent {
  readonly version?: string | undefined;
  readonly httpMethod?: string | undefined;
  readonly path?: string | undefined;
  readonly rawPath?: string | undefined;
  readonly rawQueryString?: string | undefined;
  readonly headers?: Readonly<Record<string, string | undefined>> | null | undefined;
  readonly multiValueHeaders?:
    Readonly<Record<string, readonly string[] | undefined>> | null | undefined;
  readonly queryStringParameters?: Readonly<Record<string, string | undefined>> | null | undefined;
  readonly multiValueQueryStringParameters?:
    Readonly<Record<string, readonly string[] | undefined>> | null | undefined;
  readonly cookies?: readonly string[] | undefined;
  readonly body?: string | null | undefined;
  readonly isBase64Encoded?: boolean | undefined;
  readonly requestContext?:
    | {
        readonly elb?: unknown;
        readonly stage?: string | undefined;
        readonly http?: { readonly method?: string | undefined } | undefined;
      }
    | undefined;
}

/** The result of a function. Which properties it has depends on the event. */
export interface LambdaResult {
  statusCode: number;
  statusDescription?: string;
  headers?: Record<string, string>;
  multiValueHeaders?: Record<string, string[]>;
  cookies?: string[];
  body: string;
  isBase64Encoded: boolean;
}

/** Options of a Lambda handler. */
export interface LambdaHandlerOptions<User, LambdaContext> {
  /** Returns your own context for an event and Lambda's context. */
  readonly context?:
    ((event: LambdaEvent, lambda: LambdaContext) => User | Promise<User>) | undefined;
}

/**
 * Returns the handler of a Lambda function: `export const handler = toLambdaHandler(createHandler({ ... }))`.
 * It throws a TypeError for events that are not HTTP requests.
 */
export function toLambdaHandler<User, LambdaContext = unknown>(
  handler: Handler<User>,
  options: LambdaHandlerOptions<User, LambdaContext> = {},
): (event: LambdaEvent, lambda: LambdaContext) => Promise<LambdaResult> {
  return async (event, lambda) => {
    const form = formOf(event);
    const context = await options.context?.(event, lambda);
    const response = await handler.handle(toMessage(event, form), { context });
    return toResult(response, event, form);
  };
}

type Form = "1.0" | "2.0" | "alb";

function formOf(event: LambdaEvent): Form {
  const given: LambdaEvent = Object(event) as LambdaEvent;
  if (given.version === "2.0" && typeof given.rawPath === "string") return "2.0";
  if (typeof given.httpMethod === "string" && typeof given.path === "string")
    return given.requestContext?.elb === undefined ? "1.0" : "alb";
  throw new TypeError(
    "The event is no HTTP request of API Gateway (payload format 1.0 or 2.0), a function URL or an Application Load Balancer.",
  );
}

function toMessage(event: LambdaEvent, form: Form): ServerRequest {
  const { body, isBase64Encoded, requestContext } = event;
  const isNewer = form === "2.0";
  const path = (isNewer ? event.rawPath : event.path) ?? "/";
  return {
    method: (isNewer ? requestContext?.http?.method : event.httpMethod) ?? "GET",
    path: encodePath(withoutStage(path, event)),
    query: isNewer ? (event.rawQueryString ?? "") : queryOf(event, form),
    headers: headersOf(event),
    body: body == null || body === "" ? undefined : isBase64Encoded === true ? toBytes(body) : body,
  };
}

/**
 * Removes the name of the stage, which is not part of the model's path. Paths of HTTP APIs begin with it, unless the
 * stage is the default. Events of REST APIs, whose paths have no stage, have no version.
 */
function withoutStage(path: string, { version, requestContext }: LambdaEvent): string {
  const stage = requestContext?.stage;
  if (version === undefined || stage === undefined) return path;
  const prefix = `/${stage}`;
  if (path === prefix) return "/";
  return path.startsWith(`${prefix}/`) ? path.slice(prefix.length) : path;
}

/** Encodes what cannot stand in a path: some events have paths encoded, and others decoded. */
function encodePath(path: string): string {
  return path.replace(/%(?![0-9A-Fa-f]{2})|[^A-Za-z0-9\-._~!$&'()*+,;=:@%/]+/gu, (text) =>
    encodeURIComponent(text),
  );
}

function queryOf(event: LambdaEvent, form: Form): ServerRequest["query"] {
  const { multiValueQueryStringParameters, queryStringParameters } = event;
  const given = multiValueQueryStringParameters ?? queryStringParameters ?? {};
  if (form === "1.0")
    return Object.fromEntries(
      Object.entries(given).flatMap(([name, values]) =>
        values === undefined ? [] : [[name, [values].flat() as string[]]],
      ),
    );
  // Load balancers do not decode queries.
  const pairs = Object.entries(given).flatMap(([name, values]) =>
    [values].flat().map((value) => (value === "" ? name : `${name}=${String(value)}`)),
  );
  return pairs.join("&");
}

function headersOf({
  headers,
  multiValueHeaders,
  cookies,
}: LambdaEvent): IncomingRequest["headers"] {
  const given = multiValueHeaders ?? headers ?? {};
  return cookies === undefined || cookies.length === 0
    ? given
    : { ...given, cookie: cookies.join("; ") };
}

function toBytes(base64: string): Uint8Array {
  try {
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  } catch {
    throw new TypeError("The body of the event is not text in base64.");
  }
}

async function toResult(
  response: HttpResponse<unknown>,
  event: LambdaEvent,
  form: Form,
): Promise<LambdaResult> {
  const body = (await readBody(response.body, Infinity)) ?? "";
  const { statusCode } = response;
  const { "set-cookie": cookie, ...others } = response.headers;
  const isText = typeof body === "string";
  const result: LambdaResult = {
    statusCode,
    body: isText ? body : toBase64(body as Uint8Array),
    isBase64Encoded: !isText,
  };
  if (form === "2.0") {
    return {
      ...result,
      headers: others,
      ...(cookie === undefined ? {} : { cookies: [cookie] }),
    };
  }
  if (form === "alb") result.statusDescription = String(statusCode);
  if (event.multiValueHeaders == null) return { ...result, headers: response.headers };
  const lists: Record<string, string[]> = {};
  for (const [name, value] of Object.entries(response.headers)) lists[name] = [value];
  return { ...result, multiValueHeaders: lists };
}

function toBase64(bytes: Uint8Array): string {
  let text = "";
  // Too many arguments of one call would overflow the stack.
  for (let index = 0; index < bytes.length; index += 8192)
    text += String.fromCharCode(...bytes.subarray(index, index + 8192));
  return btoa(text);
}
