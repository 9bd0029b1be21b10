import { measure, type Timing } from "../harness/measure.js";
import { getApisText } from "../samples/get-apis.js";
import { samples } from "../samples/integration-response.js";
import { invalidValue } from "../samples/invalid.js";
import type { loadCodec } from "../setup/build-codec.js";

type Codec = Awaited<ReturnType<typeof loadCodec>>;

/** Measures two builds of the package in turns. The second timing of each has the ratio to the first. */
export async function compareSpeed(base: Codec, ours: Codec): Promise<[string, Timing[]][]> {
  const results: [string, Timing[]][] = [];
  for (const [name, make] of Object.entries(jobs())) {
    const timings = await measure([
      { name: "base", run: make(base) },
      { name: "ours", run: make(ours) },
    ]);
    results.push([name, timings]);
  }
  return results;
}

type Job = (codec: Codec) => () => unknown;

function jobs(): Record<string, Job> {
  const labels = { ApiId: "a1b2c3d4", IntegrationId: "i1b2c3d" };
  const all: Record<string, Job> = {
    "request of GetIntegrationResponse": ({ GetIntegrationResponse }) => {
      const input = { ...labels, IntegrationResponseId: "r1" };
      return () => GetIntegrationResponse.serializeRequest(input);
    },
    "decode GetApis, 100 items": ({ GetApis }) => {
      const response = { statusCode: 200, headers: {}, body: getApisText(100) };
      return () => GetApis.deserializeResponse(response);
    },
    "validate 15 issues": ({ validateIntegrationResponse }) => {
      const wrong = invalidValue(15);
      return () => validateIntegrationResponse(wrong);
    },
  };
  for (const { name, text, value } of samples) {
    all[`decode ${name}`] = ({ GetIntegrationResponse }) => {
      const response = { statusCode: 200, headers: {}, body: text };
      return () => GetIntegrationResponse.deserializeResponse(response);
    };
    all[`encode ${name}`] = ({ GetIntegrationResponse }) => {
      return () => GetIntegrationResponse.serializeResponse(value);
    };
    all[`validate ${name}`] = ({ validateIntegrationResponse }) => {
      return () => validateIntegrationResponse(value);
    };
    all[`server step ${name}`] = ({ CreateIntegrationResponse, matchOperation }) => {
      const request = CreateIntegrationResponse.serializeRequest({ ...labels, ...value });
      return () => [
        matchOperation(request),
        CreateIntegrationResponse.deserializeRequest(request),
        CreateIntegrationResponse.serializeResponse(value),
      ];
    };
  }
  return all;
}
