/**
 * Runs all benchmarks, or those that are named. Each job has its own process, so that the engine's
 * optimizations for one job do not affect the next.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { compare } from "./compare/compare.js";
import { describeMachine } from "./harness/machine.js";
import { aimsTable, reportText } from "./harness/markdown.js";
import type { Report } from "./harness/report.js";
import { resultFile, writeResults } from "./harness/results.js";
import { isJobName, jobNames } from "./jobs.js";
import { installPeers } from "./setup/install-peers.js";

const [first = "", ...rest] = process.argv.slice(2);
if (first === "compare") await compare(rest[0] ?? "HEAD~1");
else process.exitCode = main(process.argv.slice(2));

function main(names: readonly string[]): number {
  if (!names.every(isJobName)) {
    process.stderr.write(
      `Usage: npm run bench [-- NAME...]\n       npm run bench -- compare [REVISION]\nNames: ${jobNames.join(", ")}\nREVISION is what the working tree is compared with: the commit before, unless given.\n`,
    );
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

/** For the job `allocation`, V8's young generation must hold everything that the job allocates. */
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
