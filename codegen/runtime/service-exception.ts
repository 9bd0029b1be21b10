import type { ErrorMetadata } from "./errors.js";
import type { IncomingResponse } from "./types.js";

/** What every error of a service can be made with, besides its modelled members. */
export interface ServiceExceptionOptions {
  readonly message?: string | undefined;
  /** The status of the response; the modelled one where nothing is given. */
  readonly $metadata?: ErrorMetadata | undefined;
  /** The response that the error was read from, for what the model does not tell. */
  readonly $response?: IncomingResponse | undefined;
  readonly cause?: unknown;
}

/**
 * The base of a service's errors. It has the form by which `ServiceException` of
 * `@smithy/smithy-client` recognises errors, so that `instanceof` holds for that class as well.
 */
export class ServiceException extends Error {
  declare readonly name: string;
  declare readonly $fault: "client" | "server";
  declare readonly $metadata: ErrorMetadata;
  declare readonly $response?: IncomingResponse | undefined;

  constructor(
    name: string,
    $fault: "client" | "server",
    httpStatusCode: number,
    options: ServiceExceptionOptions,
  ) {
    super(options.message ?? "", options.cause === undefined ? {} : { cause: options.cause });
    this.name = name;
    this.$fault = $fault;
    this.$metadata = options.$metadata ?? { httpStatusCode };
    // Not enumerable, so that a logged error does not drag the whole response along.
    Object.defineProperty(this, "$response", { value: options.$response, enumerable: false });
  }
}
