import { typeName } from "../json/json.js";
import { at } from "../values/path.js";
import { clientRoot, expectObject, unwritable } from "../json/write.js";
import type { ErrorMetadata, IncomingResponse, ServiceExceptionOptions } from "../types.js";

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
    // Properties defined in this way are not enumerable, so logging an error omits the response.
    Object.defineProperty(this, "$response", { value: options.$response });
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
