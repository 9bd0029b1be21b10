import type { ErrorMetadata } from "./errors.js";
import { typeName } from "./json.js";
import { at } from "./path.js";
import { clientRoot, expectObject, unwritable } from "./write.js";
import type { IncomingResponse } from "./types.js";

/** Options of the constructors of errors, in addition to the members in the model. */
export interface ServiceExceptionOptions {
  readonly message?: string | undefined;
  /** The status of the response. Default: the status in the model. */
  readonly $metadata?: ErrorMetadata | undefined;
  /** The response that the error was read from. */
  readonly $response?: IncomingResponse | undefined;
  readonly cause?: unknown;
}

/**
 * The base class of a service's errors. Its instances are also `instanceof` the `ServiceException`
 * of `@smithy/smithy-client`, which recognizes errors by their properties.
 */
export class ServiceException extends Error {
  declare readonly name: string;
  declare readonly $fault: "client" | "server";
  declare readonly $metadata: ErrorMetadata;
  declare readonly $response?: IncomingResponse | undefined;

  /** @param messageMember the member of the model that contains the message */
  constructor(
    name: string,
    $fault: "client" | "server",
    httpStatusCode: number,
    options: ServiceExceptionOptions,
    messageMember: string = "message",
  ) {
    super(
      messageOf(options as Readonly<Record<string, unknown>>, messageMember),
      options.cause === undefined ? {} : { cause: options.cause },
    );
    this.name = name;
    this.$fault = $fault;
    this.$metadata = options.$metadata ?? { httpStatusCode };
    // Not enumerable, so that logging an error does not print the response.
    Object.defineProperty(this, "$response", { value: options.$response, enumerable: false });
  }
}

/** Returns the message from the options of an error. */
function messageOf(options: Readonly<Record<string, unknown>>, messageMember: string): string {
  expectObject(options, clientRoot);
  const message = options["message"] ?? options[messageMember] ?? "";
  return typeof message === "string"
    ? message
    : unwritable(at(clientRoot, messageMember), "a string", typeName(message));
}
