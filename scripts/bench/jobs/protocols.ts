import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { digits, time } from "../harness/format.js";
import type { Timing } from "../harness/measure.js";
import type { Aim, Report, Table } from "../harness/report.js";
import { batchProtocols, type BatchProtocol } from "../protocols/batch-protocols.js";
import type { ProtocolFigures } from "../protocols/measure-protocol.js";
import { sizeTable } from "../protocols/sizes.js";
import { distFolder } from "../setup/build-codec.js";

type Direction = "decode" | "encode";

interface Measured extends ProtocolFigures {
  readonly protocol: BatchProtocol;
}

/** Measures all protocols beside the SDK and beside parsers that know nothing of shapes. */
export async function run(): Promise<Report> {
  const measured = batchProtocols.map(measureInProcess);
  return {
    title: "Protocols",
    about:
      "The same values in each protocol: nested structures, lists, maps, timestamps, blobs, numbers and text, of which an eighth is not ASCII. `deserializeResponse` from bytes and `serializeRequest`, beside the classes of `@aws-sdk/core/protocols` with the same shapes as schemas and the context of a client, and beside libraries that parse and print values without types. Each protocol has a process of its own.",
    tables: [
      timesTable(measured, "decode", "Decode a response from bytes, 1.00 = ours"),
      timesTable(measured, "encode", "Encode a request, 1.00 = ours"),
      await sizeTable(),
    ],
    aims: measured.flatMap((one) => [...aims(one, "decode"), ...aims(one, "encode")]),
  };
}

/** In a new process, since the protocols of the SDK share code, which would see other shapes. */
function measureInProcess(protocol: BatchProtocol): Measured {
  const file = fileURLToPath(new URL(`figures-${protocol.name}.json`, distFolder));
  const script = fileURLToPath(new URL("../protocols/run-protocol.ts", import.meta.url));
  const loader = ["--no-warnings", "--import", "ts-blank-space/register"];
  const { status } = spawnSync(process.execPath, [...loader, script, protocol.name, file], {
    stdio: "inherit",
  });
  if (status !== 0) throw new Error(`${protocol.name} could not be measured`);
  return { protocol, ...(JSON.parse(readFileSync(file, "utf8")) as ProtocolFigures) };
}

function timesTable(measured: readonly Measured[], direction: Direction, caption: string): Table {
  return {
    caption,
    columns: ["protocol", "size", "bytes", "ours", "SDK", "without types"],
    rows: measured.flatMap(({ protocol, rows }) =>
      rows.map((row) => {
        const [ours, sdk, ...bare] = row[direction];
        const size = direction === "decode" ? row.responseBytes : row.requestBytes;
        return [
          protocol.name,
          row.sample,
          size.toLocaleString("en-US"),
          time(ours?.nanoseconds ?? NaN),
          cell(sdk),
          bare.map((timing) => `${timing.name} ${cell(timing)}`).join(", "),
        ];
      }),
    ),
  };
}

function cell(timing: Timing | undefined): string {
  if (timing === undefined) return "";
  return `**${digits(timing.ratio)}** (${digits(timing.low)}-${digits(timing.high)})`;
}

function aims({ protocol, rows }: Measured, direction: Direction): Aim[] {
  if (protocol.format === "json") return [];
  return rows.map((row) => ({
    what: `${protocol.name}: ${direction} ${row.sample}`,
    against: "SDK",
    value: row[direction][1]?.ratio ?? NaN,
    limit: 2,
    sense: "at least",
    unit: "x faster",
  }));
}
