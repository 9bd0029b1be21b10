import { writeFileSync } from "node:fs";
import { bytes, digits } from "../harness/format.js";
import type { Report } from "../harness/report.js";
import { median, quantile } from "../harness/statistics.js";
import {
  clientFile,
  codecFile,
  distFolder,
  packageFolder,
  serverFile,
} from "../setup/build-codec.js";
import { importOnce, type Sample } from "../setup/import-once.js";
import { resolvePeer } from "../setup/peer.js";

const rounds = 11;

/** Measures the import in a new process. */
export function run(): Promise<Report> {
  const empty = new URL("empty.js", distFolder);
  writeFileSync(empty, "export {};\n");
  const operation = new URL("bundle/operations/GetIntegrationResponse.js", packageFolder);
  const entries = [
    { name: "empty module", file: empty.href },
    { name: "one operation", file: operation.href },
    { name: "whole package", file: codecFile.href },
    { name: "client", file: clientFile.href },
    { name: "server", file: serverFile.href },
    { name: "SDK 3.1169", file: resolvePeer("@aws-sdk/client-apigatewayv2") },
  ].map((entry) => ({ ...entry, samples: [] as Sample[] }));
  for (let round = 0; round < rounds; round++) {
    for (const { file, samples } of entries) samples.push(importOnce(file));
  }
  const base = entries[0]?.samples ?? [];
  const results = entries.map(({ name, samples }) => {
    const times = samples.map(({ milliseconds }, i) => milliseconds - (base[i]?.milliseconds ?? 0));
    const heaps = samples.map(({ heap }, i) => heap - (base[i]?.heap ?? 0));
    return { name, times, heap: median(heaps) };
  });
  const one = results[1];
  const all = results[2];
  const client = results[3];
  return Promise.resolve({
    title: "Cold import",
    about: `Each entry is imported by ${rounds} new processes in turns. Times are CPU time. All figures are differences to an empty module.`,
    tables: [
      {
        caption: "Over an empty module",
        columns: ["entry", "time", "middle half", "heap after garbage collection"],
        rows: results.map(({ name, times, heap }) => [
          name,
          `**${digits(median(times))} ms**`,
          `${digits(quantile(times, 0.25))}-${digits(quantile(times, 0.75))} ms`,
          bytes(heap),
        ]),
      },
    ],
    aims: [one, all, client].flatMap((result) =>
      result === undefined
        ? []
        : [
            {
              what: `import of ${result.name}`,
              against: "an empty module",
              value: median(result.times),
              limit: 15,
              sense: "at most" as const,
              unit: "ms more",
            },
            {
              what: `heap of ${result.name}`,
              against: "an empty module",
              value: result.heap / 1e6,
              limit: 0.3,
              sense: "at most" as const,
              unit: "MB more",
            },
          ],
    ),
  });
}
