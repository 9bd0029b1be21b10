import * as codec from "apigatewayv2-codec";
import type { ApiGatewayV2ServiceException } from "apigatewayv2-codec";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { structureValues } from "./arbitraries.js";
import { errorClass, operationCodec, structureCodec } from "./codec.js";
import { expectSame } from "./same.js";
import { operationsByName, service } from "./service.js";

const forms = [
  { form: "bare", write: (name: string) => name },
  { form: "with a namespace", write: (name: string) => `com.amazonaws.apigatewayv2#${name}` },
  { form: "with a URI", write: (name: string) => `${name}:http://internal.amazon.com/coral/x#y/` },
  {
    form: "with a namespace and a URI",
    write: (name: string) => `aws.other#${name}:http://internal.amazon.com/coral/x/`,
  },
];

const carriers = [
  { carrier: "header", write: (code: string) => ({ headers: { "X-Amzn-ErrorType": code } }) },
  { carrier: "__type", write: (code: string) => ({ body: { __type: code } }) },
  { carrier: "code", write: (code: string) => ({ body: { code } }) },
];

const ways = carriers.flatMap((carrier) => forms.map((form) => ({ carrier, form })));

describe("modelled errors", () => {
  it.each(["NotFoundException", "TooManyRequestsException"])(
    "%s is one of the operations' errors",
    (name) => {
      expect(service.errors.map((error) => error.name)).toContain(name);
    },
  );

  it.each(operationsByName)("%s: throws each of its errors, however named", (_, operation) => {
    const { deserializeResponse } = operationCodec(operation);
    for (const error of operation.errors) {
      const { serialize } = structureCodec(error);
      const { statusCode = 500, fault } = error.error ?? {};
      for (const { carrier, form } of ways) {
        fc.assert(
          fc.property(structureValues(error), (members) => {
            const { headers, body } = {
              headers: {},
              body: {},
              ...carrier.write(form.write(error.name)),
            };
            const response = {
              statusCode,
              headers,
              body: JSON.stringify({ ...serialize(members), ...body }),
            };
            const thrown = caught(() => deserializeResponse(response));
            const Thrown = errorClass(error);
            const $metadata = { httpStatusCode: statusCode };
            expectSame(thrown, new Thrown({ ...members, $metadata }));
            expectSame(
              [thrown instanceof Thrown, thrown instanceof codec.ApiGatewayV2ServiceException],
              [true, true],
            );
            const { name, $fault, message } = thrown as ApiGatewayV2ServiceException;
            expectSame([name, $fault, message], [error.name, fault, members["Message"] ?? ""]);
            expectSame(memberValues(thrown, error.members), members);
          }),
          { numRuns: 2 },
        );
      }
    }
  });

  it.each(operationsByName)("%s: reads the errors that a server wrote", (_, operation) => {
    const { deserializeResponse } = operationCodec(operation);
    for (const error of operation.errors) {
      fc.assert(
        fc.property(structureValues(error), (members) => {
          const response = codec.serializeError(new (errorClass(error))(members));
          const thrown = caught(() => deserializeResponse(response));
          expectSame(thrown, new (errorClass(error))(members));
        }),
        { numRuns: 10 },
      );
    }
  });
});

describe("errors that the model does not have", () => {
  it.each(operationsByName)("%s: keep their name, status and message", (_, operation) => {
    const { deserializeResponse } = operationCodec(operation);
    fc.assert(
      fc.property(fc.integer({ min: 300, max: 599 }), fc.string(), (statusCode, message) => {
        const thrown = caught(() =>
          deserializeResponse({
            statusCode,
            headers: { "x-amzn-errortype": "aws.other#LaterException" },
            body: JSON.stringify({ message }),
          }),
        );
        expect(thrown).toBeInstanceOf(codec.ApiGatewayV2ServiceException);
        expect(thrown).toMatchObject({
          name: "LaterException",
          message,
          $fault: statusCode >= 500 ? "server" : "client",
          $metadata: { httpStatusCode: statusCode },
        });
      }),
      { numRuns: 10 },
    );
  });
});

describe("a header that was sent twice", () => {
  it.each([
    { sent: "as a list of lines", header: ["NotFoundException", "NotFoundException"] },
    { sent: "as one line", header: "NotFoundException, NotFoundException" },
  ])("names the error still: $sent", ({ header }) => {
    const response = { statusCode: 404, headers: { "x-amzn-errortype": header }, body: "{}" };
    const thrown = caught(() => codec.GetIntegrationResponse.deserializeResponse(response));
    expect(thrown).toBeInstanceOf(codec.NotFoundException);
  });
});

function memberValues(
  error: unknown,
  members: readonly { readonly property: string }[],
): Record<string, unknown> {
  const names = new Set(members.map(({ property }) => property));
  return Object.fromEntries(Object.entries(error as object).filter(([name]) => names.has(name)));
}

function caught(read: () => unknown): unknown {
  try {
    read();
  } catch (error) {
    return error;
  }
  throw new Error("An error response was read as an output.");
}
