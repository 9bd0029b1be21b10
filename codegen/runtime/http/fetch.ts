import { SerializationException } from "../errors/errors.js";
import { isObject, setEntry, typeName } from "../json/json.js";
import { toFetchBody } from "./fetch-body.js";
import { entriesOf } from "./messages.js";
import { at } from "../values/path.js";
import { decodeQuery, splitUrl, toUrl, type UrlObject } from "./url.js";
import {
  clientRoot,
  expectObject,
  serverRoot,
  unwritable,
  type WritePlace,
} from "../json/write.js";
import type {
  Entries,
  HttpRequest,
  HttpResponse,
  IncomingRequest,
  IncomingResponse,
} from "../types.js";

/*
 * The types of the platform are used if they are declared; without the library DOM, the
 * declarations still compile.
 */

/** A `Request`, or the part of it that is used if the platform's types have none. */
export type FetchRequest = typeof globalThis extends { Request: { prototype: infer Type } }
  ? Type
  : FetchMessage & { readonly method: string; readonly url: string };

/** A `Response`, or the part of it that is used if the platform's types have none. */
export type FetchResponse = typeof globalThis extends { Response: { prototype: infer Type } }
  ? Type
  : FetchMessage & { readonly status: number };

/** Options of a `Request`, such as `signal` and `redirect`. */
export type FetchOptions = typeof globalThis extends {
  Request: new (input: string, init?: infer Options) => unknown;
}
  ? Options
  : Readonly<Record<string, unknown>>;

/** The common part of `Request` and `Response`. */
export interface FetchMessage {
  readonly headers: Entries<string>;
  readonly body?: unknown;
  readonly bodyUsed: boolean;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** Options of `fromFetchRequest` and `fromFetchResponse`. */
export interface FromFetchOptions {
  /**
   * Whether to keep the body as a stream, for operations with a streaming input or output. Default:
   * false.
   */
  readonly stream?: boolean | undefined;
}

/**
 * Converts a serialized request to a `Request` for `fetch`.
 * @param base the URL of the endpoint; see {@link toUrl}
 * @param options further options of the `Request`, such as `signal`
 * @throws SerializationException if `fetch` cannot send the request
 */
export function toFetchRequest(
  request: HttpRequest<unknown>,
  base: string | UrlObject,
  options?: FetchOptions,
): FetchRequest {
  const url = toUrl(request, base);
  if (url.username !== "" || url.password !== "") {
    unwritable(clientRoot, "a base URL without user name and password", "one with them");
  }
  const headers = toHeaders(request, clientRoot);
  const body = toFetchBody(request.body, headers.has("content-type"), clientRoot);
  const { method } = request;
  if (body !== undefined && (method === "GET" || method === "HEAD")) {
    unwritable(at(clientRoot, "body"), `no body, which fetch rejects with ${method}`, "a body");
  }
  const init = { ...(options as object), method, headers, body, duplex: "half" };
  return create("a request that fetch can send", () => new Request(url.href, init as RequestInit));
}

/**
 * Converts a serialized response to a `Response`. The body is omitted for the statuses 204, 205 and
 * 304.
 * @throws SerializationException if the status or the headers are not valid for a `Response`
 */
export function toFetchResponse(response: HttpResponse<unknown>): FetchResponse {
  expectObject(response, serverRoot);
  const { statusCode } = response;
  const headers = toHeaders(response, serverRoot);
  const hasNoBody = statusCode === 204 || statusCode === 205 || statusCode === 304;
  const body = hasNoBody
    ? null
    : (toFetchBody(response.body, headers.has("content-type"), serverRoot) ?? null);
  return create(
    "a response with a status from 200 to 599",
    () => new Response(body as Body, { status: statusCode, headers }),
  );
}

/**
 * Converts a `Request` for `deserializeRequest`. Reads the body unless `options.stream` is set.
 * @throws SerializationException (400) if the query is not percent-encoded or the body cannot be
 * read
 */
export async function fromFetchRequest(
  request: FetchRequest,
  options?: FromFetchOptions,
): Promise<IncomingRequest & { readonly method: string }> {
  const message = await readFetchRequest(request, options);
  return { ...message, query: decodeQuery(message.query) };
}

/** Converts a `Request`, and leaves its query encoded. */
export async function readFetchRequest(
  request: FetchRequest,
  options?: FromFetchOptions,
): Promise<Omit<IncomingRequest, "query"> & { readonly method: string; readonly query: string }> {
  const { method, url } = expectMessage(request, "a Request") as FetchMessage & {
    readonly method: string;
    readonly url: string;
  };
  const { path, query } = splitUrl(url);
  const isStream = options?.stream === true;
  const body = await fromBody(request, isStream, 400, "client");
  return { method, path, query, headers: fromHeaders(request), body };
}

/**
 * Converts a `Response` for `deserializeResponse`. Reads the body unless `options.stream` is set
 * and the status is below 300.
 * @throws SerializationException if the body cannot be read; `cause` is the reason
 */
export async function fromFetchResponse(
  response: FetchResponse,
  options?: FromFetchOptions,
): Promise<IncomingResponse> {
  const { status } = expectMessage(response, "a Response") as FetchMessage & {
    readonly status: number;
  };
  const isStream = options?.stream === true && status < 300;
  const body = await fromBody(response, isStream, status, "server");
  return { statusCode: status, headers: fromHeaders(response), body };
}

type Body = ConstructorParameters<typeof Response>[0];

function expectMessage(message: unknown, expected: string): unknown {
  const isMessage = isObject(message) && typeof message["arrayBuffer"] === "function";
  return isMessage ? message : unwritable(clientRoot, expected, typeName(message));
}

function create<Message>(expected: string, make: () => Message): Message {
  try {
    return make();
  } catch (cause) {
    const received = cause instanceof Error ? cause.message : "another one";
    throw new SerializationException({ path: "", expected, received }, {}, "client", { cause });
  }
}

/** Converts headers. Those of fetch are limited to Latin-1. */
function toHeaders(message: IncomingRequest | IncomingResponse, root: WritePlace): Headers {
  const here = at(root, "headers");
  const result = new Headers();
  for (const [name, values] of Object.entries(entriesOf(message, "headers"))) {
    for (const value of [values].flat(2)) {
      if (value === undefined || value === null) continue;
      if (typeof value !== "string") unwritable(at(here, name), "a string", typeName(value));
      try {
        result.append(name, value);
      } catch {
        const expected = "a valid header name, and a value of one line in Latin-1";
        unwritable(at(here, name), expected, "another one");
      }
    }
  }
  return result;
}

/** Converts headers. Several `set-cookie` headers become a list, since they cannot be joined. */
function fromHeaders({ headers }: FetchMessage): Record<string, string | string[]> {
  const result: Record<string, string | string[]> = {};
  headers.forEach((value, name) => {
    const earlier = Object.hasOwn(result, name) ? result[name] : undefined;
    setEntry(result, name, earlier === undefined ? value : [earlier, value].flat());
  });
  return result;
}

async function fromBody(
  message: FetchMessage,
  isStream: boolean,
  httpStatusCode: number,
  fault: "client" | "server",
): Promise<unknown> {
  if (message.body === null) return undefined;
  const isUsed = message.bodyUsed;
  if (isStream && !isUsed) return message.body ?? undefined;
  try {
    const bytes = new Uint8Array(await message.arrayBuffer());
    return bytes.length === 0 ? undefined : bytes;
  } catch (cause) {
    const expected = "a body that can be read to its end";
    const received = isUsed ? "one that was read before" : "one that was cut off or aborted";
    const mismatch = { path: "/body", expected, received };
    throw new SerializationException(mismatch, { httpStatusCode }, fault, { cause });
  }
}
