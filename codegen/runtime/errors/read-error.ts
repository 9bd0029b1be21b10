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
  const reader = responseReader(response.statusCode);
  const wire = readErrorBody(response, root(reader));
  const code =
    sanitize(readHeader(response, "x-amzn-errortype")) ??
    sanitize(wire["__type"]) ??
    sanitize(wire["code"]);
  return {
    code,
    wire,
    response,
    here: root({ ...reader, note: () => undefined }),
    options: {
      message: readMessage(wire),
      $metadata: { httpStatusCode: response.statusCode },
      $response: response,
    },
  };
}

function readErrorBody({ body }: IncomingResponse, here: ReadPlace): Record<string, unknown> {
  try {
    return readObject(JSON.parse(readText(body, here)), here);
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
  if (typeof code !== "string") return undefined;
  const name = code.split(/[:,]/, 1)[0] ?? "";
  const clean = name.slice(name.indexOf("#") + 1).trim();
  return clean === "" ? undefined : clean;
}

function readMessage(wire: Record<string, unknown>): string | undefined {
  return [wire["message"], wire["Message"], wire["errorMessage"]].find(
    (text) => typeof text === "string",
  );
}

/** Returns the constructor arguments of an error that the model does not define. */
export function unmodelled(
  failure: Failure,
): [
  name: string,
  fault: "client" | "server",
  statusCode: number,
  options: ServiceExceptionOptions,
] {
  const { statusCode } = failure.response;
  return [
    failure.code ?? "UnknownError",
    statusCode >= 500 ? "server" : "client",
    statusCode,
    {
      ...failure.options,
      message: failure.options.message ?? `The service responded with status ${statusCode}.`,
    },
  ];
}
