import { bytes, digits } from "../harness/format.js";
import type { Report } from "../harness/report.js";
import { median } from "../harness/statistics.js";
import { getApisText } from "../samples/get-apis.js";
import { samples } from "../samples/integration-response.js";
import { loadCodec } from "../setup/build-codec.js";

/** Measures the memory that a decode allocates. The runner makes V8's young generation large enough for it. */
export async function run(): Promise<Report> {
  const { GetApis, GetIntegrationResponse } = await loadCodec();
  const cases = [
    ...samples.map(({ name, text }) => ({
      name,
      text,
      decode: GetIntegrationResponse.deserializeResponse,
    })),
    { name: "GetApis, 100 items", text: getApisText(100), decode: GetApis.deserializeResponse },
  ];
  const results = cases.map(({ name, text, decode }) => {
    const response = { statusCode: 200, headers: {}, body: text };
    const count = Math.max(20, Math.min(2000, Math.round(4e6 / text.length)));
    const parse = (): unknown => JSON.parse(text);
    const read = (): unknown => decode(response);
    return {
      name,
      parsed: allocated(parse, count),
      total: allocated(read, count),
      output: retained(read, count),
    };
  });
  return {
    title: "Memory allocated per decode",
    about:
      "The input is a string. The output is what a decode leaves after garbage collection. The rest of the allocated memory is garbage, mostly the parsed JSON.",
    tables: [
      {
        caption: "Bytes of one decode",
        columns: ["payload", "output", "allocated", "`JSON.parse` alone", "beyond the output"],
        rows: results.map(({ name, output, total, parsed }) => [
          name,
          bytes(output),
          bytes(total),
          bytes(parsed),
          `**${digits((total - output) / output)}** of the output`,
        ]),
      },
    ],
    aims: results.map(({ name, output, total }) => ({
      what: `garbage of decoding ${name}`,
      against: "the output",
      value: (total - output) / output,
      limit: 1.3,
      sense: "at most",
      unit: "x",
    })),
  };
}

/** Holds the last result. Exported so that it is not reported as unused. */
export const sink: { value: unknown } = { value: undefined };

/** Returns the bytes that one run allocates. */
function allocated(run: () => unknown, count: number): number {
  for (let index = 0; index < 20_000 && index < count * 20; index++) sink.value = run();
  const samples: number[] = [];
  for (let round = 0; round < 7; round++) {
    globalThis.gc?.();
    const before = process.memoryUsage().heapUsed;
    for (let index = 0; index < count; index++) sink.value = run();
    samples.push((process.memoryUsage().heapUsed - before) / count);
  }
  return median(samples);
}

/** Returns the bytes that one run leaves after garbage collection. */
function retained(run: () => unknown, count: number): number {
  const samples: number[] = [];
  for (let round = 0; round < 5; round++) {
    sink.value = undefined;
    globalThis.gc?.();
    const before = process.memoryUsage().heapUsed;
    sink.value = keep(run, count);
    globalThis.gc?.();
    samples.push((process.memoryUsage().heapUsed - before) / count - 8);
  }
  return median(samples);
}

/** A separate function, because a local variable would keep the result of an earlier round. */
function keep(run: () => unknown, count: number): unknown[] {
  return Array.from({ length: count }, run);
}
