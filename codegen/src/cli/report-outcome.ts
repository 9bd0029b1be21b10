import type { GenerateResult } from "../generate.js";
import { escapeControls } from "../load/diagnostics.js";
import { hasDrift, type FolderDifference } from "../write/compare-folder.js";
import { colors as pc } from "./colors.js";
import { exitStatus } from "./exit-status.js";
import { plural } from "./plural.js";
import type { Terminal } from "./terminal.js";

/** How an output folder differed from the generated files. */
export interface Outcome extends FolderDifference {
  readonly path: string;
}

/** What the report depends on, of the options of `generate`. */
interface Mode {
  readonly model: string;
  readonly check?: boolean;
  readonly dryRun?: boolean;
}

/** Prints what was written, or what is out of date. @returns the exit status */
export function reportOutcome(
  mode: Mode,
  { service, linearPatterns }: GenerateResult,
  outcomes: readonly Outcome[],
  { fixCommand, seconds }: { readonly fixCommand: string; readonly seconds: number },
  terminal: Terminal,
): number {
  const write = (line: string): void => {
    terminal.stdout.write(`${line}\n`);
  };
  for (const { path, kept } of outcomes) {
    for (const file of kept) {
      const message = `${path}/${file}: this file is no longer generated. It was not deleted, because its header is missing.`;
      terminal.stderr.write(`${pc.yellow("warning:")} ${escapeControls(message)}\n`);
    }
  }
  const drifted = outcomes.filter(hasDrift);
  if (mode.check === true && drifted.length > 0) {
    for (const outcome of drifted) {
      listFiles(outcome, write);
      write(`${outcome.path} is out of date: ${counts(outcome)}.`);
    }
    write(`To fix, run: ${fixCommand}`);
    return exitStatus.failed;
  }
  if (mode.dryRun === true) for (const outcome of outcomes) listFiles(outcome, write);
  write(
    `Read ${service.id}: ${plural(service.operations.length, "operation")}, ${plural(service.shapes.length, "shape")} from ${mode.model}.`,
  );
  for (const outcome of outcomes) write(summary(mode, outcome));
  if (linearPatterns.length > 0) write(linearPatternsNote(linearPatterns));
  write(`Done in ${seconds.toFixed(1)} s.`);
  return exitStatus.done;
}

/** Names the package that the output imports for patterns that can take too long on long texts. */
function linearPatternsNote([first = "", ...others]: readonly string[]): string {
  const places = others.length === 0 ? first : `${first} and ${others.length} more`;
  const count = plural(others.length + 1, "pattern");
  return `Long texts are checked against ${count} with re2js (${places}).
The generated code imports re2js. To install it, run: npm install re2js`;
}

function listFiles({ missing, changed, stale }: Outcome, write: (line: string) => void): void {
  for (const path of missing) write(`${pc.green("missing")} ${path}`);
  for (const path of changed) write(`${pc.yellow("changed")} ${path}`);
  for (const path of stale) write(`${pc.red("stale  ")} ${path}`);
}

function summary(mode: Mode, outcome: Outcome): string {
  const { path, unchanged } = outcome;
  if (mode.check === true) return `${path} is up to date: ${plural(unchanged.length, "file")}.`;
  if (mode.dryRun === true) return `Would write to ${path}: ${counts(outcome)}.`;
  return `Wrote ${path}: ${counts(outcome)}, ${unchanged.length} unchanged.`;
}

function counts({ missing, changed, stale }: Outcome): string {
  return `${plural(missing.length, "new file")}, ${changed.length} changed, ${stale.length} stale`;
}
