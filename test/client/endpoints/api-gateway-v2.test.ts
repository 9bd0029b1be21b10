import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ApiGatewayV2Client } from "@aws-sdk/client-apigatewayv2";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildService } from "../../../codegen/src/ir/build-service.js";
import type { Service } from "../../../codegen/src/ir/service.js";
import { loadModel } from "../../../codegen/src/load/load-model.js";
import { resolveEndpoint } from "../../../codegen/runtime/client/endpoint.js";
import { runCases, type TestCase } from "../../../scripts/endpoint-tests/run-cases.js";
import { importRules } from "../../codegen/support/endpoint-rules.js";
import { repository } from "../../codegen/support/generated.js";

function read(file: string): { readonly name: string; readonly bytes: Uint8Array } {
  return { name: file, bytes: readFileSync(join(repository, file)) };
}

function serviceOf(model: string, ...overlays: readonly string[]): Service {
  const loaded = loadModel(read(model), overlays.map(read));
  return buildService(loaded.model, {}, [], loaded.diagnostics);
}

/** The endpoint tests in a file of a model. */
function testsIn(path: string): TestCase[] {
  const { shapes } = JSON.parse(readFileSync(path, "utf8")) as {
    shapes: Record<string, { traits?: Record<string, { testCases?: TestCase[] }> }>;
  };
  return Object.values(shapes).flatMap(
    ({ traits }) => traits?.["smithy.rules#endpointTests"]?.testCases ?? [],
  );
}

const overlay = "model/endpoints.json";
const service = serviceOf("model/apigatewayv2.json", overlay);
const { endpointRules: rules } = await importRules("api-gateway-v2", service);
const loaded = {
  ...{ rules, operations: {}, resolveEndpoint, text: "", warnings: [] },
  parameters: service.endpoints?.parameters ?? [],
};

describe("the endpoints of API Gateway V2", () => {
  it("pass the tests of the model", () => {
    const results = runCases(loaded, testsIn(join(repository, overlay)));
    expect(results.failures).toEqual([]);
    expect(results.checks).toBeGreaterThan(40);
  });

  const { endpointProvider } = new ApiGatewayV2Client({ region: "us-east-1" }).config;
  const regions = [
    ...[
      "us-east-1",
      "eu-central-1",
      "cn-north-1",
      "us-gov-west-1",
      "us-iso-east-1",
      "us-isob-east-1",
    ],
    ...[
      "eusc-de-east-1",
      "eu-isoe-west-1",
      "us-isof-south-1",
      "aws-global",
      "aws-cn-global",
      "mars-1",
    ],
  ];
  const parameters = fc.record(
    {
      Region: fc.constantFrom(...regions),
      UseFIPS: fc.boolean(),
      UseDualStack: fc.boolean(),
      Endpoint: fc.constantFrom("https://example.com", "http://localhost:1/base"),
    },
    { requiredKeys: [] },
  );

  it("are those of the AWS SDK for every configuration", () => {
    fc.assert(
      fc.property(parameters, (given) => {
        const {
          Region: region,
          UseFIPS: fips,
          UseDualStack: dualstack,
          Endpoint: endpoint,
        } = given;
        let theirs: string;
        try {
          // The SDK's own rules have no defaults.
          theirs = endpointProvider({ UseFIPS: false, UseDualStack: false, ...given }).url.href;
        } catch (error) {
          expect(() => rules.resolve(given)).toThrow((error as Error).message);
          return;
        }
        const config = { region, endpoint, useFipsEndpoint: fips, useDualstackEndpoint: dualstack };
        const ours = {
          ...{ name: "ApiGatewayV2", auth: [], endpoints: rules, operations: {} },
          toValidationException: () => new Error(),
        };
        const { url, ...others } = resolveEndpoint(ours, config, undefined, {});
        expect(new URL(url).href).toBe(theirs);
        expect(others).toEqual({});
      }),
      { numRuns: 500 },
    );
  });
});

const folder = process.env["SMITHY_MODELS"] ?? join(repository, "../shared/models");
const published = join(folder, "apigatewayv2-2018-11-29.json");
const isThere = existsSync(published);
if (!isThere) console.warn(`Skipped: AWS's own model is not at ${published}.`);

describe.skipIf(!isThere)("the endpoint rules of AWS's own model of API Gateway V2", () => {
  it("are those of the overlay", () => {
    const bytes = readFileSync(published);
    const { model, diagnostics } = loadModel({ name: "published", bytes }, []);
    expect(buildService(model, {}, [], diagnostics).endpoints).toEqual(service.endpoints);
  });

  it("have the tests of the overlay, and some for partitions as they were in 2025", () => {
    const plain = (test: TestCase): TestCase => ({ params: {}, ...test, documentation: "" });
    const withoutProse = testsIn(published).map(plain);
    const tests = testsIn(join(repository, overlay)).map(plain);
    expect(withoutProse).toEqual(expect.arrayContaining(tests));
    const others = runCases(loaded, withoutProse).failures;
    expect(others).toHaveLength(withoutProse.length - tests.length);
    for (const failure of others) expect(failure).toMatch(/does not support.*us-isob?-east-1/);
  });
});
