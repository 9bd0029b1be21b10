import { resolve } from "node:path";
import { colors as pc } from "./colors.js";
import { generate, type GenerateResult } from "../generate.js";
import type { ImportExtension } from "../import-extension.js";
import { schemaFiles } from "../json-schema/schema-files.js";
import type { LongType } from "../ir/ir.js";
import type { PatternMode } from "../ir/screen-patterns.js";
import { formatDiagnostic } from "../load/diagnostics.js";
import { readRuntimeSources } from "../runtime-sources.js";
import { compareFolders } from "../write/compare-folder.js";
import { writeFolder } from "../write/write-folder.js";
import { openCache } from "../write/stored-cache.js";
import { exitStatus } from "./exit-status.js";
import { reportError, reportUsage } from "./report-error.js";
import { reportOutcome, type Outcome } from "./report-outcome.js";
import { readSource, readStdinTwice } from "./sources.js";
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
  readonly force?: boolean;
  readonly check?: boolean;
  readonly dryRun?: boolean;
  readonly watch?: boolean;
  readonly patterns: PatternMode;
  readonly long: LongType;
  readonly arbitraries?: boolean;
  readonly importExtension: ImportExtension;
  readonly cache: boolean;
}

/**
 * Generates the code of a service, and compares it with the output folders or writes it to them.
 * @param fixCommand the command that writes what these options check, for messages
 * @returns the exit status
 */
export async function runGenerate(
  options: GenerateOptions,
  fixCommand: string,
  terminal: Terminal,
): Promise<number> {
  if (options.jsonSchema !== undefined && resolve(options.jsonSchema) === resolve(options.out)) {
    return reportUsage("--json-schema needs a different folder from --out", terminal);
  }
  if (readStdinTwice([options.model, ...options.overlay])) {
    return reportUsage("only one file can be standard input", terminal);
  }
  if (options.watch !== true) return generateOnce(options, fixCommand, terminal);
  const watched = [options.model, ...options.overlay];
  if (watched.includes("-")) {
    return reportUsage("--watch cannot watch standard input; name a file", terminal);
  }
  try {
    await watchFiles(watched, terminal, () => generateOnce(options, fixCommand, terminal));
    return exitStatus.done;
  } catch (error) {
    return reportError(error, terminal);
  }
}

async function generateOnce(
  options: GenerateOptions,
  fixCommand: string,
  terminal: Terminal,
): Promise<number> {
  const start = performance.now();
  const isReadOnly = options.check === true || options.dryRun === true;
  try {
    const cache = options.cache ? await openCache(options.out) : undefined;
    const result = await generateFiles(options, cache, terminal);
    const folders = [{ path: options.out, files: result.files }];
    if (options.jsonSchema !== undefined)
      folders.push({ path: options.jsonSchema, files: schemaFiles(result.service) });
    // All folders are compared before the first is written, so that a conflict in any leaves all as they were.
    const force = options.force === true;
    const differences = await compareFolders(folders, { force });
    const outcomes: Outcome[] = [];
    for (const [index, { path, files }] of folders.entries()) {
      const difference = differences[index];
      if (difference === undefined) continue;
      const written = isReadOnly
        ? difference
        : await writeFolder(path, files, difference, {
            force,
            onWait: (message) => terminal.stderr.write(`${message}\n`),
          });
      outcomes.push({ path, ...written });
    }
    if (!isReadOnly) await cache?.store();
    clearProgress(terminal);
    for (const warning of result.warnings)
      terminal.stderr.write(`${pc.yellow("warning:")} ${formatDiagnostic(warning)}\n`);
    const seconds = (performance.now() - start) / 1000;
    return reportOutcome(options, result, outcomes, { fixCommand, seconds }, terminal);
  } catch (error) {
    return reportError(error, terminal);
  }
}

async function generateFiles(
  options: GenerateOptions,
  cache: Awaited<ReturnType<typeof openCache>>,
  terminal: Terminal,
): Promise<GenerateResult> {
  showProgress(terminal, `Reading ${options.model} ...`);
  const [model, runtime, ...overlays] = await Promise.all([
    readSource(options.model, terminal),
    readRuntimeSources(),
    ...options.overlay.map((path) => readSource(path, terminal)),
  ]);
  showProgress(terminal, "Generating ...");
  return generate({
    model,
    overlays,
    runtime,
    service: options.service,
    operations: options.operation,
    arbitraries: options.arbitraries,
    patterns: options.patterns,
    long: options.long,
    importExtension: options.importExtension,
    cache,
    onProgress: (done, total) => {
      showProgress(terminal, `Generating ... ${done} of ${total} files`);
    },
  });
}
