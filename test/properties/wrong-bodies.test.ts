import { SerializationException } from "apigatewayv2-codec";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Structure } from "../../codegen/src/ir/ir.js";
import { inputsOf } from "./arbitraries.js";
import { operationCodec } from "./codec.js";
import { operationsByName } from "./service.js";

/** JSON whose root is no object. */
const noObjects = fc.oneof(
  fc.constantFrom("null", "[]", "[{}]", "5", '"text"', "true"),
  fc.jsonValue().map((value) => JSON.stringify([value])),
);

const withInput = operationsByName.filter(([, { input }]) => hasBody(input));
const withOutput = operationsByName.filter(([, { output }]) => hasBody(output));

describe("a body that is no object is refused, with the place and what was found", () => {
  it.each(withInput)("in a request of %s", (_, operation) => {
    const { serializeRequest, deserializeRequest } = operationCodec(operation);
    fc.assert(
      fc.property(inputsOf(operation), noObjects, (input, body) => {
        const request = { ...serializeRequest(input), body };
        const headers = { "content-type": "application/json" };
        expectRefusal(() => deserializeRequest({ ...request, headers }), "client", 400);
      }),
      { numRuns: 20 },
    );
  });

  it.each(withOutput)("in a response of %s", (_, operation) => {
    const { deserializeResponse } = operationCodec(operation);
    fc.assert(
      fc.property(noObjects, (body) => {
        const response = { statusCode: 200, headers: {}, body };
        expectRefusal(() => deserializeResponse(response), "server", 200);
      }),
      { numRuns: 20 },
    );
  });
});

function hasBody(structure: Structure | undefined): boolean {
  return structure?.members.some(({ binding }) => binding.location === "body") ?? false;
}

function expectRefusal(read: () => unknown, $fault: string, httpStatusCode: number): void {
  let refused: unknown;
  try {
    read();
  } catch (error) {
    refused = error;
  }
  expect(refused).toBeInstanceOf(SerializationException);
  expect(refused).toMatchObject({
    path: "",
    expected: "an object",
    $fault,
    $metadata: { httpStatusCode },
  });
}
