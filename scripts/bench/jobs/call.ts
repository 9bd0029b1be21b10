import * as sdk from "@aws-sdk/client-apigatewayv2";
import { ratio } from "../harness/format.js";
import { measure, type Timing } from "../harness/measure.js";
import type { Report } from "../harness/report.js";
import { loadClient } from "../setup/build-codec.js";

const input = { ApiId: "a1b2c3d4", IntegrationId: "i1b2c3d", IntegrationResponseId: "r1b2c3d" };
const body = new TextEncoder().encode(
  '{"integrationResponseId":"r1b2c3d","integrationResponseKey":"$default"}',
);
const headers = { "content-type": "application/json", "x-amzn-requestid": "a-request" };

/** Answers at once. The SDK and the client get the same response. */
const requestHandler = {
  handle: () => Promise.resolve({ response: { statusCode: 200, headers, body } }),
};
const credentials = { accessKeyId: "AKIAEXAMPLE", secretAccessKey: "a-secret" };
const region = "eu-central-1";

/** Measures whole calls of GetIntegrationResponse without the network, unsigned and signed. */
export async function run(): Promise<Report> {
  const { ApiGatewayV2 } = await loadClient();
  const unsigned = await compare(
    new ApiGatewayV2({ region, requestHandler, credentials: false }),
    // A signer that does nothing, since the SDK cannot be told not to sign.
    { signer: { sign: (request: unknown) => Promise.resolve(request) } },
  );
  const signed = await compare(new ApiGatewayV2({ region, requestHandler, credentials }), {});
  return {
    title: "Call an operation",
    about:
      "`getIntegrationResponse(input)` beside `send(new GetIntegrationResponseCommand(input))`, with a transport that answers at once: endpoint, serializing, signing, retries, reading the response.",
    tables: [
      {
        caption: "1.00 = apigatewayv2-codec",
        columns: ["", ...unsigned.map(({ name }) => name)],
        rows: [
          ["unsigned", ...unsigned.map(ratio)],
          ["signed", ...signed.map(ratio)],
        ],
      },
    ],
    aims: [aim("unsigned call", unsigned, 5), aim("signed call", signed, 4)],
  };
}

interface Client {
  getIntegrationResponse(given: typeof input): Promise<unknown>;
}

function compare(client: Client, options: object): Promise<Timing[]> {
  const theirs = new sdk.ApiGatewayV2Client({
    region,
    credentials,
    requestHandler,
    ...options,
  });
  return measure([
    { name: "apigatewayv2-codec", run: () => client.getIntegrationResponse(input) },
    {
      name: "SDK 3.1169",
      run: () => theirs.send(new sdk.GetIntegrationResponseCommand(input)),
    },
  ]);
}

function aim(what: string, timings: readonly Timing[], limit: number): Report["aims"][number] {
  const value = timings[1]?.ratio ?? NaN;
  return { what, against: "SDK 3.1169", value, limit, sense: "at least", unit: "x less CPU" };
}
