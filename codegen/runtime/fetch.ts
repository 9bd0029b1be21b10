import { SerializationException } from "./errors.js";
import { isObject, setEntry, typeName } from "./json.js";
import { entriesOf } from "./messages.js";
import { at } from "./path.js";
import { fromUrl, toUrl, type UrlObject } from "./url.js";
import { clientRoot, expectObject, serverRoot, unwritable, type WritePlace } from "./write.js";
import type {
  Entries,
  HttpRequest,
  HttpResponse,
  IncomingRequest,
  IncomingResponse,
} from "./types.js";

/*
 * The platform's own types are used where there are any: declarations compile without the library DOM.
 */

/** A `Request` of the platform, or the part of one that is read. */
export type FetchRequest = typeof globalThis extends { Request: { prototype: infer Type } }
  ? Type
  : FetchMessage & { readonly method: string; readonly url: string };

/** A `Response` of the platform, or the part of one that is read. */
export type FetchResponse = typeof globalThis extends { Response: { prototype: infer Type } }
  ? Type
  : FetchMessage & { readonly status: number };

/** Options of a `Request`, such as `signal` and `redirect`. */
export type FetchOptions = typeof globalThis extends {
  Request: new (input: string, init?: infer Options) => unknown;
}
  ? Options
  : Readonly<Record<string, unknown>>;

/** What requests and responses have in common. */
export interface FetchMessage {
  readonly headers: Entries<string>;
  readonly body?: unknown;
  readonly bodyUsed: boolean;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** How a body is read. */
export interface FromFetchOptions {
  /** Whether the body is left as a stream, for operations whose input or output is one. */
  readonly stream?: boolean | undefined;
}

/**
 * The `Request` that sends a serialized request by `fetch`.
 * @param base see {@link toUrl}
 * @param options further options of the request: a signal, for instance
 * @throws SerializationException where `fetch` cannot send the request
 */
export function toFetchRequest(
  request: HttpRequest<unknown>,
  base: string | UrlObject,
  options?: FetchOptions,
): FetchRequest {
  const url = toUrl(request, base);
  if (url.username !== "" || url.password !== "") {
    unwritable(clientRoot, "a base without user name and password", "one with them");
  }
  const headers = toHeaders(request, clientRoot);
  const body = toBody(request.body, headers, clientRoot);
  const { method } = request;
  if (body !== undefined && (method === "GET" || method === "HEAD")) {
    unwritable(at(clientRoot, "body"), `no body, which fetch does not send with ${method}`, "one");
  }
  const init = { ...(options as object), method, headers, body, duplex: "half" };
  return create("a request that fetch can send", () => new Request(url.href, init as RequestInit));
}

/**
 * The `Response` for a serialized response. Statuses that have no body (204, 205 and 304) get none.
 * @throws SerializationException where there is no such `Response`
 */
export function toFetchResponse(response: HttpResponse<unknown>): FetchResponse {
  expectObject(response, serverRoot);
  const { statusCode } = response;
  const headers = toHeaders(response, serverRoot);
  const hasNoBody = statusCode === 204 || statusCode === 205 || statusCode === 304;
  const body = hasNoBody ? null : (toBody(response.body, headers, serverRoot) ?? null);
  return create(
    "a response with a status from 200 to 599",
    () => new Response(body as Body, { status: statusCode, headers }),
  );
}

/**
 * Reads a `Request`, as a server receives it. The body is collected, or left as a stream.
 * @throws SerializationException (400) where the query is not percent-encoded or the body cannot be read
 */
export async function fromFetchRequest(
  request: FetchRequest,
  options?: FromFetchOptions,
): Promise<IncomingRequest & { readonly method: string }> {
  const { method, url } = expectMessage(request, "a Request") as FetchMessage & {
    readonly method: string;
    readonly url: string;
  };
  const { path, query } = fromUrl(url);
  const isStream = options?.stream === true;
  const body = await fromBody(request, isStream, 400, "client");
  return { method, path, query, headers: fromHeaders(request), body };
}

/**
 * Reads a `Response`, as a client receives it. The body is collected, or left as a stream where the
 * response is not an error.
 * @throws SerializationException where the body cannot be read; `cause` says why
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

/** Headers of fetch hold one byte a character. */
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
        const expected = "a header name, and text of one line in Latin-1";
        unwritable(at(here, name), expected, "another one");
      }
    }
  }
  return result;
}

/** Text without a content type is sent as bytes, since fetch would add a type to it. */
function toBody(body: unknown, headers: Headers, root: WritePlace): unknown {
  if (body === undefined || body === null || body === "") return undefined;
  if (typeof body === "string") {
    return headers.has("content-type") ? body : new TextEncoder().encode(body);
  }
  if (body instanceof Uint8Array) return body.length === 0 ? undefined : body;
  if (typeof Blob === "function" && body instanceof Blob) return body;
  if (typeof ReadableStream === "function" && body instanceof ReadableStream) return body;
  return isIterable(body)
    ? toStream(body)
    : unwritable(at(root, "body"), "text, bytes or a stream of bytes", typeName(body));
}

function isIterable(body: unknown): body is AsyncIterable<Uint8Array> {
  return typeof body === "object" && body !== null && Symbol.asyncIterator in body;
}

function toStream(chunks: AsyncIterable<Uint8Array>): ReadableStream {
  const iterator = chunks[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const next = await iterator.next();
      if (next.done === true) controller.close();
      else controller.enqueue(next.value);
    },
    async cancel(reason) {
      await iterator.return?.(reason);
    },
  });
}

/** Lines of one name are a list: those of `set-cookie`, which cannot be joined. */
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
