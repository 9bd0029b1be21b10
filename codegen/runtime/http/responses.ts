import { writeJson } from "../json/body.js";
import { isFailure } from "./messages.js";
import { root } from "../values/path.js";
import { readFailure, unmodelled, type Failure } from "../errors/read-error.js";
import { responseReader, type ReadPlace } from "../values/reader.js";
import type { HttpResponse, IncomingResponse, JsonObject } from "../types.js";

/** The functions that read the errors of an operation, by the codes of the errors on the wire. */
export type ErrorReaders = Readonly<Record<string, (failure: Failure) => Error>>;

/** The class of a service's errors that the model does not define. */
type ErrorClass = new (...options: ReturnType<typeof unmodelled>) => Error;

/**
 * Returns the place of the root of a response's output.
 * @throws the error of a response whose status is 300 or above
 */
export function openResponse(
  response: IncomingResponse,
  readers: ErrorReaders,
  Unmodelled: ErrorClass,
): ReadPlace {
  if (isFailure(response)) throw readError(response, readers, Unmodelled);
  return root(responseReader(response.statusCode));
}

function readError(
  response: IncomingResponse,
  readers: ErrorReaders,
  Unmodelled: ErrorClass,
): Error {
  const failure = readFailure(response);
  const { code = "" } = failure;
  const read = Object.hasOwn(readers, code) ? readers[code] : undefined;
  return read === undefined ? new Unmodelled(...unmodelled(failure)) : read(failure);
}

/** Writes a response with a JSON body. */
export function jsonResponse(statusCode: number, json: JsonObject): HttpResponse {
  return { statusCode, headers: { "content-type": "application/json" }, body: writeJson(json) };
}

/** Writes an error, by the name of its shape, as a response with a JSON body. */
export function errorResponse(statusCode: number, name: string, json: JsonObject): HttpResponse {
  return {
    statusCode,
    headers: { "content-type": "application/json", "x-amzn-errortype": name },
    body: writeJson(json),
  };
}
