import type { ErrorMetadata } from "../types.js";

/**
 * The base class of the errors of a client. They have what makes `instanceof ServiceException` of
 * `@smithy/smithy-client` hold.
 */
class ClientException extends Error {
  readonly $fault = "client";
  readonly $metadata: ErrorMetadata = {};

  constructor(message: string, cause?: unknown) {
    super(message, cause === undefined ? {} : { cause });
  }
}

/** Thrown if a request could not be sent, or a response could not be received. */
export class ConnectionError extends ClientException {
  override readonly name = "ConnectionError";
}

/**
 * Thrown if an attempt took longer than the timeout of the client or the call, or a waiter took
 * longer than `maxWaitTime`.
 */
export class TimeoutError extends ClientException {
  override readonly name = "TimeoutError";
}

/** Thrown if the signal of a call aborted it. The cause is the reason of the signal. */
export class AbortError extends ClientException {
  override readonly name = "AbortError";

  constructor(cause: unknown) {
    super("The call was aborted by its signal.", cause);
  }
}

/**
 * Thrown if a call cannot be sent with the configuration. The message says what to set, and where.
 */
export class ConfigurationError extends ClientException {
  override readonly name = "ConfigurationError";
  /** The property of the configuration that is missing or invalid, such as `region`. */
  readonly property: string;

  constructor(property: string, message: string, cause?: unknown) {
    super(message, cause);
    this.property = property;
  }
}

/** Thrown if the service returned the same token twice, so that its pages would never end. */
export class PaginationError extends ClientException {
  override readonly name = "PaginationError";

  constructor() {
    super("The service returned the token of an earlier page, so that the pages would never end.");
  }
}

/** Thrown if a waiter found a state from which the resource cannot reach the wanted one. */
export class WaiterError extends ClientException {
  override readonly name = "WaiterError";
  readonly state = "failure";
  /** The output that shows the state, or the error. An error is the `cause`, too. */
  readonly reason: unknown;

  constructor(reason: unknown) {
    super(
      "The wanted state cannot be reached any more. The last output or error is in the property reason.",
      reason instanceof Error ? reason : undefined,
    );
    this.reason = reason;
  }
}

/**
 * Thrown if the body of a response does not match the checksum that the service sent: it was
 * damaged on the way. A stream fails with it at its end.
 */
export class ChecksumMismatchError extends ClientException {
  override readonly name = "ChecksumMismatchError";
  /** The algorithm, such as `CRC32`. */
  readonly algorithm: string;
  /** The checksum in the header of the response, in base64. */
  readonly expected: string;
  /** The checksum of the body as it was received, in base64. */
  readonly received: string;

  constructor(
    {
      algorithm,
      expected,
      received,
    }: Pick<ChecksumMismatchError, "algorithm" | "expected" | "received">,
    metadata: ErrorMetadata,
  ) {
    super(
      `The body of the response has another ${algorithm} checksum than its header says. Discard what was read of it, and call again.`,
    );
    this.algorithm = algorithm;
    this.expected = expected;
    this.received = received;
    Object.assign(this.$metadata, metadata);
  }
}
