import type { Operation } from "../../codegen/src/ir/service.js";
import * as sdkPackage from "@aws-sdk/client-apigatewayv2";
import { ServiceException } from "@smithy/smithy-client";
import { ApiGatewayV2ServiceException } from "apigatewayv2-codec";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Structure } from "../../codegen/src/ir/ir.js";
import { smallestStructure, structureValues } from "../properties/arbitraries.js";
import { errorClass, operationCodec, structureCodec, type Value } from "../properties/codec.js";
import { laterMembers } from "../properties/later-members.js";
import { expectSame } from "../properties/same.js";
import { operationsByName, service } from "../properties/service.js";
import { texts } from "../../codegen/runtime/arbitraries/arbitrary-text.js";
import { type Answer, sdkClass, SdkStub } from "./sdk.js";

/** An answer with an error status. */
interface ErrorAnswer {
  readonly name: string;
  readonly answer: Answer;
}

describe("the error is the SDK's", () => {
  const sdk = new SdkStub();

  it.each(operationsByName)("%s", async (operationName, operation) => {
    const { deserializeResponse } = operationCodec(operation);
    const input = operation.input === undefined ? {} : smallestStructure(operation.input);
    await fc.assert(
      fc.asyncProperty(errorAnswersOf(operation), async ({ name, answer }) => {
        const error = service.errors.find((each) => each.name === name);
        const exchange = await sdk.exchange(operationName, input, answer);
        const theirs = exchange.error ?? {};
        const ours = caught(() => deserializeResponse(answer as never));
        expectSame(summary(ours), summary(theirs));
        expectSame(classes(ours), classes(theirs));
        if (error !== undefined) expect(ours).toBeInstanceOf(sdkClass(name));
        expect(ours).toBeInstanceOf(ApiGatewayV2ServiceException);
        if (error === undefined || !operation.errors.includes(error)) return;
        expect(ours).toBeInstanceOf(errorClass(error));
        expectSame(membersOf(error, ours, "ours"), membersOf(error, theirs, "theirs"));
      }),
      { numRuns: 100 },
    );
  });

  it("is modelled by at least one operation for each error of the service", () => {
    const used = new Set(service.operations.flatMap(({ errors }: Operation) => errors));
    expect(used).toEqual(new Set(service.errors));
  });
});

const forms: readonly ((name: string) => string)[] = [
  (name) => name,
  (name) => `com.amazonaws.apigatewayv2#${name}`,
  (name) => `${name}:http://internal.amazon.com/coral/com.amazonaws.apigatewayv2/`,
  (name) => `com.amazonaws.apigatewayv2#${name}:http://internal.amazon.com/coral/x`,
];

const carriers: readonly ((code: string) => { headers?: Answer["headers"]; body?: Value })[] = [
  (code) => ({ headers: { "x-amzn-errortype": code } }),
  (code) => ({ headers: { "X-Amzn-ErrorType": code } }),
  (code) => ({ body: { __type: code } }),
  (code) => ({ body: { code } }),
];

/** Errors of the operation, with any status; those of others, and one that no model has. */
function errorAnswersOf({ errors }: Operation): fc.Arbitrary<ErrorAnswer> {
  return fc.constantFrom(...service.errors, undefined).chain((error) => {
    const name = error?.name ?? "LaterException";
    const statusCode = error?.error?.statusCode ?? 418;
    // The fault of an error that is not the operation's is known from the status alone.
    const isOfAnother = error !== undefined && !errors.includes(error);
    return fc
      .record({
        code: fc.constantFrom(...forms).map((form) => form(name)),
        carrier: fc.constantFrom(...carriers),
        statusCode: fc.oneof(
          fc.constant(statusCode),
          isOfAnother ? fc.constant(statusCode) : fc.integer({ min: 300, max: 599 }),
        ),
        members: error === undefined ? fc.constant({}) : wireMembersOf(error),
        // Where there is none, the SDK makes one up, as `known-differences.ts` shows.
        message: texts({ length: { min: 1, max: 100 }, alphabet: "any" }),
        later: fc.option(laterMembers, { nil: {} }),
      })
      .map(({ code, carrier, statusCode, members, message, later }) => {
        const carried = carrier(code);
        return {
          name,
          answer: {
            statusCode,
            headers: { "content-type": "application/json", ...carried.headers },
            body: JSON.stringify({ ...later, ...members, message, ...carried.body }),
          },
        };
      });
  });
}

function wireMembersOf(error: Structure): fc.Arbitrary<Value> {
  const { serialize } = structureCodec(error);
  return structureValues(error).map((members) => serialize(members));
}

/** What every error tells. */
function summary(error: unknown): unknown {
  const { name, message, $fault, $metadata } = error as ServiceException;
  return { name, message, $fault, httpStatusCode: $metadata.httpStatusCode };
}

/** Which of the classes that callers may ask for an error belongs to. */
function classes(error: unknown): unknown {
  return {
    Error: error instanceof Error,
    ServiceException: error instanceof ServiceException,
    ofTheService: error instanceof sdkPackage.ApiGatewayV2ServiceException,
    ofItsErrors: service.errors
      .filter(({ name }) => error instanceof sdkClass(name))
      .map(({ name }) => name),
  };
}

/** The modelled members; the SDK has `Message` as `message` alone. */
function membersOf(error: Structure, thrown: unknown, whose: "ours" | "theirs"): Value {
  return Object.fromEntries(
    error.members.map(({ property }) => {
      const name = whose === "theirs" && property === "Message" ? "message" : property;
      return [property, (thrown as Value)[name]];
    }),
  );
}

function caught(read: () => unknown): unknown {
  try {
    read();
  } catch (error) {
    return error;
  }
  throw new Error("An error response was read as an output.");
}
