import { ServiceException } from "@smithy/smithy-client";
import { NotFoundException as SdkNotFoundException } from "@aws-sdk/client-apigatewayv2";
import * as codec from "apigatewayv2-codec";
import {
  ApiGatewayV2,
  ConfigurationError,
  ConnectionError,
  createClient,
  metadataOf,
  type ClientConfig,
} from "apigatewayv2-codec/client";
import { describe, expect, it, vi } from "vitest";
import { StubHandler } from "./support/stub-handler.js";

const ids = { ApiId: "a1", IntegrationId: "i1", IntegrationResponseId: "r1" };
const credentials = { accessKeyId: "AKIAEXAMPLE", secretAccessKey: "secret-of-the-key" };

function open(handler: StubHandler, config: ClientConfig = {}): ApiGatewayV2 {
  return new ApiGatewayV2({
    region: "eu-central-1",
    credentials,
    requestHandler: handler,
    maxAttempts: 1,
    ...config,
  });
}

const operations = Object.keys(codec).filter(
  (name) => name in codec && "serializeRequest" in (codec as never)[name],
);

describe("a client", () => {
  it("has a method for every operation, named as the SDK's", () => {
    const api = open(new StubHandler()) as unknown as Record<string, unknown>;
    expect(operations).toHaveLength(103);
    for (const name of operations) {
      const method = name.slice(0, 1).toLowerCase() + name.slice(1);
      expect(api[method], method).toBeTypeOf("function");
    }
  });

  it("makes the seed's call", async () => {
    const handler = new StubHandler({
      headers: { "x-amzn-requestid": "id-of-the-request" },
      json: { integrationResponseId: "r1", integrationResponseKey: "$default" },
    });
    const output = await open(handler).getIntegrationResponse(ids);
    expect(output).toEqual({ IntegrationResponseId: "r1", IntegrationResponseKey: "$default" });
    expect(metadataOf(output)).toEqual({
      httpStatusCode: 200,
      requestId: "id-of-the-request",
      attempts: 1,
      totalRetryDelay: 0,
    });
    expect(handler.requests).toMatchObject([
      {
        method: "GET",
        protocol: "https:",
        hostname: "apigateway.eu-central-1.amazonaws.com",
        path: "/v2/apis/a1/integrations/i1/integrationresponses/r1",
        query: {},
        body: undefined,
      },
    ]);
  });

  it("has methods that work when taken off the object", async () => {
    const { getApis } = open(new StubHandler({ json: { items: [] } }));
    await expect(getApis()).resolves.toEqual({ Items: [] });
    await expect(getApis.safe({})).resolves.toEqual({ ok: true, output: { Items: [] } });
  });

  it("only has the methods of the operations that it is created with", () => {
    const { GetApis, GetIntegrationResponse } = codec;
    const some = createClient({ GetApis, GetIntegrationResponse });
    expect(Object.keys(some).sort()).toEqual(["getApis", "getIntegrationResponse"]);
  });

  it("adds the path of the endpoint", async () => {
    const handler = new StubHandler();
    await open(handler, { endpoint: "http://127.0.0.1:4566/base/" }).getApis({ NextToken: "a b" });
    expect(handler.requests).toMatchObject([
      {
        protocol: "http:",
        hostname: "127.0.0.1",
        port: 4566,
        path: "/base/v2/apis",
        query: { nextToken: "a b" },
      },
    ]);
  });

  it("does not change the input", async () => {
    const input = Object.freeze({ ...ids });
    await open(new StubHandler()).getIntegrationResponse(input);
    expect(input).toEqual(ids);
  });
});

describe("an error of the service", () => {
  const missing = {
    statusCode: 404,
    headers: { "x-amzn-errortype": "NotFoundException", "x-amzn-requestid": "id" },
    json: { message: "no such API", resourceType: "api" },
  };

  it("is thrown as its class, with what the call was", async () => {
    const error = await open(new StubHandler(missing)).getIntegrationResponse(ids).catch(same);
    expect(error).toBeInstanceOf(codec.NotFoundException);
    expect(error).toMatchObject({
      message: "no such API",
      ResourceType: "api",
      $metadata: { httpStatusCode: 404, requestId: "id", attempts: 1, totalRetryDelay: 0 },
    });
  });

  it("is an instance of the SDK's classes", async () => {
    const error = await open(new StubHandler(missing)).getIntegrationResponse(ids).catch(same);
    expect(error instanceof ServiceException).toBe(true);
    expect(error instanceof SdkNotFoundException).toBe(true);
  });

  it("is returned by the safe form", async () => {
    const result = await open(new StubHandler(missing)).getIntegrationResponse.safe(ids);
    expect(result).toMatchObject({ ok: false, error: { name: "NotFoundException" } });
  });

  it("that the model does not define has its code as its name", async () => {
    const handler = new StubHandler({ statusCode: 403, json: { __type: "AccessDenied" } });
    const result = await open(handler).getIntegrationResponse.safe(ids);
    expect(result).toMatchObject({ ok: false, error: { name: "AccessDenied" } });
    expect(result.ok ? undefined : result.error).toBeInstanceOf(codec.ApiGatewayV2ServiceException);
  });

  it.each([
    ["HTML", { body: "<html>502 Bad Gateway</html>" }],
    ["text that is not JSON", { body: "garbage" }],
    ["JSON of another type", { json: { integrationResponseId: 5 } }],
    ["bytes that are not UTF-8", { body: new Uint8Array([0xff, 0xfe]) }],
  ])("a body of %s is an error of reading", async (_, answer) => {
    const error = await open(new StubHandler(answer)).getIntegrationResponse(ids).catch(same);
    expect(error).toBeInstanceOf(codec.SerializationException);
    expect(error).toMatchObject({
      $fault: "server",
      $metadata: { httpStatusCode: 200, attempts: 1 },
    });
  });

  it("of the transport is a ConnectionError with its cause", async () => {
    const failure = Object.assign(new Error("gone"), { code: "ECONNRESET" });
    const error = await open(new StubHandler({ failure })).getIntegrationResponse(ids).catch(same);
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toMatchObject({ cause: failure, $metadata: { attempts: 1 } });
    expect((error as Error).message).toContain("https://apigateway.eu-central-1.amazonaws.com");
    expect(error instanceof ServiceException).toBe(true);
  });
});

describe("before anything is sent", () => {
  it.each([
    ["null", null],
    ["a number", 5],
    ["a list", []],
    ["a missing label", { ApiId: "a", IntegrationId: "i" }],
    ["an empty label", { ...ids, ApiId: "" }],
    ["a label that is another path", { ...ids, ApiId: ".." }],
    ["a label of another type", { ...ids, ApiId: {} }],
  ])("an input is refused that is %s", async (_, input) => {
    const handler = new StubHandler();
    const error = await open(handler)
      .getIntegrationResponse(input as never)
      .catch(same);
    expect(error).toBeInstanceOf(codec.SerializationException);
    expect(handler.requests).toEqual([]);
  });

  it("a constraint is enforced if the client validates", async () => {
    const handler = new StubHandler();
    const input = { Name: "x".repeat(129), ProtocolType: "HTTP" } as const;
    const api = open(handler, { validate: true });
    const error = await api.createApi(input).catch(same);
    expect(error).toBeInstanceOf(codec.ValidationException);
    expect(error).toMatchObject({
      fieldList: [{ path: "/Name" }],
      issues: [{ path: ["Name"], pointer: "/Name" }],
    });
    const tags = { "a/b": "x".repeat(1601) };
    const CorsConfiguration = { AllowMethods: ["x".repeat(65)] };
    const deep = await api
      .createApi({ Name: "a", ProtocolType: "HTTP", CorsConfiguration, Tags: tags })
      .catch(same);
    expect(deep).toMatchObject({
      issues: [
        { path: ["CorsConfiguration", "AllowMethods", 0] },
        { path: ["Tags", "a/b"], pointer: "/Tags/a~1b" },
      ],
    });
    expect(handler.requests).toEqual([]);
    await api.createApi({ ...input, Name: "x".repeat(128) });
    await open(handler).createApi(input);
    expect(handler.requests).toHaveLength(2);
  });

  it.each([
    ["no object", 5],
    ["null", null],
    ["a maxAttempts that is no integer", { maxAttempts: 1.5 }],
    ["a maxAttempts below 1", { maxAttempts: 0 }],
    ["a negative timeout", { timeout: -1 }],
    ["a timeout that is no number", { timeout: "soon" }],
    ["a timeout that timers cannot wait for", { timeout: 2 ** 31 }],
  ])("a configuration is refused that is or has %s", (_, config) => {
    expect(() => new ApiGatewayV2(config as never)).toThrow(ConfigurationError);
  });

  it("something else than an operation is refused by its name", () => {
    const wrong = { GetApi: undefined };
    expect(() => createClient(wrong as never)).toThrow(
      "GetApi is not an operation of ApiGatewayV2",
    );
  });
});

describe("hooks", () => {
  it("see what is sent and what comes back", async () => {
    const events: unknown[] = [];
    const note = (event: unknown): void => void events.push(event);
    const handler = new StubHandler({ statusCode: 200, headers: { "x-amzn-requestid": "id" } });
    await open(handler, {
      onRequest: note,
      hooks: { onRequest: note, onResponse: note },
    }).getApis();
    const common = { service: "ApiGatewayV2", operation: "GetApis", attempt: 1 };
    const url = "https://apigateway.eu-central-1.amazonaws.com/v2/apis";
    const sent = { ...common, method: "GET", url };
    const duration: unknown = expect.any(Number);
    expect(events).toEqual([sent, sent, { ...common, statusCode: 200, requestId: "id", duration }]);
  });

  it("do not change a call when they fail", async () => {
    const onRequest = (): void => {
      throw new Error("a bug of the hook");
    };
    const onResponse = vi.fn(() => Promise.reject(new Error("another")) as unknown as undefined);
    await expect(open(new StubHandler(), { onRequest, onResponse }).getApis()).resolves.toEqual({});
    expect(onResponse).toHaveBeenCalledOnce();
  });
});

function same(error: unknown): unknown {
  return error;
}
