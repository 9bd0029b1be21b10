import {
  NotAcceptableException,
  SerializationException,
  UnsupportedMediaTypeException,
} from "./errors.js";
import type { HttpResponse, JsonObject } from "../types.js";

/** Writes an error by the rules of a protocol, from its status, its code and its members. */
export type ErrorWriter = (statusCode: number, code: string, members: JsonObject) => HttpResponse;

/**
 * Writes an error that is not in the model. Only errors of reading a request include their message.
 */
export function serializeUnmodelled(error: unknown, write: ErrorWriter): HttpResponse {
  if (
    error instanceof SerializationException &&
    error.$metadata.httpStatusCode === 400 &&
    error.$fault === "client"
  ) {
    return write(400, error.name, { message: error.message });
  }
  if (error instanceof UnsupportedMediaTypeException)
    return write(415, error.name, { message: error.message });
  if (error instanceof NotAcceptableException)
    return write(406, error.name, { message: error.message });
  return write(500, "InternalFailure", {});
}
