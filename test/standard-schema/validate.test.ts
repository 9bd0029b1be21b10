import { describe, expect, it } from "vitest";
import {
  CreateRouteRequestSchema,
  CreateIntegrationResponseRequestSchema,
} from "apigatewayv2-codec";

const { validate } = CreateRouteRequestSchema["~standard"];

describe("XSchema", () => {
  const wrong = { ApiId: "a", routeKey: "k", authorizationScopes: Array<string>(150).fill("") };

  it("tells how many issues there are beyond those that it describes", () => {
    const { issues = [] } = validate(wrong);
    expect(issues).toHaveLength(101);
    expect(issues[100]).toEqual({ message: "There are 50 more issues.", path: [] });
  });

  it("describes as many as it is asked for", () => {
    const { issues = [] } = validate(wrong, { libraryOptions: { maxIssues: 150 } });
    expect(issues).toHaveLength(150);
  });

  it("describes as many of those that could not be read", () => {
    const scopes = Array<number>(5).fill(1);
    const { issues = [] } = validate(
      { ...wrong, authorizationScopes: scopes, target: "" },
      { libraryOptions: { maxIssues: 3 } },
    );
    expect(issues).toHaveLength(4);
    expect(issues[3]).toEqual({ message: "There are 3 more issues.", path: [] });
  });

  it("gives advice where it is asked for", () => {
    const schema = CreateIntegrationResponseRequestSchema["~standard"];
    const json = {
      ApiId: "a",
      IntegrationId: "i",
      integrationResponseKey: "k",
      responseParameters: { "method.respone.header.x": "'a'" },
    };
    expect(schema.validate(json).issues).toBeUndefined();
    const { issues } = schema.validate(json, { libraryOptions: { advice: true } });
    expect(issues).toHaveLength(1);
  });
});
