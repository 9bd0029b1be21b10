import type { Service } from "../ir/service.js";
import { colors as pc } from "./colors.js";
import { countChanges, formatChange } from "../diff/change.js";
import { diffServices } from "../diff/diff-services.js";
import { buildService } from "../ir/build-service.js";
import { loadModel } from "../load/load-model.js";
import { exitStatus } from "./exit-status.js";
import { reportError, reportUsage } from "./report-error.js";
import { readSource, readStdinTwice } from "./sources.js";
import type { Terminal } from "./terminal.js";

/** The options of `smithy-codec diff`. */
export interface DiffOptions {
  readonly overlay: readonly string[];
  readonly service?: string;
  readonly operation: readonly string[];
}

/**
 * Prints the changes between two models, one per line, and a summary.
 * @returns the exit status: 0 no difference; 1 differences, or an error in a model; 2 wrong usage
 */
export async function runDiff(
  before: string,
  after: string,
  options: DiffOptions,
  terminal: Terminal,
): Promise<number> {
  if (readStdinTwice([before, after, ...options.overlay])) {
    return reportUsage("only one file can be standard input", terminal);
  }
  try {
    const changes = diffServices(
      await readService(before, options, terminal),
      await readService(after, options, terminal),
    );
    for (const change of changes) {
      const mark = change.severity === "breaking" ? pc.red("breaking  ") : pc.green("compatible");
      terminal.stdout.write(`${mark} ${formatChange(change)}\n`);
    }
    terminal.stdout.write(`${countChanges(changes)} between ${before} and ${after}.\n`);
    return changes.length === 0 ? exitStatus.done : exitStatus.failed;
  } catch (error) {
    return reportError(error, terminal);
  }
}

async function readService(
  path: string,
  options: DiffOptions,
  terminal: Terminal,
): Promise<Service> {
  const source = await readSource(path, terminal);
  const overlays = await Promise.all(options.overlay.map((file) => readSource(file, terminal)));
  const { model, diagnostics } = loadModel(source, overlays);
  const selection = { service: options.service, operations: options.operation };
  return buildService(model, selection, [], diagnostics);
}
