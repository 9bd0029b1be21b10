import { SerializationException } from "./errors.js";
import { isObject, typeName } from "./json.js";
import { pointerOf, type Key } from "./path.js";
import type { Entries, IncomingRequest, IncomingResponse } from "./types.js";

/** Throws a SerializationException for a malformed request or response. */
export function badMessage(
  message: IncomingRequest | IncomingResponse,
  path: readonly Key[],
  expected: string,
  value: unknown,
): never {
  const [statusCode, fault] =
    "statusCode" in message ? [message.statusCode, "server" as const] : [400, "client" as const];
  throw refusal(path, expected, value, statusCode, fault);
}

function refusal(
  path: readonly Key[],
  expected: string,
  value: unknown,
  httpStatusCode: number | undefined,
  fault: "client" | "server",
): SerializationException {
  return new SerializationException(
    { path: pointerOf(path), expected, received: typeName(value) },
    httpStatusCode === undefined ? {} : { httpStatusCode },
    fault,
  );
}

/**
 * Returns the path of a request.
 * @throws SerializationException if the request is not an object or has no path
 */
export function pathOf(request: IncomingRequest | null | undefined): string {
  const path: unknown = request?.path;
  return typeof path === "string" ? path : badRequest(request);
}

function badRequest(request: unknown): never {
  throw isObject(request)
    ? refusal(["path"], "a string", request["path"], 400, "client")
    : refusal([], "a request: an object with a path", request, 400, "client");
}

/**
 * Returns whether the status of a response is an error: 300 or above.
 * @throws SerializationException if the response is not an object or has no valid status
 */
export function isFailure(response: IncomingResponse | null | undefined): boolean {
  const status: unknown = response?.statusCode;
  return typeof status === "number" && status >= 100 && status <= 999
    ? status >= 300
    : badResponse(response);
}

function badResponse(response: unknown): never {
  const expected = "a status code: a number from 100 to 999";
  throw isObject(response)
    ? refusal(["statusCode"], expected, response["statusCode"], undefined, "server")
    : refusal([], "a response: an object with a statusCode", response, undefined, "server");
}

/**
 * Calls a function for each entry of the headers or query, which may be an object or an iterable
 * such as a Map. Inherited properties of objects are ignored.
 */
export function eachEntry(
  message: IncomingRequest | IncomingResponse,
  part: "headers" | "query",
  take: (name: string, value: unknown) => void,
): void {
  const entries = (message as IncomingRequest)[part] as unknown;
  if (entries === undefined || entries === null) return;
  if (!isObject(entries)) return badMessage(message, [part], "an object or a Map", entries);
  if (typeof entries["forEach"] !== "function") {
    for (const name of Object.keys(entries)) take(name, entries[name]);
    return;
  }
  (entries as unknown as Entries<unknown>).forEach((value, name: unknown) => {
    if (typeof name !== "string") badMessage(message, [part], "names that are strings", name);
    take(name, value);
  });
}
