import { text } from "node:stream/consumers";
import { Sha256 } from "@aws-crypto/sha256-js";
import { FetchHttpHandler } from "@smithy/fetch-http-handler";
import { NodeHttpHandler } from "@smithy/node-http-handler";
import { HttpRequest } from "@smithy/protocol-http";
import { SignatureV4 } from "@smithy/signature-v4";
import { ServiceException } from "@smithy/smithy-client";
import { NotFoundException as SdkNotFoundException } from "@aws-sdk/client-apigatewayv2";
import * as codec from "apigatewayv2-codec";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startLoopbackServer, type LoopbackServer } from "./loopback-server.js";

const signer = new SignatureV4({
  service: "apigateway",
  region: "eu-central-1",
  credentials: { accessKeyId: "AKIAEXAMPLE", secretAccessKey: "secret" },
  sha256: Sha256,
});

/** Handlers that give a body as a stream: of Node the one, of the web the other. */
const handlers = [
  {
    name: "@smithy/node-http-handler",
    create: () => new NodeHttpHandler(),
    collect: (body: unknown) => text(body as NodeJS.ReadableStream),
  },
  {
    name: "@smithy/fetch-http-handler",
    create: () => new FetchHttpHandler(),
    collect: (body: unknown) => new Response(body as ReadableStream).text(),
  },
];

describe.each(handlers)("signed by @smithy/signature-v4, sent by $name", ({ create, collect }) => {
  let server: LoopbackServer;
  const handler = create();
  beforeAll(async () => {
    server = await startLoopbackServer();
  });
  afterAll(async () => {
    handler.destroy();
    await server.close();
  });

  const send = async (message: codec.HttpRequest): Promise<codec.IncomingResponse> => {
    const request = new HttpRequest({
      protocol: "http:",
      hostname: "127.0.0.1",
      port: server.port,
      ...message,
    });
    request.headers["host"] = `127.0.0.1:${server.port}`;
    const signed = HttpRequest.clone(await signer.sign(request));
    const { response } = await handler.handle(signed);
    const { statusCode, headers, body } = response as codec.IncomingResponse;
    expect(body).not.toBeTypeOf("string");
    return { statusCode, headers, body: await collect(body) };
  };

  it("an answer is read from the stream that it comes as", async () => {
    const response = await send(codec.GetApi.serializeRequest({ ApiId: "a1" }));
    expect(codec.GetApi.deserializeResponse(response)).toEqual({
      ApiId: "a1",
      Name: "orders 🛒",
      CreatedDate: new Date("2024-05-01T00:00:00Z"),
    });
    expect(server.lastHeaders().authorization).toMatch(
      /^AWS4-HMAC-SHA256 Credential=AKIAEXAMPLE\/\d{8}\/eu-central-1\/apigateway\/aws4_request, SignedHeaders=[\w;-]*host[\w;-]*, Signature=[0-9a-f]{64}$/,
    );
  });

  it("a body and awkward labels arrive as they were given", async () => {
    const rule = {
      IntegrationResponseKey: "/2\\d\\d/",
      ResponseTemplates: { "application/json": '{"ü": "✓"}', constructor: "kept" },
      ResponseParameters: { "method.response.header.x": "'a'" },
    };
    const response = await send(
      codec.CreateIntegrationResponse.serializeRequest({
        ApiId: "a/1 %2F?#",
        IntegrationId: "ï+*'()!",
        ...rule,
      }),
    );
    expect(codec.CreateIntegrationResponse.deserializeResponse(response)).toEqual({
      ...rule,
      IntegrationResponseId: "a/1 %2F?#-ï+*'()!",
    });
  });

  it("a modelled error is of our class, of the SDK's, and of every Smithy client's", async () => {
    const response = await send(codec.GetApi.serializeRequest({ ApiId: "b2" }));
    const error = failureOf(() => codec.GetApi.deserializeResponse(response));
    expect(error).toMatchObject({ message: "no API b2", $metadata: { httpStatusCode: 404 } });
    expect(error).toBeInstanceOf(codec.NotFoundException);
    expect(error instanceof SdkNotFoundException).toBe(true);
    expect(error instanceof ServiceException).toBe(true);
  });

  it("what breaks a constraint is answered with all that is wrong", async () => {
    const request = codec.CreateIntegrationResponse.serializeRequest({
      ApiId: "a1",
      IntegrationId: "i1",
      IntegrationResponseKey: "",
      // @ts-expect-error The model has no such value.
      ContentHandlingStrategy: "MAYBE",
      ResponseParameters: { key: "" },
    });
    const response = await send(request);
    expect(response.statusCode).toBe(400);
    const { fieldList } = JSON.parse(response.body as string) as { fieldList: { path: string }[] };
    expect(fieldList.map(({ path }) => path).sort()).toEqual([
      "/ContentHandlingStrategy",
      "/ResponseParameters/key",
    ]);
  });

  it("a failure of the server's own tells nothing of its cause", async () => {
    const response = await send(codec.GetApis.serializeRequest({}));
    expect(response.statusCode).toBe(500);
    expect(response.body).toBe("{}");
    const error = failureOf(() => codec.GetApis.deserializeResponse(response));
    expect(error).toBeInstanceOf(codec.ApiGatewayV2ServiceException);
    expect(error).toMatchObject({ name: "InternalFailure", $fault: "server" });
  });
});

function failureOf(action: () => unknown): unknown {
  try {
    action();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
}
