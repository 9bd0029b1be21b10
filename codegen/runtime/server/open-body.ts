import { readHeader } from "../http/headers.js";
import type { HttpResponse, IncomingRequest } from "../types.js";
import { BodyCutOff, BodyTooLarge, gunzip, readBody } from "./read-body.js";
import type { ServerService } from "./server-types.js";

/** A body that is ready to be read, or the answer if it is refused. */
export interface OpenedBody {
  readonly value?: unknown;
  /** The answer to a request whose body is not accepted, or that no function answers. */
  readonly refusal?: HttpResponse<unknown>;
}

/**
 * Reads a body within a limit of bytes, unless the operation takes it as a stream.
 */
export function openBody(
  service: ServerService,
  limit: number,
  request: IncomingRequest,
  operation: string,
): OpenedBody | Promise<OpenedBody> {
  const { body } = request;
  const encoding = readHeader(request, "content-encoding");
  const codings = encoding === undefined ? [] : splitCodings(encoding);
  const isCompressed = codings.length > 0 && !service.encoded.includes(operation);
  if (isCompressed && !(codings.at(-1) === "gzip" && service.compressed.includes(operation))) {
    const message = "The content encoding of the request is not supported.";
    return { refusal: service.writeError(415, "UnsupportedMediaTypeException", message) };
  }
  const hasBody = body !== undefined && body !== null && body !== "";
  if (service.streaming.includes(operation))
    return { value: isCompressed && hasBody ? gunzip(body) : body };
  if (Number(readHeader(request, "content-length")) > limit) return tooLarge(service, limit);
  return hasBody ? readWhole(service, isCompressed ? gunzip(body) : body, limit) : { value: body };
}

function splitCodings(encoding: string): string[] {
  return encoding
    .split(",")
    .map((coding) => coding.trim().toLowerCase())
    .filter((coding) => coding !== "" && coding !== "identity");
}

async function readWhole(
  service: ServerService,
  body: unknown,
  limit: number,
): Promise<OpenedBody> {
  try {
    return { value: await readBody(body, limit) };
  } catch (error) {
    if (error instanceof BodyTooLarge) return tooLarge(service, limit);
    if (error instanceof BodyCutOff)
      return { refusal: service.writeError(400, "SerializationException", error.message) };
    throw error;
  }
}

function tooLarge(service: ServerService, limit: number): OpenedBody {
  const message = `The body of the request has more than ${limit} bytes.`;
  return { refusal: service.writeError(413, "RequestEntityTooLargeException", message) };
}
