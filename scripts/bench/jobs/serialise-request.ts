import { ratio } from "../harness/format.js";
import { measure } from "../harness/measure.js";
import type { Report } from "../harness/report.js";
import { loadSdk } from "../peers/sdk.js";
import { loadCodec } from "../setup/build-codec.js";

/** Measures serializing the request of GetIntegrationResponse, which has a path with three labels. */
export async function run(): Promise<Report> {
  const { GetIntegrationResponse } = await loadCodec();
  const sdks = [
    await loadSdk("@aws-sdk/client-apigatewayv2", "SDK 3.1169"),
    await loadSdk("aws-sdk-3888", "SDK 3.888"),
    await loadSdk("aws-sdk-3300", "SDK 3.300"),
  ];
  const input = { ApiId: "a1b2c3d4", IntegrationId: "i1b2c3d", IntegrationResponseId: "r1b2c3d" };
  const timings = await measure([
    { name: "apigatewayv2-codec", run: () => GetIntegrationResponse.serializeRequest(input) },
    ...sdks.map((sdk) => ({
      name: sdk.name,
      run: () => sdk.serialize("GetIntegrationResponse", input),
    })),
  ]);
  return {
    title: "Serialise a request",
    about: "`GetIntegrationResponse.serializeRequest`: method, path with three labels, headers.",
    tables: [
      {
        caption: "1.00 = apigatewayv2-codec",
        columns: ["", ...timings.map(({ name }) => name)],
        rows: [["request", ...timings.map(ratio)]],
      },
    ],
    aims: [
      {
        what: "serialise GetIntegrationResponse's request",
        against: "SDK 3.1169",
        value: timings[1]?.ratio ?? NaN,
        limit: 10,
        sense: "at least",
        unit: "x faster",
      },
    ],
  };
}
