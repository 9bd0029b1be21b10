import type { HttpRequest as SmithyRequest } from "@smithy/types";
import { readHeader } from "../http/headers.js";
import { encodeText } from "../http/labels.js";
import { setEntry } from "../json/json.js";
import { clientRoot, unwritable } from "../json/write.js";
import { at } from "../values/path.js";
import type { HttpRequest, IncomingResponse } from "../types.js";
import type { Endpoint } from "./service-types.js";

/**
 * Adds the endpoint to a serialized request: the host with the operation's prefix, the path of the
 * endpoint before that of the request, and the headers of the endpoint.
 * @param path that of the request, unless it is edited
 * @throws SerializationException if a header or the host prefix cannot be sent. Its message does
 * not contain their values
 */
export function addressRequest(
  request: HttpRequest<unknown>,
  endpoint: Endpoint,
  usesHostPrefix: boolean,
  path: string = request.path,
): SmithyRequest {
  const { protocol, hostname, port, pathname } = new URL(endpoint.url);
  const query: Record<string, string | string[]> = {};
  for (const name of Object.keys(request.query)) setEntry(query, name, request.query[name] ?? "");
  const headers: Record<string, string> = { ...request.headers };
  for (const [name, values] of Object.entries(endpoint.headers ?? {}))
    headers[name.toLowerCase()] = values.join(", ");
  expectValidHeaders(headers);
  return {
    method: request.method,
    protocol,
    hostname: request.hostname ?? `${usesHostPrefix ? (request.hostPrefix ?? "") : ""}${hostname}`,
    ...(port === "" ? {} : { port: Number(port) }),
    path: `${pathname.replace(/\/+$/, "")}${path}` || "/",
    query,
    headers,
    body: request.body,
  };
}

/** Checks what transports would reject with a message that contains the value (RFC 9110, section 5.5). */
function expectValidHeaders(headers: Record<string, string>): void {
  for (const name of Object.keys(headers)) {
    if (!/[^\t\x20-\x7e\x80-\xff]/.test(headers[name] ?? "")) continue;
    unwritable(at(at(clientRoot, "headers"), name), "text of one line in Latin-1", "another text");
  }
}

/** Returns the URL of a request. The query is encoded as signatures require it. */
export function urlOf(request: SmithyRequest): string {
  const here = at(clientRoot, "query");
  const pairs = Object.entries(request.query ?? {}).flatMap(([name, values]) =>
    [values]
      .flat()
      .map((value) => `${encodeText(name, here, name)}=${encodeText(value ?? "", here, name)}`),
  );
  const search = pairs.length === 0 ? "" : `?${pairs.join("&")}`;
  return `${originOf(request)}${request.path}${search}`;
}

/** Returns the protocol, host and port of a request. */
export function originOf({ protocol, hostname, port }: SmithyRequest): string {
  return `${protocol}//${hostname}${port === undefined ? "" : `:${port}`}`;
}

/** The headers in which AWS services send the id of a request. */
const requestIdHeaders = ["x-amzn-requestid", "x-amzn-request-id", "x-amz-request-id"];

/** Returns the id that the service gave to a request. */
export function requestIdOf(response: IncomingResponse): string | undefined {
  return requestIdHeaders.map((name) => readHeader(response, name)).find(Boolean);
}
