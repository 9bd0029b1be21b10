import { colors as pc } from "./colors.js";
import { diffServices } from "../diff/diff-services.js";
import { buildService } from "../ir/build-service.js";
import type { Service } from "../ir/ir.js";
import { loadModel } from "../load/load-model.js";
import { exitStatus } from "./exit-status.js";
import { plural } from "./plural.js";
import { reportError, reportUsage } from "./report-error.js";
import { readSource, readStdinTwice } from "./sources.js";
import type { Terminal } from "./terminal.js";

/** The options of `smithy-codec diff`. */
export interface DiffOptions {
  readonly overlay: readonly string[];
  readonly service?: string;
  readonly operation: readonly string[];
}

/** Compares two versions of a model. @returns the exit status */
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
    for (const { severity, place, message } of changes) {
      const mark = severity === "breaking" ? pc.red("breaking  ") : pc.green("compatible");
      terminal.stdout.write(`${mark} ${place}: ${message}\n`);
    }
    const breaking = changes.filter(({ severity }) => severity === "breaking").length;
    const summary =
      changes.length === 0
        ? "No differences"
        : `${plural(changes.length, "difference")}, ${breaking} of them breaking`;
    terminal.stdout.write(`${summary} between ${before} and ${after}.\n`);
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
