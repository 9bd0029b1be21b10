import type { ErrorMetadata } from "./errors.js";
import { typeName } from "./json.js";
import { at } from "./path.js";
import { clientRoot, expectObject, unwritable } from "./write.js";
import type { IncomingResponse } from "./types.js";

/** What every error of a service can be created with, besides its modelled members. */
export interface ServiceExceptionOptions {
  readonly message?: string | undefined;
  /** The status of the response; the modelled one where nothing is given. */
  readonly $metadata?: ErrorMetadata | undefined;
  /** The response that the error was read from, for what the model does not have. */
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

  /** @param messageMember the name of the modelled member that holds the message, if not `message` */
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
    // Not enumerable, so that a logged error does not drag the whole response along.
    Object.defineProperty(this, "$response", { value: options.$response, enumerable: false });
  }
}

/** The message that an error is created with. */
function messageOf(options: Readonly<Record<string, unknown>>, messageMember: string): string {
  expectObject(options, clientRoot);
  const message = options["message"] ?? options[messageMember] ?? "";
  return typeof message === "string"
    ? message
    : unwritable(at(clientRoot, messageMember), "a string", typeName(message));
}
