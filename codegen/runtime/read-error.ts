import { readText } from "./body.js";
import { readHeader } from "./headers.js";
import { root } from "./path.js";
import { readObject } from "./read-json.js";
import { responseReader, type ReadPlace } from "./reader.js";
import type { ServiceExceptionOptions } from "./service-exception.js";
import type { IncomingResponse } from "./types.js";

/** A response with an error status, read as far as that can be done without knowing which error. */
export interface Failure {
  /** The error's shape name, without namespace; `undefined` where the response names none. */
  readonly code: string | undefined;
  readonly wire: Record<string, unknown>;
  readonly response: IncomingResponse;
  /** Members that do not fit are left out: an error half read says more than none. */
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
    // A gateway's page of HTML, or nothing: the status and the headers still say that it is an error.
    return {};
  }
}

/**
 * Cuts a URI off the end and a namespace off the beginning. No name holds a comma: it joins the
 * lines of a header that some proxies repeat.
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

/** What an error that the model does not know is made with. */
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
      message: failure.options.message ?? `The service answered with status ${statusCode}.`,
    },
  ];
}
