import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import * as sdk from "@aws-sdk/client-apigatewayv2";
import * as codec from "apigatewayv2-codec";
import { ApiGatewayV2 } from "apigatewayv2-codec/client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Listening } from "../support/listening-process.js";
import { runEmulator, startEmulator } from "./start-emulator.js";

const settings = {
  region: "eu-central-1",
  credentials: { accessKeyId: "id", secretAccessKey: "secret" },
  maxAttempts: 1,
};
const webSocketApi = {
  Name: "chat",
  ProtocolType: "WEBSOCKET",
  RouteSelectionExpression: "$request.body.action",
} as const;

let emulator: Listening;
let client: ApiGatewayV2;
beforeAll(async () => {
  emulator = await startEmulator();
  client = new ApiGatewayV2({ ...settings, endpoint: emulator.url });
});
afterAll(() => emulator.stop());

/** An output without what the SDK adds. */
function plain<Output extends object>(output: Output): Omit<Output, "$metadata"> {
  const copy: Output & { $metadata?: unknown } = { ...output };
  delete copy.$metadata;
  return copy;
}

/** The generated client has the same methods as the SDK. */
describe.each([
  ["the generated client", () => client as unknown as sdk.ApiGatewayV2],
  ["the AWS SDK", () => new sdk.ApiGatewayV2({ ...settings, endpoint: emulator.url })],
])("with %s", (_peer, open) => {
  it("creates, gets, lists, changes and deletes an API", async () => {
    const api = open();
    const created = plain(await api.createApi({ ...webSocketApi, Tags: { a: "1" } }));
    const ApiId = created.ApiId ?? "";
    expect(created).toMatchObject({ ...webSocketApi, Tags: { a: "1" } });
    expect(ApiId).toMatch(/^[a-z\d]{10}$/);
    expect(created.CreatedDate).toBeInstanceOf(Date);
    expect(plain(await api.getApi({ ApiId }))).toEqual(created);
    const changed = { ...created, Description: "d" };
    expect(plain(await api.updateApi({ ApiId, Description: "d" }))).toEqual(changed);
    expect((await api.getApis({})).Items).toContainEqual(changed);
    await api.deleteApi({ ApiId });
    expect((await api.getApis({})).Items).not.toContainEqual(changed);
    await expect(api.getApi({ ApiId })).rejects.toMatchObject({ name: "NotFoundException" });
  });

  it("creates, gets, lists, changes and deletes an integration", async () => {
    const api = open();
    const { ApiId } = await api.createApi({ Name: "http", ProtocolType: "HTTP" });
    const given = {
      IntegrationType: "HTTP_PROXY",
      IntegrationUri: "https://example.com",
      IntegrationMethod: "GET",
      TlsConfig: { ServerNameToVerify: "example.com" },
    } as const;
    const created = plain(await api.createIntegration({ ApiId, ...given }));
    const { IntegrationId } = created;
    expect(created).toMatchObject({ ...given, TimeoutInMillis: 30_000 });
    expect(created).not.toHaveProperty("ApiId");
    expect(plain(await api.getIntegration({ ApiId, IntegrationId }))).toEqual(created);
    const changed = { ...created, TimeoutInMillis: 50 };
    const change = { ApiId, IntegrationId, TimeoutInMillis: 50 };
    expect(plain(await api.updateIntegration(change))).toEqual(changed);
    expect((await api.getIntegrations({ ApiId })).Items).toEqual([changed]);
    await api.deleteIntegration({ ApiId, IntegrationId });
    expect((await api.getIntegrations({ ApiId })).Items).toEqual([]);
  });

  it("creates, gets, lists, changes and deletes an integration response", async () => {
    const api = open();
    const { ApiId } = await api.createApi(webSocketApi);
    const { IntegrationId } = await api.createIntegration({ ApiId, IntegrationType: "MOCK" });
    const at = { ApiId, IntegrationId };
    const given = { IntegrationResponseKey: "/200/", ResponseTemplates: { a: "1", b: "2" } };
    const created = plain(await api.createIntegrationResponse({ ...at, ...given }));
    const { IntegrationResponseId } = created;
    expect(created).toEqual({ ...given, IntegrationResponseId });
    expect(plain(await api.getIntegrationResponse({ ...at, IntegrationResponseId }))).toEqual(
      created,
    );
    const change = { ResponseTemplates: { c: "3" } };
    const changed = { ...created, ...change };
    expect(
      plain(await api.updateIntegrationResponse({ ...at, IntegrationResponseId, ...change })),
    ).toEqual(changed);
    expect((await api.getIntegrationResponses(at)).Items).toEqual([changed]);
    await api.deleteIntegrationResponse({ ...at, IntegrationResponseId });
    expect((await api.getIntegrationResponses(at)).Items).toEqual([]);
  });

  it("deletes what belongs to an API", async () => {
    const api = open();
    const { ApiId } = await api.createApi(webSocketApi);
    const { IntegrationId } = await api.createIntegration({ ApiId, IntegrationType: "MOCK" });
    await api.deleteApi({ ApiId });
    await expect(api.getIntegration({ ApiId, IntegrationId })).rejects.toMatchObject({
      name: "NotFoundException",
      ResourceType: "Api",
    });
  });
});

describe("the pages of a list", () => {
  it("have every resource once, although others are deleted in between", async () => {
    const ApiId = (await client.createApi(webSocketApi)).ApiId ?? "";
    const ids: string[] = [];
    for (let index = 0; index < 7; index += 1) {
      const created = await client.createIntegration({ ApiId, IntegrationType: "MOCK" });
      ids.push(created.IntegrationId ?? "");
    }
    const pages: number[] = [];
    const listed: string[] = [];
    for await (const { Items = [] } of client.getIntegrations.pages({ ApiId, MaxResults: "3" })) {
      pages.push(Items.length);
      for (const { IntegrationId = "" } of Items) {
        listed.push(IntegrationId);
        await client.deleteIntegration({ ApiId, IntegrationId });
      }
    }
    expect(pages).toEqual([3, 3, 1]);
    expect(listed).toEqual(ids);
  });
});

describe("errors", () => {
  const nowhere = { ApiId: "none", IntegrationId: "none", IntegrationResponseId: "none" };

  it.each([
    ["GetApi", () => client.getApi(nowhere)],
    ["UpdateApi", () => client.updateApi(nowhere)],
    ["DeleteApi", () => client.deleteApi(nowhere)],
    ["CreateIntegration", () => client.createIntegration({ ...nowhere, IntegrationType: "MOCK" })],
    ["DeleteIntegration", () => client.deleteIntegration(nowhere)],
    ["GetIntegrationResponse", () => client.getIntegrationResponse(nowhere)],
    ["GetIntegrationResponses", () => client.getIntegrationResponses(nowhere)],
  ])("%s does not find what there is not", async (_name, call) => {
    const error: unknown = await call().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(codec.NotFoundException);
    expect(error).toMatchObject({ Message: expect.stringContaining("none") as string });
  });

  it("are bad requests where the service has those", async () => {
    const { ApiId = "" } = await client.createApi({ Name: "http", ProtocolType: "HTTP" });
    const { IntegrationId = "" } = await client.createIntegration({
      ApiId,
      IntegrationType: "HTTP_PROXY",
    });
    const webSocket = await client.createApi(webSocketApi);
    const CorsConfiguration = { AllowOrigins: ["*"] };
    const calls = [
      () => client.createApi({ Name: "chat", ProtocolType: "WEBSOCKET" }),
      () => client.createApi({ ...webSocketApi, CorsConfiguration }),
      () => client.createApi({ Name: "quick", ProtocolType: "HTTP", Target: "https://a" }),
      () => client.updateApi({ ApiId: webSocket.ApiId ?? "", CorsConfiguration }),
      () => client.createIntegration({ ApiId, IntegrationType: "MOCK" }),
      () =>
        client.createIntegrationResponse({
          ApiId,
          IntegrationId,
          IntegrationResponseKey: "$default",
        }),
      () => client.getApis({ MaxResults: "0" }),
      () => client.getApis({ MaxResults: "many" }),
      () => client.getApis({ NextToken: "-1" }),
    ];
    for (const call of calls) {
      const error: unknown = await call().catch((thrown: unknown) => thrown);
      expect(error, String(call)).toBeInstanceOf(codec.BadRequestException);
    }
  });

  it("are conflicts of two responses with one key", async () => {
    const { ApiId = "" } = await client.createApi(webSocketApi);
    const { IntegrationId = "" } = await client.createIntegration({
      ApiId,
      IntegrationType: "MOCK",
    });
    const at = { ApiId, IntegrationId };
    const create = (
      IntegrationResponseKey: string,
    ): ReturnType<typeof client.createIntegrationResponse> =>
      client.createIntegrationResponse({ ...at, IntegrationResponseKey });
    const { IntegrationResponseId = "" } = await create("/200/");
    await create("/404/");
    await expect(create("/200/")).rejects.toBeInstanceOf(codec.ConflictException);
    const update = { ...at, IntegrationResponseId };
    await expect(
      client.updateIntegrationResponse({ ...update, IntegrationResponseKey: "/404/" }),
    ).rejects.toBeInstanceOf(codec.ConflictException);
    await client.updateIntegrationResponse({ ...update, IntegrationResponseKey: "/200/" });
    await client.updateIntegrationResponse({ ...update, TemplateSelectionExpression: "t" });
  });

  it("are validated by the model", async () => {
    const error: unknown = await client
      .createApi({ ...webSocketApi, Name: "" })
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(codec.ValidationException);
  });
});

describe("the process", () => {
  it("says how to use it, prints a line for each call, and ends by a signal", async () => {
    const served = await startEmulator(["--example"]);
    const api = new ApiGatewayV2({ ...settings, endpoint: served.url });
    const { Items: [{ ApiId = "" } = {}] = [] } = await api.getApis();
    const { Items: [{ IntegrationId = "" } = {}] = [] } = await api.getIntegrations({ ApiId });
    const responses = await api.getIntegrationResponses({ ApiId, IntegrationId });
    expect(responses.Items).toHaveLength(1);
    await expect(api.getApi({ ApiId: "none" })).rejects.toThrow();
    await fetch(`${served.url}/v2/nothing`);
    const { status, stdout, stderr } = await served.stop();
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    const [head = "", calls = ""] = stdout.split("Press Ctrl+C to stop.\n");
    expect(head).toMatch(/^API Gateway V2 at http:/);
    for (const name of ["boto3", "AWS CLI", "AWS SDK", "our client"])
      expect(head).toContain(`  ${name} `);
    const line = (call: string): unknown =>
      expect.stringMatching(new RegExp(String.raw`^\d\d:\d\d:\d\d ${call} [\d.]+ ms$`));
    expect(calls.trimEnd().split("\n")).toEqual([
      line("GetApis 200"),
      line("GetIntegrations 200"),
      line("GetIntegrationResponses 200"),
      line("GetApi 404 NotFoundException"),
      line("GET /v2/nothing 404 UnknownOperationException"),
    ]);
  });

  it("ends by SIGTERM, too, with a connection open", async () => {
    const served = await startEmulator();
    const client = new ApiGatewayV2({ ...settings, endpoint: served.url });
    await client.getApis();
    expect(await served.stop("SIGTERM")).toMatchObject({ status: 0, stderr: "" });
  });

  it("says that a port is in use", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const { port } = other.address() as AddressInfo;
    const ended = await runEmulator(["--port", String(port)]);
    other.close();
    expect(ended).toEqual({
      status: 2,
      stdout: "",
      stderr: `Cannot listen at 127.0.0.1, port ${port}: another program listens there. Choose another --port.\n`,
    });
  });

  it("says how it is used", async () => {
    expect(await runEmulator(["--help"])).toMatchObject({
      status: 0,
      stdout: expect.stringContaining("--port N") as string,
    });
    const wrong = [["--port", "65536"], ["--colour"]];
    await Promise.all(
      wrong.map(async (args) =>
        expect(await runEmulator(args), args.join(" ")).toMatchObject({
          status: 2,
          stdout: "",
          stderr: expect.stringContaining(args.at(-1) ?? "") as string,
        }),
      ),
    );
  });
});
