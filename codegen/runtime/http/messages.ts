import { isPlainObject, isObject, typeName } from "../json/json.js";
import { at, root } from "../values/path.js";
import { mismatch, responseReader, strict, type ReadPlace } from "../values/reader.js";
import { clientRoot, unwritable } from "../json/write.js";
import type { Entries, IncomingRequest, IncomingResponse } from "../types.js";

export type Message = IncomingRequest | IncomingResponse;

/**
 * Returns the path of a request.
 * @throws SerializationException if the request is not an object or has no path
 */
export function pathOf(request: IncomingRequest | null | undefined): string {
  const path: unknown = request?.path;
  return typeof path === "string"
    ? path
    : mismatch(at(root(strict), "path"), "a string", typeName(path));
}

/**
 * Returns the status of a response.
 * @throws SerializationException if the response is not an object or has no valid status
 */
export function statusOf(response: IncomingResponse | null | undefined): number {
  const status: unknown = response?.statusCode;
  return typeof status === "number" && status >= 100 && status <= 999
    ? status
    : unwritable(at(clientRoot, "statusCode"), "a number from 100 to 999", typeName(status));
}

/** Returns the headers or the query of a message as an object. They can be an object, a Map or the like. */
export function entriesOf(message: Message, part: "headers" | "query"): Record<string, unknown> {
  const entries: unknown = (message as IncomingRequest)[part];
  return isPlainObject(entries) ? entries : collectEntries(entries, message, part);
}

function collectEntries(entries: unknown, message: Message, part: string): Record<string, unknown> {
  const found = Object.create(null) as Record<string, unknown[]>;
  if (entries === undefined || entries === null) return found;
  if (!isObject(entries))
    return mismatch(placeOf(message, part), "an object", typeName(entries), found);
  if (typeof entries["forEach"] !== "function") return Object.assign(found, entries);
  (entries as unknown as Entries<unknown>).forEach((value, name: unknown) => {
    if (typeof name === "string") (found[name] ??= []).push(value);
  });
  return found;
}

/** Returns the texts of a header or query parameter: a string or a list of strings, without nulls. */
export function textsOf(
  value: unknown,
  message: Message,
  part: "headers" | "query",
  name: string,
): string[] {
  const texts: string[] = [];
  for (const text of [value].flat<unknown, 2>(2)) {
    if (typeof text === "string") texts.push(text);
    else if (text !== null && text !== undefined) {
      mismatch(at(placeOf(message, part), name), "a string or a list of strings", typeName(text));
    }
  }
  return texts;
}

function placeOf(message: Message, part: string): ReadPlace {
  return at(root(responseReader((message as Partial<IncomingResponse>).statusCode)), part);
}
