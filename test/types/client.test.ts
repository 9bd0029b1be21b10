import type { HttpRequest, HttpResponse, RequestHandler, RequestSigner } from "@smithy/types";
import { GetApis, GetIntegrationResponse } from "apigatewayv2-codec";
import {
  createClient,
  type AbortError,
  type ApiGatewayV2,
  type ClientConfig,
  type ConfigurationError,
  type ConnectionError,
  type TimeoutError,
} from "apigatewayv2-codec/client";
import type {
  ApiGatewayV2ServiceException,
  SerializationException,
  ValidationException,
} from "apigatewayv2-codec";
import { describe, expectTypeOf, it } from "vitest";

// These are checked by the compiler (`npm run typecheck`); run, they do nothing.

declare const api: ApiGatewayV2;

describe("methods", () => {
  it("take the input of their operation, and return its output", () => {
    type Call = typeof api.getIntegrationResponse;
    expectTypeOf<Parameters<Call>[0]>().toEqualTypeOf<GetIntegrationResponse.Input>();
    expectTypeOf<ReturnType<Call>>().toEqualTypeOf<Promise<GetIntegrationResponse.Output>>();
  });

  it("need an input only if it has required members", () => {
    const calls = (): unknown => [
      api.getApis(),
      // @ts-expect-error The input has required members.
      api.getIntegrationResponse(),
      // @ts-expect-error A label is a string.
      api.getIntegrationResponse({ ApiId: 5, IntegrationId: "i", IntegrationResponseId: "r" }),
      // @ts-expect-error There is no such member.
      api.getApis({ MaxResult: "5" }),
    ];
    expectTypeOf(calls).toBeFunction();
  });

  it("of a client of some operations are only those", () => {
    const create = () => createClient({ GetIntegrationResponse, GetApis });
    expectTypeOf(create).returns.toEqualTypeOf<
      Pick<ApiGatewayV2, "getApis" | "getIntegrationResponse">
    >();
    // @ts-expect-error The namespace is that of another operation.
    const wrong = (): unknown => createClient({ GetApi: GetApis });
    expectTypeOf(wrong).toBeFunction();
  });
});

describe("errors of the safe form", () => {
  type Result = Awaited<ReturnType<typeof api.getIntegrationResponse.safe>>;
  type Failure = Extract<Result, { ok: false }>["error"];

  it("are those of the operation, of the service and of the client", () => {
    expectTypeOf<Failure>().toExtend<
      | GetIntegrationResponse.Errors
      | ApiGatewayV2ServiceException
      | AbortError
      | ConfigurationError
      | ConnectionError
      | TimeoutError
      | ValidationException
      | SerializationException
    >();
    expectTypeOf<GetIntegrationResponse.Errors>().toExtend<Failure>();
  });

  it("are narrowed by their name", () => {
    const narrow = (error: Failure): string | undefined => {
      switch (error.name) {
        case "NotFoundException":
          return error.ResourceType;
        case "TooManyRequestsException":
          return error.LimitType;
        case "ValidationException":
          return error.issues[0]?.pointer;
        case "SerializationException":
          return error.path;
        case "ConfigurationError":
          return error.property;
        case "ConnectionError":
        case "TimeoutError":
        case "AbortError":
          return String(error.cause);
        // @ts-expect-error The operation has no such error.
        case "NotFundException":
          return undefined;
        default:
          expectTypeOf(error).toExtend<ApiGatewayV2ServiceException>();
          return error.name;
      }
    };
    expectTypeOf(narrow).toBeFunction();
  });

  it("exclude the output", () => {
    expectTypeOf<
      Extract<Result, { ok: true }>["output"]
    >().toEqualTypeOf<GetIntegrationResponse.Output>();
  });
});

describe("the configuration", () => {
  it("takes what implements the interfaces of @smithy/types", () => {
    type Handler = NonNullable<ClientConfig["requestHandler"]>;
    expectTypeOf<import("@smithy/node-http-handler").NodeHttpHandler>().toExtend<Handler>();
    expectTypeOf<import("@smithy/fetch-http-handler").FetchHttpHandler>().toExtend<Handler>();
    expectTypeOf<RequestHandler<HttpRequest, HttpResponse>>().toExtend<Handler>();
    expectTypeOf<import("@smithy/signature-v4").SignatureV4>().toExtend<RequestSigner>();
    expectTypeOf<ClientConfig["signer"]>().toEqualTypeOf<RequestSigner | undefined>();
    type Chain = typeof import("@aws-sdk/credential-providers").fromNodeProviderChain;
    type Credentials = NonNullable<ClientConfig["credentials"]>;
    expectTypeOf<ReturnType<Chain>>().toExtend<Credentials>();
  });
});
