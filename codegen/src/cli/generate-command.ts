import { resolve } from "node:path";
import { colors as pc } from "./colors.js";
import { generate, type GenerateResult } from "../generate.js";
import type { ImportExtension } from "../import-extension.js";
import { schemaFiles } from "../json-schema/schema-files.js";
import { formatDiagnostic, ModelError } from "../load/diagnostics.js";
import { readRuntimeSources } from "../runtime-sources.js";
import {
  compareFolder,
  OutputError,
  writeFolder,
  type FolderDifference,
} from "../write/output-folder.js";
import { openCache } from "../write/stored-cache.js";
import { readSource } from "./sources.js";
import { clearProgress, showProgress, type Terminal } from "./terminal.js";
import { watchFiles } from "./watch.js";

/** The options of `smithy-codec generate`. */
export interface GenerateOptions {
  readonly model: string;
  readonly overlay: readonly string[];
  readonly service?: string;
  readonly operation: readonly string[];
  readonly out: string;
  readonly jsonSchema?: string;
  readonly check?: boolean;
  readonly dryRun?: boolean;
  readonly watch?: boolean;
  readonly allowUnsafePatterns?: boolean;
  readonly arbitraries?: boolean;
  readonly importExtension: ImportExtension;
  readonly cache: boolean;
}

/** @returns the exit status: 0 done; 1 drift, or an error in the model; 2 wrong usage */
export async function runGenerate(options: GenerateOptions, terminal: Terminal): Promise<number> {
  if (options.jsonSchema !== undefined && resolve(options.jsonSchema) === resolve(options.out)) {
    terminal.stderr.write("error: --json-schema needs a folder of its own, other than --out\n");
    return 2;
  }
  if (options.watch !== true) return generateOnce(options, terminal);
  if (options.model === "-" || options.check === true) {
    terminal.stderr.write("error: --watch needs a model in a file, and does not go with --check\n");
    return 2;
  }
  await generateOnce(options, terminal);
  await watchFiles([options.model, ...options.overlay], terminal, () =>
    generateOnce(options, terminal),
  );
  return 0;
}

async function generateOnce(options: GenerateOptions, terminal: Terminal): Promise<number> {
  const start = performance.now();
  try {
    showProgress(terminal, `Reading ${options.model} ...`);
    const [model, runtime, ...overlays] = await Promise.all([
      readSource(options.model, terminal),
      readRuntimeSources(),
      ...options.overlay.map((path) => readSource(path, terminal)),
    ]);
    showProgress(terminal, "Generating ...");
    const cache = options.cache ? await openCache(options.out) : undefined;
    const result = await generate({
      model,
      overlays,
      runtime,
      service: options.service,
      operations: options.operation,
      arbitraries: options.arbitraries,
      importExtension: options.importExtension,
      allowUnsafePatterns: options.allowUnsafePatterns,
      cache,
      onProgress: (done, total) => {
        showProgress(terminal, `Generating ... ${done} of ${total} files`);
      },
    });
    const folders = [{ path: options.out, files: result.files }];
    if (options.jsonSchema !== undefined) {
      folders.push({ path: options.jsonSchema, files: schemaFiles(result.service, model.name) });
    }
    const differences = [];
    for (const { path, files } of folders)
      differences.push({ path, files, ...(await compareFolder(path, files)) });
    await cache?.store();
    const isReadOnly = options.check === true || options.dryRun === true;
    if (!isReadOnly)
      for (const difference of differences)
        await writeFolder(difference.path, difference.files, difference);
    clearProgress(terminal);
    for (const warning of result.warnings) {
      terminal.stderr.write(`${pc.yellow("warning:")} ${formatDiagnostic(warning)}\n`);
    }
    return report(options, result, differences, (performance.now() - start) / 1000, terminal);
  } catch (error) {
    clearProgress(terminal);
    if (!(error instanceof ModelError || error instanceof OutputError)) throw error;
    for (const line of error.message.split("\n")) terminal.stderr.write(`${pc.red(line)}\n`);
    return 1;
  }
}

/** How one of the folders differs from what it should hold. */
interface Difference extends FolderDifference {
  readonly path: string;
}

function report(
  options: GenerateOptions,
  { service }: GenerateResult,
  differences: readonly Difference[],
  seconds: number,
  terminal: Terminal,
): number {
  const write = (line: string): void => {
    terminal.stdout.write(`${line}\n`);
  };
  const drifted = differences.filter(hasDrift);
  if (options.check === true && drifted.length > 0) {
    for (const difference of drifted) {
      listFiles(difference, write);
      write(`${difference.path} is not what the model says: ${counts(difference)}.`);
    }
    write(`To mend it: ${mendingCommand(options)}`);
    return 1;
  }
  if (options.dryRun === true) for (const difference of differences) listFiles(difference, write);
  write(
    `Read ${service.id}: ${plural(service.operations.length, "operation")}, ${plural(service.shapes.length, "shape")} from ${options.model}.`,
  );
  for (const difference of differences) write(outcome(options, difference));
  write(`Done in ${seconds.toFixed(1)} s.`);
  return 0;
}

function hasDrift({ missing, changed, stale }: Difference): boolean {
  return missing.length + changed.length + stale.length > 0;
}

function listFiles({ missing, changed, stale }: Difference, write: (line: string) => void): void {
  for (const path of missing) write(`${pc.green("missing")} ${path}`);
  for (const path of changed) write(`${pc.yellow("changed")} ${path}`);
  for (const path of stale) write(`${pc.red("stale  ")} ${path}`);
}

function outcome(options: GenerateOptions, difference: Difference): string {
  const { path, unchanged } = difference;
  if (options.check === true) return `${path} is up to date: ${plural(unchanged.length, "file")}.`;
  if (options.dryRun === true) return `Would write to ${path}: ${counts(difference)}.`;
  return `Wrote ${path}: ${counts(difference)}, ${unchanged.length} unchanged.`;
}

function counts({ missing, changed, stale }: FolderDifference): string {
  return `${plural(missing.length, "new file")}, ${changed.length} changed, ${stale.length} stale`;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

function mendingCommand(options: GenerateOptions): string {
  const parts = [
    ["--model", options.model],
    ...options.overlay.map((path) => ["--overlay", path]),
    ...(options.service === undefined ? [] : [["--service", options.service]]),
    ...options.operation.map((name) => ["--operation", name]),
    ...(options.arbitraries === true ? [["--arbitraries"]] : []),
    ...(options.importExtension === ".js" ? [] : [["--import-extension", options.importExtension]]),
    ...(options.allowUnsafePatterns === true ? [["--allow-unsafe-patterns"]] : []),
    ["--out", options.out],
    ...(options.jsonSchema === undefined ? [] : [["--json-schema", options.jsonSchema]]),
  ];
  return `smithy-codec generate ${parts.flat().map(quoteForShell).join(" ")}`;
}

function quoteForShell(word: string): string {
  return /^[\w./:#@=-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
