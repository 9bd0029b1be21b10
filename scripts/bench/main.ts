/**
 * Runs the benchmarks: all of them, or those that are named. Each job has a process of its own, so
 * that what the engine learns in one does not slow the next down.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describeMachine } from "./harness/machine.js";
import { aimsTable, reportText } from "./harness/markdown.js";
import type { Report } from "./harness/report.js";
import { resultFile, writeResults } from "./harness/results.js";
import { isJobName, jobNames } from "./jobs.js";
import { installPeers } from "./setup/install-peers.js";

process.exitCode = main(process.argv.slice(2));

function main(names: readonly string[]): number {
  if (!names.every(isJobName)) {
    process.stderr.write(`Usage: npm run bench [-- NAME...], of: ${jobNames.join(", ")}\n`);
    return 2;
  }
  installPeers();
  mkdirSync(new URL("results/", import.meta.url), { recursive: true });
  for (const [name, value] of Object.entries(describeMachine())) {
    process.stdout.write(`${name} ${value}\n`);
  }
  for (const name of names.length === 0 ? jobNames : names) {
    process.stderr.write(`Measuring ${name} ...\n`);
    if (!runJob(name)) return 1;
    const report = JSON.parse(readFileSync(resultFile(name), "utf8")) as Report;
    process.stdout.write(`\n${reportText(report)}\n\n${aimsTable(report.aims)}\n`);
  }
  writeResults();
  return 0;
}

/** The young generation is wide enough to hold what the measure of memory allocates. */
function runJob(name: string): boolean {
  const { status } = spawnSync(
    process.execPath,
    [
      "--expose-gc",
      ...(name === "allocation" ? ["--max-semi-space-size=256"] : []),
      "--no-warnings",
      "--import",
      "ts-blank-space/register",
      fileURLToPath(new URL("run-job.ts", import.meta.url)),
      name,
      fileURLToPath(resultFile(name)),
    ],
    { stdio: "inherit" },
  );
  return status === 0;
}
