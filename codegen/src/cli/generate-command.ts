import pc from "picocolors";
import { generate, type GenerateResult } from "../generate.js";
import { formatDiagnostic, ModelError } from "../load/diagnostics.js";
import { readRuntimeSources } from "../runtime-sources.js";
import {
  compareFolder,
  OutputError,
  writeFolder,
  type FolderDifference,
} from "../write/output-folder.js";
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
  readonly check?: boolean;
  readonly dryRun?: boolean;
  readonly watch?: boolean;
  readonly allowUnsafePatterns?: boolean;
  readonly arbitraries?: boolean;
}

/** @returns the exit status: 0 done; 1 drift, or an error in the model; 2 wrong usage */
export async function runGenerate(options: GenerateOptions, terminal: Terminal): Promise<number> {
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
    const result = await generate({
      model,
      overlays,
      runtime,
      service: options.service,
      operations: options.operation,
      arbitraries: options.arbitraries,
      allowUnsafePatterns: options.allowUnsafePatterns,
      onProgress: (done, total) => {
        showProgress(terminal, `Generating ... ${done} of ${total} files`);
      },
    });
    const difference = await compareFolder(options.out, result.files);
    const isReadOnly = options.check === true || options.dryRun === true;
    if (!isReadOnly) await writeFolder(options.out, result.files, difference);
    clearProgress(terminal);
    for (const warning of result.warnings) {
      terminal.stderr.write(`${pc.yellow("warning:")} ${formatDiagnostic(warning)}\n`);
    }
    return report(options, result, difference, (performance.now() - start) / 1000, terminal);
  } catch (error) {
    clearProgress(terminal);
    if (!(error instanceof ModelError || error instanceof OutputError)) throw error;
    for (const line of error.message.split("\n")) terminal.stderr.write(`${pc.red(line)}\n`);
    return 1;
  }
}

function report(
  options: GenerateOptions,
  result: GenerateResult,
  difference: FolderDifference,
  seconds: number,
  terminal: Terminal,
): number {
  const { missing, changed, stale, unchanged } = difference;
  const drift = missing.length + changed.length + stale.length;
  const write = (line: string): void => {
    terminal.stdout.write(`${line}\n`);
  };
  if (options.check === true || options.dryRun === true) {
    for (const path of missing) write(`${pc.green("missing")} ${path}`);
    for (const path of changed) write(`${pc.yellow("changed")} ${path}`);
    for (const path of stale) write(`${pc.red("stale  ")} ${path}`);
  }
  if (options.check === true && drift > 0) {
    write(`${options.out} is not what the model says: ${counts(difference)}.`);
    write(`To mend it: ${mendingCommand(options)}`);
    return 1;
  }
  const { service } = result;
  write(
    `Read ${service.id}: ${plural(service.operations.length, "operation")}, ${plural(service.shapes.length, "shape")} from ${options.model}.`,
  );
  if (options.check === true)
    write(`${options.out} is up to date: ${plural(unchanged.length, "file")}.`);
  else if (options.dryRun === true) write(`Would write to ${options.out}: ${counts(difference)}.`);
  else write(`Wrote ${options.out}: ${counts(difference)}, ${unchanged.length} unchanged.`);
  write(`Done in ${seconds.toFixed(1)} s.`);
  return 0;
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
    ...(options.allowUnsafePatterns === true ? [["--allow-unsafe-patterns"]] : []),
    ["--out", options.out],
  ];
  return `smithy-codec generate ${parts.flat().map(quoteForShell).join(" ")}`;
}

function quoteForShell(word: string): string {
  return /^[\w./:#@=-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
