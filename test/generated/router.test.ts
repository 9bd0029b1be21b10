import * as codec from "apigatewayv2-codec";
import { describe, expect, it } from "vitest";

describe("matchOperation", () => {
  const request = (method: string, path: string): codec.IncomingRequest => ({ method, path });

  it.each([
    ["GET", "/v2/apis", "GetApis"],
    ["GET", "/v2/apis/", "GetApis"],
    ["POST", "/v2/apis", "CreateApi"],
    ["PUT", "/v2/apis", "ImportApi"],
    ["GET", "/v2/apis/a1", "GetApi"],
    ["GET", "/v2/apis/a%2F1", "GetApi"],
    ["GET", "/v2/apis/a1/integrations/i/integrationresponses/r", "GetIntegrationResponse"],
    ["DELETE", "/v2/apis/a1/stages/s/cache/authorizers", "ResetAuthorizersCache"],
  ])("finds the operation of %s %s", (method, path, name) => {
    expect(codec.matchOperation(request(method, path))).toBe(name);
  });

  it.each([
    ["GET", "/v2/apis//integrations"],
    ["GET", "/"],
    ["GET", ""],
    ["PATCH", "/v2/apis"],
    ["GET", "/v2/__proto__"],
    ["GET", "/v2/apis/a1/integrations/i/integrationresponses/r/more"],
  ])("finds none for %s %s", (method, path) => {
    expect(codec.matchOperation(request(method, path))).toBeUndefined();
  });
});
