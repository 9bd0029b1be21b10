/*
 * Generates a client and a server of every model in a folder, and compiles them in the strictest
 * settings:
 *   npm run models -- FOLDER [NAME...] [--no-compile]
 * FOLDER has models as JSON ASTs, such as `codegen/sdk-codegen/aws-models` in the sources of the AWS
 * SDK for Go (in Debian: the source package golang-github-aws-aws-sdk-go-v2). NAMEs select files.
 */
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import type { Outcome, WorkerData } from "./outcome.js";

const { values, positionals } = parseArgs({
  options: { "no-compile": { type: "boolean", default: false } },
  allowPositionals: true,
});
const [folder, ...names] = positionals;
if (folder === undefined) {
  console.error("Give a folder with models: npm run models -- FOLDER [NAME...] [--no-compile]");
  process.exit(2);
}
const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".json"))
  .filter((file) => names.length === 0 || names.includes(basename(file, ".json")))
  .sort()
  .map((file) => join(folder, file));
const outcomes = await checkAll(files, { compiles: !values["no-compile"] });
console.log(tableOf(outcomes));
process.exit(outcomes.length === 0 || outcomes.some(({ errors }) => errors.length > 0) ? 1 : 0);

/** Checks models on all processors, and prints each that has errors as soon as it is known. */
async function checkAll(pending: string[], workerData: WorkerData): Promise<Outcome[]> {
  const count = pending.length;
  const outcomes: Outcome[] = [];
  const url = new URL("worker.ts", import.meta.url);
  const work = async (): Promise<void> => {
    const worker = new Worker(url, { workerData });
    for (let file = pending.shift(); file !== undefined; file = pending.shift()) {
      worker.postMessage(file);
      const [outcome] = (await once(worker, "message")) as [Outcome];
      outcomes.push(outcome);
      report(outcomes, count);
    }
    await worker.terminate();
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return outcomes;
}

function report(outcomes: readonly Outcome[], count: number): void {
  const last = outcomes.at(-1);
  if (last === undefined) return;
  const { name, protocol, errors, seconds } = last;
  const [first] = errors;
  const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : "";
  const text = first === undefined ? "" : `: ${first}${more}`;
  if (first !== undefined || process.stderr.isTTY)
    console.error(
      `${outcomes.length} of ${count} ${name} (${protocol}), ${seconds.toFixed(1)} s${text}`,
    );
}

/** Returns a table with a line for each protocol, and one for models that are not generated. */
function tableOf(outcomes: readonly Outcome[]): string {
  const protocols = [...new Set(outcomes.map(({ protocol }) => protocol))].sort();
  const rows = protocols.map((protocol) => {
    const own = outcomes.filter((outcome) => outcome.protocol === protocol);
    const generated = own.filter(({ isGenerated }) => isGenerated);
    const sum = (of: (outcome: Outcome) => number): number =>
      own.reduce((total, outcome) => total + of(outcome), 0);
    return [
      protocol,
      own.length,
      generated.length,
      generated.filter(({ errors }) => errors.length === 0).length,
      sum(({ operations }) => operations),
      sum(({ warnings }) => warnings),
      sum(({ seconds }) => seconds).toFixed(0),
    ];
  });
  const head = [
    ...["protocol", "models", "generated", "without errors"],
    ...["operations", "warnings", "seconds"],
  ];
  const lines = [head, ...rows].map((row) => row.map((cell) => String(cell).padEnd(15)).join(""));
  return lines.map((line) => line.trimEnd()).join("\n");
}
