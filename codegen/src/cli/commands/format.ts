import { realpath } from "node:fs/promises";
import { Option, type Command } from "commander";
import { ModelError, type Diagnostic } from "../../diagnostics/diagnostic.js";
import { Diagnostics, type SourceFile } from "../../diagnostics/diagnostics.js";
import { Lines } from "../../diagnostics/position.js";
import { escapeControls } from "../../diagnostics/text.js";
import { formatIdl } from "../../format-idl/format-idl.js";
import type { SyntaxProblem } from "../../idl/syntax.js";
import { decodeText } from "../../load/decode-text.js";
import { findModelFiles } from "../../run/find-model-files.js";
import { isRevision } from "../../run/read-revision.js";
import { InputError, readSource } from "../../run/read-source.js";
import { writeWholeFile } from "../../write/write-file.js";
import { exitStatus } from "../exit-status.js";
import { helpText } from "../help.js";
import { checkOptions, parseFiles } from "../options.js";
import { plural } from "../plural.js";
import { readPiped } from "../read-piped.js";
import type { Reporter } from "../reporter.js";
import { UsageError, type CommandContext, type CommonOptions } from "../run-action.js";
import { jsonOption } from "../shared-options.js";
import type { Terminal } from "../terminal.js";

interface FormatOptions extends CommonOptions {
  readonly check?: boolean;
}

/** Adds the command that formats files in Smithy IDL. */
export function addFormat(program: Command, { terminal, run }: CommandContext): void {
  const command = program
    .command("format")
    .summary("format files in Smithy IDL")
    .description(
      "Formats files in Smithy IDL, with the same result as Smithy's own formatter. Comments are kept, and the meaning of the model does not change.",
    )
    .argument(
      "[path...]",
      "files, and folders with .smithy files; - for standard input (default: the current folder)",
      parseFiles,
    )
    .addOption(new Option("--check", "write nothing, and exit with 1 if a file is not formatted"))
    .addOption(jsonOption())
    .addHelpText("after", help)
    .action(async (paths: readonly string[], options: FormatOptions) =>
      run(options, (reporter) => format(paths, options, terminal, reporter)),
    );
  checkOptions(command);
}

async function format(
  paths: readonly string[],
  { check = false }: FormatOptions,
  terminal: Terminal,
  reporter: Reporter,
): Promise<number> {
  const given = paths.length === 0 ? ["."] : paths;
  refuseMixed(given);
  const stdin = await readPiped(given, terminal);
  const counts = { files: 0, changed: 0, failed: 0 };
  for (const path of await findModelFiles(given, [".smithy"])) {
    counts.files++;
    const source = await readSource(path, stdin);
    const result = formatSource(source);
    if ("diagnostics" in result) {
      counts.failed++;
      for (const diagnostic of result.diagnostics) reporter.diagnostic(diagnostic);
      continue;
    }
    const isChanged = !Buffer.from(result.text).equals(source.bytes);
    if (isChanged) counts.changed++;
    if (path === "-" && !check) await printText(result.text, isChanged, reporter);
    else if (isChanged) await replace(path, source.name, result.text, check, reporter);
  }
  if (stdin === undefined || check)
    await reporter.result({ kind: "formatting", ...counts }, summarize(counts, check));
  const isFailed = counts.failed > 0 || (check && counts.changed > 0);
  return isFailed ? exitStatus.failed : exitStatus.done;
}

/** @throws UsageError if standard input is not alone, or a path cannot be written */
function refuseMixed(paths: readonly string[]): void {
  if (paths.includes("-") && paths.length > 1)
    throw UsageError.of("standard input cannot be formatted together with files");
  for (const path of paths) {
    if (isRevision(path)) throw UsageError.of(`${path} is a revision, which cannot be written`);
    if (path.endsWith(".json"))
      throw InputError.of(path, "this is a JSON file; expected Smithy IDL");
  }
}

function formatSource(
  source: SourceFile,
): { readonly text: string } | { readonly diagnostics: readonly Diagnostic[] } {
  try {
    const text = decodeText(source.bytes, new Diagnostics(source), "a Smithy model");
    const { text: formatted, problems } = formatIdl(text);
    if (problems === undefined) return { text: formatted };
    const lines = new Lines(text);
    return { diagnostics: problems.map((problem) => describe(source.name, lines, problem)) };
  } catch (error) {
    if (error instanceof ModelError) return error;
    throw error;
  }
}

function describe(file: string, lines: Lines, { start, message }: SyntaxProblem): Diagnostic {
  const position = lines.at(start);
  return { code: "SC1011", severity: "error", file, place: "", message, ...position };
}

async function printText(text: string, isChanged: boolean, reporter: Reporter): Promise<void> {
  const status = isChanged ? "formatted" : "unchanged";
  // The last line break is that of the reporter.
  const shown = text === "" ? undefined : text.slice(0, -1);
  await reporter.result({ kind: "formatted", file: "-", status, text }, shown);
}

async function replace(
  path: string,
  name: string,
  text: string,
  check: boolean,
  reporter: Reporter,
): Promise<void> {
  // A symbolic link stays one: the file that it leads to is replaced.
  if (!check) await writeWholeFile(await realpath(path), text);
  const status = check ? "not formatted" : "formatted";
  await reporter.result(
    { kind: "formatted", file: name, status },
    escapeControls(check ? name : `Formatted ${name}`),
  );
}

function summarize(
  { files, changed, failed }: { files: number; changed: number; failed: number },
  check: boolean,
): string {
  const parts = [
    ...(changed === 0 ? [] : [`${changed} ${check ? "not formatted" : "formatted"}`]),
    ...(failed === 0 ? [] : [`${failed} with errors`]),
  ];
  const found = parts.length === 0 ? "all formatted already" : parts.join(", ");
  const hint = check && changed > 0 ? " Run smithy-codec format." : "";
  return `Checked ${plural(files, "file")}: ${found}.${hint}`;
}

const help: string = helpText({
  notes: "A file is only written if it changes. A file with a syntax error is left as it is.",
  examples: [
    ["Format all files in a folder and below", "smithy-codec format model"],
    ["Check in CI that all files are formatted", "smithy-codec format --check"],
    ["Format a text, for an editor", "smithy-codec format - < main.smithy"],
  ],
  status: {
    done: "done",
    failed: "a syntax error, or with --check a file that is not formatted",
    usage: "wrong usage, or a file that cannot be read or written",
  },
});
