import { SerializationException } from "./errors.js";
import { isObject, typeName } from "./json.js";
import { pointerOf, type Key } from "./path.js";
import type { Entries, IncomingRequest, IncomingResponse } from "./types.js";

/** Throws for a message that does not have the form of a request or response. */
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
 * The path of a request.
 * @throws SerializationException where it has none, or is not an object
 */
export function pathOf(request: unknown): string {
  const path: unknown = isObject(request) ? request["path"] : undefined;
  if (typeof path === "string") return path;
  throw isObject(request)
    ? refusal(["path"], "a string", path, 400, "client")
    : refusal([], "a request: an object with a path", request, 400, "client");
}

/**
 * Whether the status of a response is that of an error: 300 or above.
 * @throws SerializationException where it has no status, or is not an object
 */
export function isFailure(response: IncomingResponse): boolean {
  const given: unknown = response;
  const status: unknown = isObject(given) ? given["statusCode"] : undefined;
  if (typeof status === "number" && status >= 100 && status <= 999) return status >= 300;
  throw isObject(given)
    ? refusal(["statusCode"], "a status code: a number from 100 to 999", status, undefined, "server")
    : refusal([], "a response: an object with a statusCode", given, undefined, "server");
}

/**
 * Calls back for each entry of a message's headers or query, in any form that they may have. Only own
 * properties of objects are entries.
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
