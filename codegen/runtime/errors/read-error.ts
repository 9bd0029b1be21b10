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

/** Reads the code and the body of an error (AWS restJson1, "Operation error serialization"). */
export function readFailure(response: IncomingResponse): Failure {
  return failureOf(response, (here) => readObject(JSON.parse(readText(response.body, here)), here));
}

/**
 * Reads the code and the members of an error.
 * @param readBody returns the members; if it throws, there are none
 */
export function failureOf(
  response: IncomingResponse,
  readBody: (here: ReadPlace) => Record<string, unknown>,
): Failure {
  const here = root({ ...responseReader(response.statusCode), note: () => undefined });
  const wire = readErrorBody(readBody, here);
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

function readErrorBody(
  readBody: (here: ReadPlace) => Record<string, unknown>,
  here: ReadPlace,
): Record<string, unknown> {
  try {
    return readBody(here);
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
