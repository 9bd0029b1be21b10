import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { jobNames } from "../jobs.js";
import { peersFolder } from "../setup/peer.js";
import { aimsChart } from "./chart.js";
import { describeMachine } from "./machine.js";
import { aimsTable, reportText } from "./markdown.js";
import type { Report } from "./report.js";

/** Where a job's report is kept, so that one job can be run again without the others. */
export function resultFile(job: string): URL {
  return new URL(`results/${job}.json`, peersFolder);
}

/** Writes the results of all jobs that have been run. */
export function writeResults(): void {
  const reports = jobNames
    .map(resultFile)
    .filter((file) => existsSync(file))
    .map((file) => JSON.parse(readFileSync(file, "utf8")) as Report);
  const aims = reports.flatMap((report) => report.aims);
  writeFileSync(new URL("RESULTS.svg", peersFolder), aimsChart(aims));
  const notes = new URL("NOTES.md", peersFolder);
  const text = [
    "# Benchmarks",
    "Made by `npm run bench`; one job alone is run again by `npm run bench -- NAME`. Contenders take turns in one process; ratios are medians of each round's ratio, with the middle half of the rounds in brackets. Times are processor time, since the machine may be busy with other things; below about 40 ns read the order of magnitude only.",
    Object.entries(describeMachine())
      .map(([name, value]) => `${name} ${value}`)
      .join(" · "),
    "![How far each aim is reached](RESULTS.svg)",
    "## Aims",
    aimsTable(aims),
    ...(existsSync(notes) ? [readFileSync(notes, "utf8").trim()] : []),
    ...reports.map(reportText),
  ].join("\n\n");
  writeFileSync(new URL("RESULTS.md", peersFolder), `${text}\n`);
}
