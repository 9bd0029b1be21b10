import { Option, type Command } from "commander";
import type { SourceFile } from "../../diagnostics/diagnostics.js";
import { formatChange, type Change, type Severity } from "../../diff/change.js";
import { escapeControls } from "../../diagnostics/text.js";
import type { DiffReport } from "../../diff/diff-models.js";
import { formatMarkdown } from "../../diff/format-markdown.js";
import { countChanges } from "../../diff/summarize-diff.js";
import type { ProtocolName } from "../../ir/service.js";
import { readModel, readSources } from "../../run/read-sources.js";
import { colors } from "../colors.js";
import { exitStatus } from "../exit-status.js";
import { helpText } from "../help.js";
import { checkOptions, collect, parseFile } from "../options.js";
import { readPiped } from "../read-piped.js";
import type { Reporter } from "../reporter.js";
import type { CommandContext, CommonOptions } from "../run-action.js";
import { jsonOption, oneOrMore, protocolOption } from "../shared-options.js";
import type { Terminal } from "../terminal.js";

type Format = "text" | "markdown" | "json";

/** From which severity on differences are a failure. */
type FailOn = "breaking" | "dangerous" | "any" | "none";

interface DiffOptions extends CommonOptions {
  readonly overlay: readonly string[];
  readonly service?: string;
  readonly operation: readonly string[];
  readonly protocol: readonly ProtocolName[];
  readonly format: Format;
  readonly failOn: FailOn;
}

/** Adds the command that compares two versions of a model. */
export function addDiff(program: Command, { terminal, run }: CommandContext): void {
  const command = program
    .command("diff")
    .summary("compare two versions of a model")
    .description(
      "Lists the changes between two versions of a model, and what each means for messages, for code that uses the generated types, and for validation. Says whether they need a major, a minor or a patch version. Documentation is not compared.",
    )
    .argument(
      "<old>",
      "the old model: a file, git:REVISION:PATH, or - for standard input",
      parseFile,
    )
    .argument("<new>", "the new model, in the same form", parseFile)
    .option(
      "--overlay <file>",
      "a file of apply statements to add to both models; can be repeated",
      collect,
      [],
    )
    .option("--service <shape-id>", "the service, if the models have several")
    .option("--operation <name>", "compare only this operation; can be repeated", collect, [])
    .addOption(protocolOption("can be repeated, for a server that answers several"))
    .addOption(
      new Option("--format <format>", "the format of the output; markdown is for pull requests")
        .choices(["text", "markdown", "json"])
        .default("text"),
    )
    .addOption(
      new Option(
        "--fail-on <severity>",
        "exit with 1 if there is a change of this severity or a higher one",
      )
        .choices(["breaking", "dangerous", "any", "none"])
        .default("breaking"),
    )
    .addOption(jsonOption())
    .addHelpText("after", help)
    .action(async (before: string, after: string, options: DiffOptions) =>
      run(options, (reporter) => diff({ before, after }, options, terminal, reporter)),
    );
  checkOptions(command);
}

async function diff(
  names: { readonly before: string; readonly after: string },
  options: DiffOptions,
  terminal: Terminal,
  reporter: Reporter,
): Promise<number> {
  const stdin = await readPiped([names.before, names.after, ...options.overlay], terminal);
  const overlays = await readSources(options.overlay, stdin);
  const read = async (path: string): Promise<{ models: SourceFile[]; overlays: SourceFile[] }> => ({
    models: await readModel([path], stdin),
    overlays,
  });
  const { service, operation, protocol } = options;
  // Imported only when needed, because it loads the whole generator.
  const { diffModels } = await import("../../diff/diff-models.js");
  const report = diffModels(await read(names.before), await read(names.after), {
    ...{ service, operations: operation, protocol: oneOrMore(protocol) },
  });
  await print(report, names, options, reporter);
  return isFailure(report, options.failOn) ? exitStatus.failed : exitStatus.done;
}

async function print(
  report: DiffReport,
  names: { readonly before: string; readonly after: string },
  { format, json }: DiffOptions,
  reporter: Reporter,
): Promise<void> {
  const { changes, summary } = report;
  if (json !== true && format !== "text") {
    reporter.text(
      format === "json"
        ? JSON.stringify(report, undefined, 2)
        : formatMarkdown(report, names).trimEnd(),
    );
    return;
  }
  for (const change of changes) {
    const mark = paint[change.severity](change.severity.padEnd(10));
    await reporter.result(
      { kind: "change", ...change },
      `${mark} ${formatChange(change)} ${colors.dim(sourceOf(change))}`,
    );
  }
  const step = summary.step === "none" ? "" : `\nThe next version is a ${versions[summary.step]}.`;
  await reporter.result(
    { kind: "diff", ...summary },
    `${countChanges(summary)} between ${names.before} and ${names.after}.${step}`,
  );
}

/** The event of a change, and where it is in a form that terminals link to editors. */
function sourceOf({ id, location }: Change): string {
  if (location === undefined) return `[${id}]`;
  const { file, line, column } = location;
  return escapeControls(`[${id}] ${file}:${line}:${column}`);
}

const paint: Readonly<Record<Severity, (text: string) => string>> = {
  breaking: colors.red,
  dangerous: colors.yellow,
  compatible: colors.green,
};

const versions = { major: "major one", minor: "minor one", patch: "patch" };

function isFailure(
  { summary: { breaking, dangerous, compatible } }: DiffReport,
  failOn: FailOn,
): boolean {
  switch (failOn) {
    case "breaking":
      return breaking > 0;
    case "dangerous":
      return breaking + dangerous > 0;
    case "any":
      return breaking + dangerous + compatible > 0;
    case "none":
      return false;
  }
}

const help: string = helpText({
  notes:
    "The text in square brackets is the id of the change in Smithy's own diff tool, if it has one.",
  examples: [
    [
      "Compare the model with that of the main branch",
      "smithy-codec diff git:main:model.json model.json",
    ],
    [
      "Write the body of a pull request, whatever the changes are",
      "smithy-codec diff --format markdown --fail-on none \\",
      "git:main:model.json model.json > changes.md",
    ],
    [
      "Compare two operations",
      "smithy-codec diff --operation GetApi --operation CreateApi \\",
      "old.json new.json",
    ],
  ],
  status: {
    done: "no changes that count for --fail-on",
    failed: "such changes, or an error in a model",
    usage: "wrong usage, or a file that cannot be read",
  },
});
