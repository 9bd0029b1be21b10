import { join } from "node:path";
import { escapeControls } from "../diagnostics/text.js";
import type { TaskOutcome } from "../run/run-tasks.js";
import type { FileReport, FolderReport, TaskReport } from "../run/task.js";
import { hasDrift } from "../write/compare-folder.js";
import { colors } from "./colors.js";
import { exitStatus } from "./exit-status.js";
import type { OutputMessage } from "./messages.js";
import { plural } from "./plural.js";
import type { Reporter } from "./reporter.js";
import { reportError } from "./run-action.js";

/** What the report depends on. */
interface Mode {
  readonly check?: boolean;
  readonly dryRun?: boolean;
  /** The command that writes what was checked. */
  readonly fixCommand: string;
  readonly seconds: number;
}

/** Prints what was written, or what is out of date. @returns the exit status */
export async function reportOutcomes(
  outcomes: readonly TaskOutcome[],
  mode: Mode,
  reporter: Reporter,
): Promise<number> {
  let status: number = exitStatus.done;
  let isOutOfDate = false;
  for (const outcome of outcomes) {
    if ("error" in outcome) {
      status = Math.max(status, reportError(outcome.error, reporter));
      await reporter.result({ kind: "output", output: outcome.task.name, result: "failed" });
    } else {
      isOutOfDate =
        (await reportOne(outcome.report, mode, outcomes.length > 1, reporter)) || isOutOfDate;
    }
  }
  if (isOutOfDate) {
    reporter.text(`To fix, run: ${mode.fixCommand}`);
    return Math.max(status, exitStatus.failed);
  }
  if (status === exitStatus.done || outcomes.length > 1) reporter.text(summary(outcomes, mode));
  return status;
}

/** @returns whether the output was checked and is out of date */
async function reportOne(
  report: TaskReport,
  mode: Mode,
  isNamed: boolean,
  reporter: Reporter,
): Promise<boolean> {
  for (const warning of report.warnings) reporter.diagnostic(warning);
  warnAboutKept(report, reporter);
  const drifted = report.folders.filter(hasDrift);
  const files = report.files.filter(({ status }) => status !== "unchanged");
  const isOutOfDate = mode.check === true && drifted.length + files.length > 0;
  if (isOutOfDate || mode.dryRun === true) await listFiles(report, reporter);
  if (isOutOfDate) {
    for (const folder of drifted) reportDrift(folder.path, counts(folder), mode, reporter);
    for (const { path, status } of files)
      reportDrift(path, `the file is ${status}`, mode, reporter);
    await reporter.result(messageOf(report, "out of date"));
    return true;
  }
  const { service, operations, shapes, models, linearPatterns } = report;
  const lines = [
    `Read ${service}: ${plural(operations, "operation")}, ${plural(shapes, "shape")} from ${models.join(", ")}.`,
    ...report.folders.map((folder) => folderLine(folder, mode)),
    ...report.files.map((file) => fileLine(file, mode)),
    ...(linearPatterns.length > 0 ? [linearPatternsNote(linearPatterns)] : []),
  ].map((line) => (isNamed ? `${report.name}: ${line}` : line));
  const result = mode.check === true ? "up to date" : mode.dryRun === true ? "planned" : "written";
  await reporter.result(messageOf(report, result), lines.join("\n"));
  return false;
}

function messageOf(report: TaskReport, result: OutputMessage["result"]): OutputMessage {
  const { name, service, operations, shapes, folders, files, seconds } = report;
  return {
    kind: "output",
    output: name,
    result,
    service,
    operations,
    shapes,
    folders: folders.map(({ path, missing, changed, stale, unchanged }) => ({
      path,
      missing: missing.length,
      changed: changed.length,
      stale: stale.length,
      unchanged: unchanged.length,
    })),
    files,
    seconds: Math.round(seconds * 1000) / 1000,
  };
}

function warnAboutKept({ folders }: TaskReport, reporter: Reporter): void {
  for (const { path, kept } of folders) {
    for (const name of kept) {
      reporter.diagnostic({
        code: "SC2007",
        severity: "warning",
        file: `${path}/${name}`,
        place: "",
        message:
          "this file is no longer generated. It was not deleted, because its header is missing.",
      });
    }
  }
}

function reportDrift(path: string, what: string, { fixCommand }: Mode, reporter: Reporter): void {
  const message = `out of date: ${what}; to fix, run: ${fixCommand}`;
  reporter.finding(
    { code: "SC2008", severity: "error", file: path, place: "", message },
    `${path} is out of date: ${what}.`,
  );
}

async function listFiles({ name, folders, files }: TaskReport, reporter: Reporter): Promise<void> {
  const list = async (path: string, shown: string, status: keyof typeof paint): Promise<void> => {
    const text = `${paint[status](status.padEnd(7))} ${escapeControls(shown)}`;
    await reporter.result({ kind: "file", output: name, path, status }, text);
  };
  for (const { path, missing, changed, stale } of folders) {
    for (const file of missing) await list(join(path, file), file, "missing");
    for (const file of changed) await list(join(path, file), file, "changed");
    for (const file of stale) await list(join(path, file), file, "stale");
  }
  for (const { path, status } of files) if (status !== "unchanged") await list(path, path, status);
}

const paint = { missing: colors.green, changed: colors.yellow, stale: colors.red };

/** Names the package that the output imports for patterns that can take too long on long texts. */
function linearPatternsNote([first = "", ...others]: readonly string[]): string {
  const places = others.length === 0 ? first : `${first} and ${others.length} more`;
  const count = plural(others.length + 1, "pattern");
  return `Long texts are checked against ${count} with re2js (${places}).
The generated code imports re2js. To install it, run: npm install re2js`;
}

function folderLine(folder: FolderReport, mode: Mode): string {
  const { path, unchanged } = folder;
  if (mode.check === true) return `${path} is up to date: ${plural(unchanged.length, "file")}.`;
  if (mode.dryRun === true) return `Would write to ${path}: ${counts(folder)}.`;
  return `Wrote ${path}: ${counts(folder)}, ${unchanged.length} unchanged.`;
}

function fileLine({ path, status }: FileReport, mode: Mode): string {
  if (status === "unchanged") return `${path} is up to date.`;
  return mode.dryRun === true ? `Would write ${path}.` : `Wrote ${path}.`;
}

function counts({ missing, changed, stale }: FolderReport): string {
  return `${plural(missing.length, "new file")}, ${changed.length} changed, ${stale.length} stale`;
}

function summary(outcomes: readonly TaskOutcome[], { seconds }: Mode): string {
  const time = `Done in ${seconds.toFixed(1)} s`;
  if (outcomes.length === 1) return `${time}.`;
  const failed = outcomes.filter((outcome) => "error" in outcome).length;
  return `${time}: ${plural(outcomes.length, "output")}, ${failed} failed.`;
}
