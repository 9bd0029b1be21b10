import { ServiceException } from "@smithy/smithy-client";
import { expect } from "vitest";
import { functionOf, operationOf, type Exports } from "../../codegen/support/generated.js";

/** The message of the error. */
export const message =
  "1 validation error detected. Value with length 2 at '/text' failed to satisfy constraint: Member must have length less than or equal to 1";
/** The message of its one field. */
export const fieldMessage = message.replace("1 validation error detected. ", "");

/** What a server throws for an input that is too long, what it answers, and what a client reads of it. */
export function exchange(exports: Exports, name: string): { thrown: unknown; read: unknown } {
  const { deserializeRequest, deserializeResponse } = operationOf(exports, name);
  const thrown = caught(() =>
    deserializeRequest({
      method: "POST",
      path: `/${name.toLowerCase()}`,
      headers: { "content-type": "application/json" },
      body: '{"text":"ab"}',
    }),
  );
  const response = functionOf(exports, "serializeError")(thrown);
  return { thrown, read: caught(() => deserializeResponse(response)) };
}

function caught(action: () => unknown): unknown {
  try {
    action();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
}

/** An error that is an instance of every class by which it may be caught. */
export function expectCaught(error: unknown, exports: Exports): void {
  expect(error).toBeInstanceOf(Error);
  expect(error).toBeInstanceOf(exports["ValidationException"]);
  expect(error).toBeInstanceOf(exports["WeatherServiceException"]);
  expect(error).toBeInstanceOf(ServiceException);
  expect(error).toMatchObject({
    name: "ValidationException",
    message,
    $fault: "client",
    $metadata: { httpStatusCode: 400 },
  });
}
