import { hasDrift, type OutputFolder } from "../write/compare-folder.js";
import { findRecord, storeRecord } from "../write/run-record.js";
import { compareOutput, writeOutput, type Output } from "../write/write-output.js";
import { fingerprintOfGenerator } from "./fingerprint.js";
import { failForWarnings, matchingEntries, withoutIgnored } from "./silence.js";
import { inputsKey, readInputs, type TaskInputs } from "./task-inputs.js";
import type {
  FileReport,
  FolderReport,
  Task,
  TaskEvents,
  TaskReport,
  TaskSummary,
} from "./task.js";

/**
 * Generates an output, and writes it or compares it with what is there. If nothing has changed since an earlier run,
 * nothing is generated.
 * @throws ModelError with every error in the model, or with every warning if warnings are errors
 * @throws InputError if an input cannot be read
 * @throws OutputError if an output cannot be read or written
 */
export async function runTask(task: Task, events: TaskEvents = {}): Promise<TaskReport> {
  const start = performance.now();
  events.onProgress?.(`reading ${task.models.join(", ")}`);
  const inputs = await readInputs(task);
  const key = inputsKey(task, inputs, fingerprintOfGenerator());
  const found = await findReport(task, inputs, key);
  if (found !== undefined) return finish(found, task, start);
  const { report, output } = await generateTask(task, inputs, events);
  const isUpToDate =
    report.files.every(({ status }) => status === "unchanged") && !report.folders.some(hasDrift);
  if (task.cache && (!task.isReadOnly || isUpToDate)) await storeReport(task, key, report, output);
  return finish(report, task, start);
}

/** The report of an earlier run with the same inputs, whose outputs are unchanged; `undefined` if there is none. */
export async function findUnchanged(task: Task): Promise<TaskReport | undefined> {
  const start = performance.now();
  const inputs = await readInputs(task);
  const key = inputsKey(task, inputs, fingerprintOfGenerator());
  const report = await findReport(task, inputs, key);
  return report && finish(report, task, start);
}

type Report = Omit<TaskReport, "ignored" | "seconds">;

function finish(report: Report, { ignore, strict }: Task, start: number): TaskReport {
  const warnings = withoutIgnored(report.warnings, ignore);
  if (strict) failForWarnings(warnings);
  const ignored = matchingEntries(report.warnings, ignore);
  return { ...report, warnings, ignored, seconds: (performance.now() - start) / 1000 };
}

async function findReport(
  task: Task,
  { models }: TaskInputs,
  key: string,
): Promise<Report | undefined> {
  const record = task.cache ? await findRecord(task.out, key) : undefined;
  if (record === undefined) return undefined;
  const folders: FolderReport[] = [];
  const files: FileReport[] = [];
  for (const { path, names } of record.written) {
    if (names.length === 0) files.push({ path, status: "unchanged" });
    else folders.push({ path, missing: [], changed: [], stale: [], kept: [], unchanged: names });
  }
  const names = models.map(({ name }) => name);
  return { ...(record.result as TaskSummary), name: task.name, models: names, folders, files };
}

async function storeReport(task: Task, key: string, report: Report, output: Output): Promise<void> {
  const { service, operations, shapes, warnings, linearPatterns, folders } = report;
  // A file that is kept has a warning, which must be repeated.
  if (folders.some(({ kept }) => kept.length > 0)) return;
  const summary: TaskSummary = { service, operations, shapes, warnings, linearPatterns };
  await storeRecord(task.out, key, output, summary);
}

async function generateTask(
  task: Task,
  { models, overlays }: TaskInputs,
  { onProgress, onWait }: TaskEvents,
): Promise<{ readonly report: Report; readonly output: Output }> {
  onProgress?.("generating");
  // Imported only when needed: if nothing has changed, loading them would take longer than everything else.
  const [{ generate }, { schemaFiles }, { readRuntimeSources }, { openCache }] = await Promise.all([
    import("../generate.js"),
    import("../json-schema/schema-files.js"),
    import("../runtime-sources.js"),
    import("../write/stored-cache.js"),
  ]);
  const cache = task.cache ? await openCache(task.out) : undefined;
  const result = await generate({
    ...task,
    model: models,
    overlays,
    runtime: await readRuntimeSources(),
    cache,
    apiReport: task.apiReport !== undefined,
    onProgress: (done, total) => onProgress?.(`generating ${done} of ${total} files`),
  });
  if (task.strict) failForWarnings(withoutIgnored(result.warnings, task.ignore));
  const folders: OutputFolder[] = [{ path: task.out, files: result.files }];
  if (task.jsonSchema !== undefined)
    folders.push({ path: task.jsonSchema, files: schemaFiles(result.service) });
  const files =
    task.apiReport === undefined ? [] : [{ path: task.apiReport, text: result.apiReport ?? "" }];
  const output: Output = { folders, files };
  const written = await write(task, output, onWait);
  if (!task.isReadOnly) await cache?.store();
  const report: Report = {
    name: task.name,
    models: models.map(({ name }) => name),
    service: result.service.id,
    operations: result.service.operations.length,
    shapes: result.service.shapes.length,
    warnings: result.warnings,
    linearPatterns: result.linearPatterns,
    ...written,
  };
  return { report, output };
}

async function write(
  { isReadOnly, force }: Task,
  output: Output,
  onWait: TaskEvents["onWait"],
): Promise<Pick<Report, "folders" | "files">> {
  const difference = isReadOnly
    ? await compareOutput(output, { force })
    : await writeOutput(output, { force, ...(onWait && { onWait }) });
  const { folders, files } = output;
  return {
    folders: difference.folders.map((folder, index) => ({
      path: folders[index]?.path ?? "",
      ...folder,
    })),
    files: difference.files.map((status, index) => ({ path: files[index]?.path ?? "", status })),
  };
}
