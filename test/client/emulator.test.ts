import { ApiGatewayV2 } from "apigatewayv2-codec/client";
import { NotFoundException } from "apigatewayv2-codec";
import { afterAll, describe, expect, it } from "vitest";
import { startMoto } from "./support/moto.js";

const moto = await startMoto();
if (moto === undefined) {
  console.log("Skipped: there is no moto_server (Python package moto) on this machine.");
}

describe.skipIf(moto === undefined)("moto, an emulator of AWS", () => {
  const api = new ApiGatewayV2({
    region: "eu-central-1",
    endpoint: moto?.endpoint ?? "",
    credentials: { accessKeyId: "AKIAEXAMPLE", secretAccessKey: "secret" },
  });
  afterAll(async () => moto?.stop());

  it("creates, reads, changes, lists and deletes", async () => {
    const { ApiId = "" } = await api.createApi({
      Name: "orders 🛒",
      ProtocolType: "WEBSOCKET",
      RouteSelectionExpression: "$request.body.action",
      Tags: { team: "a b" },
    });
    await expect(api.getApi({ ApiId })).resolves.toMatchObject({
      ApiId,
      Name: "orders 🛒",
      Tags: { team: "a b" },
      CreatedDate: expect.any(Date) as Date,
    });
    await api.updateApi({ ApiId, Description: "ü & more" });
    const { Items: apis = [] } = await api.getApis();
    expect(apis.map(({ Name, Description }) => [Name, Description])).toEqual([
      ["orders 🛒", "ü & more"],
    ]);

    const { IntegrationId = "" } = await api.createIntegration({
      ApiId,
      IntegrationType: "HTTP",
      IntegrationMethod: "GET",
      IntegrationUri: "https://example.com/a?b=c",
    });
    await api.updateIntegration({ ApiId, IntegrationId, TimeoutInMillis: 5000 });
    await expect(api.getIntegration({ ApiId, IntegrationId })).resolves.toMatchObject({
      IntegrationUri: "https://example.com/a?b=c",
      TimeoutInMillis: 5000,
    });
    const { Items: integrations } = await api.getIntegrations({ ApiId });
    expect(integrations).toHaveLength(1);

    const { IntegrationResponseId = "" } = await api.createIntegrationResponse({
      ApiId,
      IntegrationId,
      IntegrationResponseKey: "/200/",
      ResponseTemplates: { "application/json": '{"a":1}' },
    });
    const ids = { ApiId, IntegrationId, IntegrationResponseId };
    await api.updateIntegrationResponse({ ...ids, TemplateSelectionExpression: "x" });
    await expect(api.getIntegrationResponse(ids)).resolves.toEqual({
      IntegrationResponseId,
      IntegrationResponseKey: "/200/",
      ResponseTemplates: { "application/json": '{"a":1}' },
      TemplateSelectionExpression: "x",
    });
    const { Items: responses } = await api.getIntegrationResponses({ ApiId, IntegrationId });
    expect(responses).toHaveLength(1);

    await api.deleteIntegrationResponse(ids);
    const gone = await api.getIntegrationResponse.safe(ids);
    expect(gone).toMatchObject({ ok: false, error: { $metadata: { httpStatusCode: 404 } } });
    if (!gone.ok) expect(gone.error).toBeInstanceOf(NotFoundException);
    await api.deleteIntegration({ ApiId, IntegrationId });
    await api.deleteApi({ ApiId });
    await expect(api.getApis()).resolves.toMatchObject({ Items: [] });
  });
});
