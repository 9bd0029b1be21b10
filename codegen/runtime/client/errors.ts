import type { ErrorMetadata } from "../types.js";

/** A request that could not be sent, or a response that could not be received. */
export class ConnectionError extends Error {
  override readonly name = "ConnectionError";
  declare readonly $fault: "client";
  declare readonly $metadata: ErrorMetadata;

  constructor(message: string, cause?: unknown) {
    super(message, cause === undefined ? {} : { cause });
    setFault(this);
  }
}

/** An attempt that took longer than the timeout of the client or the call, or a waiter that took longer than its time. */
export class TimeoutError extends Error {
  override readonly name = "TimeoutError";
  declare readonly $fault: "client";
  declare readonly $metadata: ErrorMetadata;

  constructor(message: string, cause?: unknown) {
    super(message, cause === undefined ? {} : { cause });
    setFault(this);
  }
}

/** A call that its signal aborted. The cause is the reason of the signal. */
export class AbortError extends Error {
  override readonly name = "AbortError";
  declare readonly $fault: "client";
  declare readonly $metadata: ErrorMetadata;

  constructor(cause: unknown) {
    super("The call was aborted by its signal.", { cause });
    setFault(this);
  }
}

/** A configuration with which a call cannot be sent. The message says what to set, and where. */
export class ConfigurationError extends Error {
  override readonly name = "ConfigurationError";
  declare readonly $fault: "client";
  declare readonly $metadata: ErrorMetadata;
  /** The property of the configuration that is missing or invalid, such as `region`. */
  readonly property: string;

  constructor(property: string, message: string, cause?: unknown) {
    super(message, cause === undefined ? {} : { cause });
    this.property = property;
    setFault(this);
  }
}

/** Pages that would never end, since the service returned a token a second time. */
export class PaginationError extends Error {
  override readonly name = "PaginationError";
  declare readonly $fault: "client";
  declare readonly $metadata: ErrorMetadata;

  constructor() {
    super(
      "The service returned the token of an earlier page, so that the pages would never end. To go on, call the operation with a token of your own.",
    );
    setFault(this);
  }
}

/** A waiter that found a state from which the wanted one cannot be reached. */
export class WaiterError extends Error {
  override readonly name = "WaiterError";
  declare readonly $fault: "client";
  declare readonly $metadata: ErrorMetadata;
  readonly state = "failure";
  /** The output that shows the state, or the error. An error is the `cause`, too. */
  readonly reason: unknown;

  constructor(reason: unknown) {
    super(
      "The wanted state cannot be reached any more. The last output or error is in the property reason.",
      reason instanceof Error ? { cause: reason } : {},
    );
    this.reason = reason;
    setFault(this);
  }
}

/** Makes `instanceof ServiceException` of `@smithy/smithy-client` hold. */
function setFault(error: Error): void {
  Object.assign(error, { $fault: "client", $metadata: {} });
}
