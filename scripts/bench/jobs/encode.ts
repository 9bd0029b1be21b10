import { ratio } from "../harness/format.js";
import { measure } from "../harness/measure.js";
import type { Report } from "../harness/report.js";
import { samples, wireForm } from "../samples/integration-response.js";
import { getApisText } from "../samples/get-apis.js";
import { loadCodec } from "../setup/build-codec.js";

/** Measures serializing a nested body. */
export async function run(): Promise<Report> {
  const { CreateIntegrationResponse, GetApis } = await loadCodec();
  const rows: { name: string; cells: string[]; value: number }[] = [];
  const ids = { ApiId: "a1b2c3d4", IntegrationId: "i1b2c3d" };
  for (const { name, value } of samples) {
    const wire = wireForm(value);
    delete wire["integrationResponseId"];
    const input = { ...ids, ...value };
    const timings = await measure([
      { name: "JSON.stringify", run: () => JSON.stringify(wire) },
      { name: "ours", run: () => CreateIntegrationResponse.serializeRequest(input) },
    ]);
    rows.push({ name, cells: timings.map(ratio), value: timings[1]?.ratio ?? NaN });
  }
  const text = getApisText(100);
  const wire: unknown = JSON.parse(text);
  const output = GetApis.deserializeResponse({ statusCode: 200, headers: {}, body: text });
  const timings = await measure([
    { name: "JSON.stringify", run: () => JSON.stringify(wire) },
    { name: "ours", run: () => GetApis.serializeResponse(output) },
  ]);
  return {
    title: "Encode a body",
    about:
      "`CreateIntegrationResponse.serializeRequest` with path, headers and body, and `GetApis.serializeResponse`, compared with `JSON.stringify` of a wire object that already exists.",
    tables: [
      {
        caption: "1.00 = `JSON.stringify` of an existing wire object",
        columns: ["payload", "`JSON.stringify`", "apigatewayv2-codec"],
        rows: [
          ...rows.map(({ name, cells }) => [name, ...cells]),
          ["GetApis, 100 items, with dates and nested structures", ...timings.map(ratio)],
        ],
      },
    ],
    aims: rows.map(({ name, value }) => ({
      what: `encode ${name}`,
      against: "`JSON.stringify`",
      value,
      limit: 1.05,
      sense: "at most",
      unit: "x",
    })),
  };
}
