import { describe, expect, it } from "vitest";
import { GetIntegrationResponse, NotFoundException, serializeError } from "apigatewayv2-codec";

describe("GetIntegrationResponse", () => {
  const ids = { ApiId: "a1", IntegrationId: "i1", IntegrationResponseId: "r1" };

  it("writes the request that the contract shows", () => {
    expect(GetIntegrationResponse.serializeRequest(ids)).toEqual({
      method: "GET",
      path: "/v2/apis/a1/integrations/i1/integrationresponses/r1",
      query: {},
      headers: {},
      body: undefined,
    });
  });

  it("reads on the server's side what the client's side wrote", () => {
    const request = GetIntegrationResponse.serializeRequest(ids);
    expect(GetIntegrationResponse.deserializeRequest(request)).toEqual(ids);
  });

  it("leaves absent members absent", () => {
    const output = GetIntegrationResponse.deserializeResponse({
      statusCode: 200,
      headers: {},
      body: '{"integrationResponseId":"r1"}',
    });
    expect(Object.entries(output)).toEqual([["IntegrationResponseId", "r1"]]);
  });

  it("throws the modelled error of an error response, and writes it back", () => {
    const response = serializeError(
      new NotFoundException({ Message: "gone", ResourceType: "integration" }),
    );
    expect(response.statusCode).toBe(404);
    expect(() => GetIntegrationResponse.deserializeResponse(response)).toThrow(
      expect.objectContaining({
        name: "NotFoundException",
        message: "gone",
        ResourceType: "integration",
        $metadata: { httpStatusCode: 404 },
      }),
    );
  });
});
