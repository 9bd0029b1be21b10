import type { Json } from "../../codegen/support/models.js";
import type { Body, RequestMessage, ResponseMessage, Want } from "./feature.js";

/** What a request has besides its line; what is left out is empty. */
export interface RequestParts {
  readonly query?: RequestMessage["query"];
  readonly headers?: RequestMessage["headers"];
  readonly body?: Body;
  readonly hostPrefix?: string;
}

/** What a response has besides its status; what is left out is empty. */
export interface ResponseParts {
  readonly headers?: ResponseMessage["headers"];
  readonly body?: Body;
}

/** The header of a body of JSON. */
export const json: Readonly<Record<string, string>> = { "content-type": "application/json" };

/** A body of JSON with its header. */
export function jsonBody(body: Json | string): {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Json | string;
} {
  return { headers: json, body };
}

function requestOf(line: string, parts: RequestParts): RequestMessage {
  const [method = "", path = ""] = line.split(" ");
  const { query = {}, headers = {}, body, hostPrefix } = parts;
  return { method, path, query, headers, body, hostPrefix };
}

function responseOf(statusCode: number, { headers = {}, body }: ResponseParts): ResponseMessage {
  return { statusCode, headers, body };
}

/**
 * A client writes the value as the request, the router knows it for the operation's, and a server
 * reads the value from it.
 * @param line method and path
 */
export function request(
  operation: string,
  value: unknown,
  line: string,
  parts: RequestParts & { readonly read?: unknown; readonly options?: object } = {},
): Want {
  const { read = value, options = {} } = parts;
  return { kind: "request", operation, value, message: requestOf(line, parts), read, options };
}

/** A server reads the value from the request. */
export function readsRequest(
  operation: string,
  line: string,
  parts: RequestParts,
  value: unknown,
): Want {
  return { kind: "read request", operation, message: requestOf(line, parts), value };
}

/** A server refuses the request with an error that has these properties. */
export function refusesRequest(
  operation: string,
  line: string,
  parts: RequestParts,
  error: Json,
): Want {
  return { kind: "refused request", operation, message: requestOf(line, parts), error };
}

/** A client refuses to write the value, with an error that has these properties. */
export function refusesInput(operation: string, value: unknown, error: Json): Want {
  return { kind: "refused input", operation, value, error };
}

/** A server writes the value as the response, and a client reads the value from it. */
export function response(
  operation: string,
  value: unknown,
  statusCode: number,
  parts: ResponseParts & { readonly read?: unknown } = {},
): Want {
  const { read = value } = parts;
  return { kind: "response", operation, value, message: responseOf(statusCode, parts), read };
}

/** A client reads the value from the response. */
export function readsResponse(
  operation: string,
  statusCode: number,
  parts: ResponseParts,
  value: unknown,
): Want {
  return { kind: "read response", operation, message: responseOf(statusCode, parts), value };
}

/** A client throws the error of that name with these members, and a server writes it as the response. */
export function error(
  operation: string,
  name: string,
  members: Json,
  statusCode: number,
  parts: ResponseParts,
): Want {
  return { kind: "error", operation, name, members, message: responseOf(statusCode, parts) };
}

/** A client throws an error of that name with these members. */
export function readsError(
  operation: string,
  statusCode: number,
  parts: ResponseParts,
  name: string,
  members: Json = {},
): Want {
  return { kind: "read error", operation, message: responseOf(statusCode, parts), name, members };
}

/** The router finds the operation of that name, or none. */
export function routes(line: string, parts: RequestParts, operation: string | undefined): Want {
  return { kind: "route", message: requestOf(line, parts), operation };
}

/** A generated file holds these lines, whatever their indentation. */
export function text(file: string, lines: string): Want {
  return { kind: "text", file, text: lines };
}

/** No generated file holds this text. */
export function absent(given: string): Want {
  return { kind: "absent", text: given };
}

/** Anything else about what the generated code exports. */
export function check(
  title: string,
  run: (exports: Record<string, unknown>) => void | Promise<void>,
): Want {
  return { kind: "check", title, run };
}
