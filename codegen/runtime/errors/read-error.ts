import { readText } from "../json/body.js";
import { readHeader } from "../http/headers.js";
import { root } from "../values/path.js";
import { readObject } from "../json/read-json.js";
import { responseReader, type ReadPlace } from "../values/reader.js";
import type { IncomingResponse, ServiceExceptionOptions } from "../types.js";

/** An error response before its members are read. */
export interface Failure {
  /** The shape name of the error, without namespace; `undefined` if the response has none. */
  readonly code: string | undefined;
  readonly wire: Record<string, unknown>;
  readonly response: IncomingResponse;
  /** Invalid members are ignored, since an incomplete error is better than none. */
  readonly here: ReadPlace;
  readonly options: ServiceExceptionOptions;
}

/**
 * Reads the code and the body of an error (AWS restJson1, "Operation error serialization").
 * @param parse parses a body; by default, as JSON
 */
export function readFailure(response: IncomingResponse, parse: ParseBody = parseJson): Failure {
  const here = root({ ...responseReader(response.statusCode), note: () => undefined });
  const wire = readErrorBody(response, here, parse);
  return {
    code: [readHeader(response, "x-amzn-errortype"), wire["__type"], wire["code"]]
      .map(sanitize)
      .find(Boolean),
    wire,
    response,
    here,
    options: {
      message: [wire["message"], wire["Message"], wire["errorMessage"]].find(
        (text) => typeof text === "string",
      ),
      $metadata: { httpStatusCode: response.statusCode },
      $response: response,
    },
  };
}

type ParseBody = (body: unknown, here: ReadPlace) => unknown;

function parseJson(body: unknown, here: ReadPlace): unknown {
  return JSON.parse(readText(body, here));
}

function readErrorBody(
  { body }: IncomingResponse,
  here: ReadPlace,
  parse: ParseBody,
): Record<string, unknown> {
  try {
    return readObject(parse(body, here), here);
  } catch {
    // For example an HTML page of a gateway. The status and the headers are still useful.
    return {};
  }
}

/**
 * Removes a namespace before the name and a URI after it. A comma also ends the name: it joins
 * headers that some proxies repeat.
 */
function sanitize(code: unknown): string | undefined {
  return typeof code === "string"
    ? code
        .replace(/[:,].*/s, "")
        .replace(/^[^#]*#/, "")
        .trim()
    : undefined;
}
