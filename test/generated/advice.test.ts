import { validateGetIntegrationResponseResponse } from "apigatewayv2-codec";
import { describe, expect, it } from "vitest";

describe("advice", () => {
  const mistyped = {
    ResponseParameters: { "method.respone.header.x": "integration.response.header.y" },
  };

  it("is not given unless asked for", () => {
    expect(validateGetIntegrationResponseResponse(mistyped)).toEqual({ ok: true, value: mistyped });
  });

  it("reports a mistyped key before the service does", () => {
    expect(validateGetIntegrationResponseResponse(mistyped, { advice: true })).toMatchObject({
      ok: false,
      issues: [{ path: "/ResponseParameters/method.respone.header.x", constraint: "advice" }],
    });
  });

  it.each([
    ["ResponseParameters", { "method.response.header.x": "'text'" }, 0],
    ["ResponseParameters", { "method.response.header.x": "integration.response.header.y" }, 0],
    ["ResponseParameters", { "method.response.header.x": "integration.response.body.a.b[0]" }, 0],
    ["ResponseParameters", { "method.response.header.x": "text" }, 1],
    ["ResponseParameters", { "method.response.header.": "'text'" }, 1],
    ["ResponseParameters", { "method.response.header.x y": "'text'" }, 1],
    [
      "ResponseParameters",
      { "method.response.header.x": "'a'", "method.response.header.X": "'b'" },
      1,
    ],
    ["ResponseTemplates", { "application/json": "", "text/xml; charset=utf-8": "" }, 0],
    ["ResponseTemplates", { $default: "" }, 0],
    ["ResponseTemplates", { json: "" }, 1],
  ])("finds in %s %o as many issues as there are", (member, value, count) => {
    const result = validateGetIntegrationResponseResponse({ [member]: value }, { advice: true });
    expect(result.ok ? 0 : result.issues.length).toBe(count);
  });
});
