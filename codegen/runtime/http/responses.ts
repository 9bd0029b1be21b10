import { writeJson } from "../json/body.js";
import { own } from "../json/json.js";
import { statusOf } from "./messages.js";
import { root } from "../values/path.js";
import { readFailure, type Failure } from "../errors/read-error.js";
import { responseReader, type ReadPlace } from "../values/reader.js";
import type {
  HttpResponse,
  IncomingResponse,
  JsonObject,
  ServiceExceptionOptions,
} from "../types.js";

/** The functions that read the errors of an operation, by the codes of the errors on the wire. */
export type ErrorReaders = Readonly<Record<string, (failure: Failure) => Error>>;

/** The class of a service's errors that the model does not define. */
export type ErrorClass = new (
  name: string,
  fault: "client" | "server",
  statusCode: number,
  options: ServiceExceptionOptions,
) => Error;

/**
 * Returns the place of the root of a response's output.
 * @param readError reads the code and the members of an error; by default, from JSON
 * @throws the error of a response whose status is 300 or above
 */
export function openResponse(
  response: IncomingResponse,
  readers: ErrorReaders,
  Unmodelled: ErrorClass,
  readError: (response: IncomingResponse) => Failure = readFailure,
): ReadPlace {
  const statusCode = statusOf(response);
  if (statusCode < 300) return root(responseReader(statusCode));
  const failure = readError(response);
  const { code = "", options } = failure;
  const read = own(readers, code) as ErrorReaders[string] | undefined;
  throw read === undefined
    ? new Unmodelled(code || "UnknownError", statusCode >= 500 ? "server" : "client", statusCode, {
        ...options,
        message: options.message ?? `The service responded with status ${statusCode}.`,
      })
    : read(failure);
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
