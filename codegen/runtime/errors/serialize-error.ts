import {
  NotAcceptableException,
  SerializationException,
  UnsupportedMediaTypeException,
} from "./errors.js";
import type { HttpResponse } from "../types.js";

/**
 * Writes an error that is not in the model. Only errors of reading a request include their message.
 */
export function serializeUnmodelled(error: unknown): HttpResponse {
  if (
    error instanceof SerializationException &&
    error.$metadata.httpStatusCode === 400 &&
    error.$fault === "client"
  ) {
    return respond(400, error.name, { message: error.message });
  }
  if (error instanceof UnsupportedMediaTypeException)
    return respond(415, error.name, { message: error.message });
  if (error instanceof NotAcceptableException)
    return respond(406, error.name, { message: error.message });
  return respond(500, "InternalFailure", {});
}

function respond(statusCode: number, code: string, body: object): HttpResponse {
  return {
    statusCode,
    headers: { "content-type": "application/json", "x-amzn-errortype": code },
    body: JSON.stringify(body),
  };
}
