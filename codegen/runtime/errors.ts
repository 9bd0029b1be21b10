/** What an error knows of the HTTP response it came with, or will be sent as. */
export interface ErrorMetadata {
  httpStatusCode?: number;
}

/** What was wrong, as data; the message is made of it. */
export interface Mismatch {
  /** A JSON pointer (RFC 6901) to the value. */
  readonly path: string;
  readonly expected: string;
  /** Says of what kind the value is; never the value itself, which may be sensitive. */
  readonly received: string;
}

/**
 * A payload that does not have the form that the model gives it, or a value that has no form on the
 * wire. Where a server reads a request it is answered with status 400; where a client reads a
 * response, `$fault` is `server` and `$metadata` holds the status of that response.
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

/** The sentence that a mismatch is told in. */
export function describeMismatch(mismatch: Mismatch): string {
  const place = mismatch.path === "" ? "the root" : mismatch.path;
  return `Expected ${mismatch.expected} at ${place}, received ${mismatch.received}.`;
}

/** A request in a media type that the operation does not take; answered with status 415. */
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

/** A request whose client accepts no media type of the operation's; answered with status 406. */
export class NotAcceptableException extends Error {
  override readonly name = "NotAcceptableException";
  readonly $fault = "client";
  readonly $metadata: ErrorMetadata = { httpStatusCode: 406 };
  readonly expected: string;
  readonly received: string;

  constructor(expected: string, received: string) {
    super(`The response is ${expected}, which the header accept does not allow: ${received}.`);
    this.expected = expected;
    this.received = received;
  }
}
