/*
 * Generates a client, and a server where the protocol has one, of every model in a folder, in every
 * protocol of its service, and compiles them in the strictest settings:
 *   npm run models -- FOLDER [NAME...] [--no-compile] [--workers N] [--memory MB] [--rows FILE]
 * FOLDER has models as JSON ASTs, such as `codegen/sdk-codegen/aws-models` in the sources of the AWS
 * SDK for Go (in Debian: the source package golang-github-aws-aws-sdk-go-v2). NAMEs select files.
 * `--rows` adds what became of each model to a file as a line of JSON, and leaves out the models that
 * the file already has, so that a long run can be continued.
 */
import { appendFileSync, existsSync, readdirSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { checkModels } from "./check-models.js";
import type { Outcome } from "./outcome.js";
import { tableOf } from "./table.js";

const { values, positionals } = parseArgs({
  options: {
    "no-compile": { type: "boolean", default: false },
    workers: { type: "string", default: String(availableParallelism()) },
    memory: { type: "string", default: "4096" },
    rows: { type: "string" },
  },
  allowPositionals: true,
});
const [folder, ...names] = positionals;
const [workers, memory] = [Number(values.workers), Number(values.memory)];
if (folder === undefined || !(workers >= 1) || !(memory >= 1)) {
  console.error(
    "Give a folder with models: npm run models -- FOLDER [NAME...] [--no-compile] [--workers N] [--memory MB] [--rows FILE]",
  );
  process.exit(2);
}
const models = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".json"))
  .filter((file) => names.length === 0 || names.includes(basename(file, ".json")))
  .sort();
const { rows } = values;
const known = rows === undefined || !existsSync(rows) ? [] : readRows(rows);
const outcomes = known.filter(({ model }) => models.includes(model));
const done = new Set(outcomes.map(({ model }) => model));
for (const outcome of outcomes) report(outcome);
await checkModels(
  models.filter((model) => !done.has(model)),
  { folder, compiles: !values["no-compile"], workers, memory, onOutcomes },
);
console.log(tableOf(outcomes));
process.exit(outcomes.length === 0 || outcomes.some(({ errors }) => errors.length > 0) ? 1 : 0);

function readRows(path: string): Outcome[] {
  const lines = readFileSync(path, "utf8").split("\n");
  return lines.filter((line) => line !== "").map((line) => JSON.parse(line) as Outcome);
}

/** Keeps what became of a model. */
function onOutcomes(added: readonly Outcome[]): void {
  outcomes.push(...added);
  if (rows !== undefined)
    appendFileSync(rows, added.map((outcome) => `${JSON.stringify(outcome)}\n`).join(""));
  for (const outcome of added) {
    done.add(outcome.model);
    report(outcome);
  }
}

/** Prints what became of a model if it has errors, or if somebody watches. */
function report({ model, protocol, errors, seconds }: Outcome): void {
  const [first] = errors;
  const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : "";
  const text = first === undefined ? "" : `: ${first}${more}`;
  if (first !== undefined || process.stderr.isTTY)
    console.error(
      `${done.size} of ${models.length} ${model} (${protocol}), ${seconds.toFixed(1)} s${text}`,
    );
}
