import { ratio } from "../harness/format.js";
import { measure } from "../harness/measure.js";
import type { Report } from "../harness/report.js";
import { samples, wireForm } from "../samples/integration-response.js";
import { loadCodec } from "../setup/build-codec.js";

/** Measures everything that a server does with a request except the work itself. */
export async function run(): Promise<Report> {
  const { CreateIntegrationResponse, matchOperation } = await loadCodec();
  const results: { name: string; cells: string[]; value: number }[] = [];
  for (const { name, value, text } of samples) {
    const { IntegrationResponseId, ...input } = value;
    const request = CreateIntegrationResponse.serializeRequest({
      ApiId: "a1b2c3d4",
      IntegrationId: "i1b2c3d",
      ...input,
    });
    const body = String(request.body);
    const wire = wireForm({ ...input, IntegrationResponseId });
    const timings = await measure([
      {
        name: "JSON.parse and JSON.stringify",
        run: () => [JSON.parse(body) as unknown, JSON.stringify(wire)],
      },
      {
        name: "ours",
        run: () => [
          matchOperation(request),
          CreateIntegrationResponse.deserializeRequest(request),
          CreateIntegrationResponse.serializeResponse(value),
        ],
      },
    ]);
    results.push({
      name: `${name}, ${text.length} bytes`,
      cells: timings.map(ratio),
      value: timings[1]?.ratio ?? NaN,
    });
  }
  return {
    title: "Whole server step",
    about:
      "`matchOperation`, `deserializeRequest` with validation, and `serializeResponse` of CreateIntegrationResponse, compared with `JSON.parse` of the request body plus `JSON.stringify` of the response body.",
    tables: [
      {
        caption: "1.00 = `JSON.parse` plus `JSON.stringify`",
        columns: ["payload", "`JSON`", "apigatewayv2-codec"],
        rows: results.map(({ name, cells }) => [name, ...cells]),
      },
    ],
    aims: results.map(({ name, value }) => ({
      what: `server step, ${name}`,
      against: "`JSON.parse` plus `JSON.stringify`",
      value,
      limit: 1.3,
      sense: "at most",
      unit: "x",
    })),
  };
}
