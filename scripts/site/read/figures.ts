import type { Report } from "../../bench/harness/report.js";
import { figureAt, parseFigure, tableNamed } from "./results.js";

/** The figures that the first page and the comparison quote. */
export interface Figures {
  /** Kilobytes of a bundle with a client of one operation: ours, and that of the AWS SDK. */
  readonly clientSize: Pair;
  /** How many times the CPU time of our signed call the AWS SDK takes. */
  readonly signedCall: number;
  /** Milliseconds of CPU time to import one operation: ours, and the AWS SDK. */
  readonly importTime: Pair;
  /** How many times our time zod and valibot take to validate a value of 6 KB. */
  readonly zod: number;
  readonly valibot: number;
  /** Seconds to generate all 103 operations, formatted. */
  readonly generation: string;
}

/** A figure of ours, and that of the AWS SDK. */
export interface Pair {
  readonly ours: string;
  readonly sdk: string;
}

/** Takes the figures from the results of the benchmarks. */
export function figuresOf(reports: ReadonlyMap<string, Report>): Figures {
  const sizes = tableNamed(reports, "bundle-size");
  const imports = tableNamed(reports, "cold-import");
  const valid = tableNamed(reports, "validate-valid");
  const call = tableNamed(reports, "call");
  const generation = tableNamed(reports, "generation", "All");
  const sdkOf = ({ rows }: typeof sizes): string =>
    rows.map(([name = ""]) => name).find((name) => name.startsWith("SDK")) ?? "SDK";
  const size = (row: string): string =>
    (figureAt(sizes, row, "min + gzip").value / 1000).toFixed(1);
  const time = (row: string): string => String(Math.round(figureAt(imports, row, "time").value));
  return {
    clientSize: { ours: size("createClient with one operation"), sdk: size(sdkOf(sizes)) },
    signedCall: figureAt(call, "signed", call.columns.at(-1) ?? "").value,
    importTime: { ours: time("one operation"), sdk: time(sdkOf(imports)) },
    zod: figureAt(valid, "zod", "M").value,
    valibot: figureAt(valid, "valibot", "M").value,
    generation: String(parseFigure(generation.rows[0]?.[1] ?? "").value),
  };
}
