import type { ErrorMetadata } from "../types.js";

/** A mismatch between a value and the model. The message is built from these fields. */
export interface Mismatch {
  /** A JSON pointer (RFC 6901) to the value. */
  readonly path: string;
  readonly expected: string;
  /** The kind of value. Never the value itself, which may be sensitive. */
  readonly received: string;
}

/**
 * A message that does not conform to the model, or a value that cannot be serialized. If a server
 * reads a request, the status of the response is 400. If a client reads a response, `$fault` is
 * `server` and `$metadata` has the status of the response.
 */
export class SerializationException extends Error implements Mismatch {
  override readonly name = "SerializationException";
  declare readonly $fault: "client" | "server";
  declare readonly $metadata: ErrorMetadata;
  declare readonly path: string;
  declare readonly expected: string;
  declare readonly received: string;

  constructor(
    mismatch: Mismatch,
    $metadata: ErrorMetadata,
    $fault: "client" | "server" = "client",
    options: { readonly message?: string; readonly cause?: unknown } = {},
  ) {
    super(options.message ?? describeMismatch(mismatch), options);
    this.$fault = $fault;
    this.$metadata = $metadata;
    this.path = mismatch.path;
    this.expected = mismatch.expected;
    this.received = mismatch.received;
  }
}

/** Returns the message for a mismatch. */
export function describeMismatch(mismatch: Mismatch): string {
  const { path, expected, received } = mismatch;
  return `Expected ${expected} at ${path || "the root"}, received ${received}.`;
}

/** The media type of a request is not supported by the operation. Status 415. */
export class UnsupportedMediaTypeException extends Error {
  override readonly name = "UnsupportedMediaTypeException";
  readonly $fault = "client";
  readonly $metadata: ErrorMetadata = { httpStatusCode: 415 };
  readonly expected: string;
  readonly received: string;

  constructor(expected: string, received: string) {
    super(`Expected content type ${expected}, received ${received}.`);
    this.expected = expected;
    this.received = received;
  }
}

/** The client does not accept the media type of the operation's response. Status 406. */
export class NotAcceptableException extends Error {
  override readonly name = "NotAcceptableException";
  readonly $fault = "client";
  readonly $metadata: ErrorMetadata = { httpStatusCode: 406 };
  readonly expected: string;
  readonly received: string;

  constructor(expected: string, received: string) {
    super(`The accept header does not allow the response type ${expected}: ${received}.`);
    this.expected = expected;
    this.received = received;
  }
}
