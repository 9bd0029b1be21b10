import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { importModel, operationOf } from "./support/generated.js";

const folder = process.env["SMITHY_MODELS"] ?? join(import.meta.dirname, "../../../shared/models");
const file = join(folder, "apigatewayv2-2018-11-29.json");
const isThere = existsSync(file);
if (!isThere) console.warn(`Skipped: AWS's own model is not at ${file}.`);

describe.skipIf(!isThere)("AWS's own model of API Gateway V2", () => {
  it("generates, compiles and works, endpoint rules and HTML in it and all", async () => {
    const json: unknown = JSON.parse(readFileSync(file, "utf8"));
    const exports = await importModel("published-model", json);
    const operation = operationOf(exports, "GetIntegrationResponse");
    const ids = { ApiId: "a", IntegrationId: "i/1", IntegrationResponseId: "r" };
    const request = operation.serializeRequest(ids);
    expect(request["path"]).toBe("/v2/apis/a/integrations/i%2F1/integrationresponses/r");
    expect(operation.deserializeRequest(request)).toEqual(ids);
    const output = { ResponseParameters: { __proto__x: "y" }, IntegrationResponseId: "r" };
    expect(operation.deserializeResponse(operation.serializeResponse(output))).toEqual(output);
  });
});
