import { ratio } from "../harness/format.js";
import { measure, type Timing } from "../harness/measure.js";
import type { Aim, Report, Table } from "../harness/report.js";
import { loadSdk, type Sdk } from "../peers/sdk.js";
import { getApisText } from "../samples/get-apis.js";
import { samples } from "../samples/integration-response.js";
import { loadCodec } from "../setup/build-codec.js";

/** Measures deserializing a response, with all type checks. */
export async function run(): Promise<Report> {
  const { GetApis, GetIntegrationResponse } = await loadCodec();
  const sdks = [
    await loadSdk("@aws-sdk/client-apigatewayv2", "SDK 3.1169"),
    await loadSdk("aws-sdk-3888", "SDK 3.888"),
    await loadSdk("aws-sdk-3300", "SDK 3.300"),
  ];
  const payloads: Payload[] = [
    ...samples.map(({ name, text }) => ({
      name,
      text,
      operation: "GetIntegrationResponse",
      decode: GetIntegrationResponse.deserializeResponse,
    })),
    {
      name: "GetApis, 100 items",
      text: getApisText(100),
      operation: "GetApis",
      decode: GetApis.deserializeResponse,
    },
  ];
  const results: Result[] = [];
  for (const payload of payloads) results.push(await measurePayload(payload, sdks));
  return {
    title: "Decode a response",
    about:
      "`deserializeResponse` with all type checks. The input is a string in the comparison with `JSON.parse`, and bytes in the comparison with the SDK.",
    tables: [textTable(results), bytesTable(results, sdks)],
    aims: aims(results),
  };
}

interface Payload {
  readonly name: string;
  readonly text: string;
  readonly operation: string;
  readonly decode: (response: { statusCode: number; body: unknown }) => unknown;
}

interface Result {
  readonly name: string;
  readonly size: number;
  readonly fromText: readonly Timing[];
  readonly fromBytes: readonly Timing[];
}

async function measurePayload(payload: Payload, sdks: readonly Sdk[]): Promise<Result> {
  const { name, text, operation, decode } = payload;
  const bytes = new TextEncoder().encode(text);
  const textResponse = { statusCode: 200, headers: {}, body: text };
  const bytesResponse = { statusCode: 200, headers: {}, body: bytes };
  return {
    name,
    size: bytes.length,
    fromText: await measure([
      { name: "JSON.parse", run: () => JSON.parse(text) as unknown },
      { name: "ours", run: () => decode(textResponse) },
    ]),
    fromBytes: await measure([
      { name: "ours", run: () => decode(bytesResponse) },
      ...sdks.map((sdk) => ({ name: sdk.name, run: () => sdk.deserialize(operation, bytes) })),
    ]),
  };
}

function textTable(results: readonly Result[]): Table {
  return {
    caption: "From a string, 1.00 = `JSON.parse` of the same text",
    columns: ["payload", "bytes", "`JSON.parse`", "apigatewayv2-codec"],
    rows: results.map(({ name, size, fromText }) => [name, String(size), ...fromText.map(ratio)]),
  };
}

function bytesTable(results: readonly Result[], sdks: readonly Sdk[]): Table {
  return {
    caption: "From bytes, 1.00 = apigatewayv2-codec",
    columns: ["payload", "apigatewayv2-codec", ...sdks.map(({ name }) => name)],
    rows: results.map(({ name, fromBytes }) => [name, ...fromBytes.map(ratio)]),
  };
}

function aims(results: readonly Result[]): Aim[] {
  const limits = [1.1, 1.03, 1.03, 1.18];
  const [small, , , list] = results;
  const timesSlower = (result: Result | undefined, name: string): number =>
    result?.fromBytes.find((timing) => timing.name === name)?.ratio ?? NaN;
  return [
    ...results.map(({ name, fromText }, index): Aim => ({
      what: `decode ${name} from a string`,
      against: "`JSON.parse`",
      value: fromText[1]?.ratio ?? NaN,
      limit: limits[index] ?? NaN,
      sense: "at most",
      unit: "x",
    })),
    faster("decode S from bytes", "SDK 3.1169", timesSlower(small, "SDK 3.1169"), 4),
    faster("decode GetApis from bytes", "SDK 3.1169", timesSlower(list, "SDK 3.1169"), 2.8),
    faster("decode S from bytes", "SDK 3.300", timesSlower(small, "SDK 3.300"), 1.7),
  ];
}

function faster(what: string, against: string, value: number, limit: number): Aim {
  return { what, against, value, limit, sense: "at least", unit: "x faster" };
}
