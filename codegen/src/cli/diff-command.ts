import { colors as pc } from "./colors.js";
import { diffServices } from "../diff/diff-services.js";
import { buildService } from "../ir/build-service.js";
import type { Service } from "../ir/ir.js";
import { ModelError } from "../load/diagnostics.js";
import { loadModel } from "../load/load-model.js";
import { readSource } from "./sources.js";
import type { Terminal } from "./terminal.js";

/** The options of `smithy-codec diff`. */
export interface DiffOptions {
  readonly overlay: readonly string[];
  readonly service?: string;
  readonly operation: readonly string[];
}

/** @returns the exit status: 0 no difference; 1 differences, or an error in a model */
export async function runDiff(
  before: string,
  after: string,
  options: DiffOptions,
  terminal: Terminal,
): Promise<number> {
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
        : `${changes.length} differences, ${breaking} of them breaking`;
    terminal.stdout.write(`${summary} between ${before} and ${after}.\n`);
    return changes.length === 0 ? 0 : 1;
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    for (const line of error.message.split("\n")) terminal.stderr.write(`${pc.red(line)}\n`);
    return 1;
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
