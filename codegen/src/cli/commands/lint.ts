import { Option, type Command } from "commander";
import { escapeControls } from "../../diagnostics/text.js";
import type { EventSeverity, ValidationEvent } from "../../model/model.js";
import { readModel } from "../../run/read-sources.js";
import { colors } from "../colors.js";
import { drawExcerpt } from "../draw-excerpt.js";
import { exitStatus } from "../exit-status.js";
import { helpText } from "../help.js";
import type { LintMessage } from "../messages.js";
import { checkOptions, parseFiles } from "../options.js";
import { plural } from "../plural.js";
import { readPiped } from "../read-piped.js";
import type { Reporter } from "../reporter.js";
import type { CommandContext, CommonOptions } from "../run-action.js";
import { jsonOption } from "../shared-options.js";
import type { Terminal } from "../terminal.js";

interface Options extends CommonOptions {
  readonly failOn: FailOn;
  readonly allowUnknownTraits?: boolean;
}

const failOn = ["WARNING", "DANGER", "ERROR"] as const;
type FailOn = (typeof failOn)[number];

/** The folder that is read if none is given, as by Smithy's own tools. */
const defaultFolder = "model";

/** Adds the command that checks a model by Smithy's rules. */
export function addLint(program: Command, { terminal, run }: CommandContext): void {
  const command = program
    .command("lint")
    .summary("check a model against Smithy's rules")
    .description(
      "Checks a model against Smithy's rules, and with the validators that the model defines in its metadata. Suppressed findings are not shown.",
    )
    .argument(
      "[path...]",
      `files and folders of the model; - for standard input (default: ${defaultFolder})`,
      parseFiles,
    )
    .addOption(
      new Option(
        "--fail-on <severity>",
        "exit with 1 if there is a finding of this severity or a higher one",
      )
        .choices(failOn)
        .default("ERROR"),
    )
    .option("--allow-unknown-traits", "only warn about traits that are not defined")
    .addOption(jsonOption())
    .addHelpText("after", help)
    .action(async (paths: readonly string[], options: Options) =>
      run(options, (reporter) => lint(paths, options, terminal, reporter)),
    );
  checkOptions(command);
}

async function lint(
  paths: readonly string[],
  { failOn: least, allowUnknownTraits = false }: Options,
  terminal: Terminal,
  reporter: Reporter,
): Promise<number> {
  const given = paths.length === 0 ? [defaultFolder] : paths;
  const sources = await readModel(given, await readPiped(given, terminal));
  // Imported only when needed, because other commands do without.
  const [{ assemble }, { validateModel }] = await Promise.all([
    import("../../model/assemble/assemble.js"),
    import("../../lint/validate-model.js"),
  ]);
  const { model, events: loading } = assemble(sources, { allowUnknownTraits });
  const events = validateModel(model, { events: loading });
  const counts: Record<ValidationEvent["severity"], number> = {
    ERROR: 0,
    DANGER: 0,
    WARNING: 0,
    NOTE: 0,
    SUPPRESSED: 0,
  };
  for (const event of events) {
    counts[event.severity]++;
    if (event.severity === "SUPPRESSED") continue;
    await reporter.result(messageOf(event, event.severity), textOf(event, terminal));
  }
  reporter.note(summary(counts, sources.length));
  const severities: readonly EventSeverity[] = ["ERROR", "DANGER", "WARNING"];
  const failing = severities.slice(0, severities.indexOf(least) + 1);
  return failing.some((severity) => counts[severity] > 0) ? exitStatus.failed : exitStatus.done;
}

/** The severities of the Language Server Protocol 3.17, "DiagnosticSeverity". */
const lspSeverities = { ERROR: 1, DANGER: 2, WARNING: 2, NOTE: 3 } as const;

function messageOf(event: ValidationEvent, severity: EventSeverity): LintMessage {
  const { id, shape, location, message, hint } = event;
  const start = { line: location.line - 1, character: location.column - 1 };
  return {
    kind: "lint",
    file: location.file,
    // The end is not known. Editors extend an empty range to the word.
    range: { start, end: start },
    severity: lspSeverities[severity],
    code: id,
    source: "smithy-codec",
    message: hint === undefined ? message : `${message}. ${hint}`,
    data: { severity, ...(shape !== undefined && { shape }) },
  };
}

function textOf(event: ValidationEvent, { stderr }: Terminal): string {
  const { id, severity, shape, location, message, hint } = event;
  const { file, line, column } = location;
  const about = shape === undefined ? "" : ` ${shape}`;
  const text = `${message}${hint === undefined ? "" : `. ${hint}`}`;
  const place = escapeControls(`${file}:${line}:${column}:`);
  const first = `${place} ${paint(severity)}${escapeControls(`${about}: ${text}`)} ${colors.dim(`[${escapeControls(id)}]`)}`;
  if (location.excerpt === undefined || stderr.isTTY !== true) return first;
  return `${first}\n${drawExcerpt(location.excerpt, line)}\n`;
}

function paint(severity: ValidationEvent["severity"]): string {
  if (severity === "ERROR") return colors.red(severity);
  return severity === "NOTE" ? colors.dim(severity) : colors.yellow(severity);
}

function summary(counts: Readonly<Record<string, number>>, files: number): string {
  const found = Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([severity, count]) => `${count} ${severity}`);
  const checked = `Checked ${plural(files, "file")}`;
  return found.length === 0 ? `${checked}: no findings.` : `${checked}: ${found.join(", ")}.`;
}

const help: string = helpText({
  notes:
    'Each finding is a line FILE:LINE:COLUMN: SEVERITY SHAPE: MESSAGE [ID]. Columns count UTF-16 code units, as editors do. To suppress a finding, add @suppress(["ID"]) to the shape, or an entry to the metadata "suppressions" of the model.',
  examples: [
    ["Check the model in a folder", "smithy-codec lint model/"],
    ["Fail for warnings, too", "smithy-codec lint main.smithy --fail-on WARNING"],
    ["Print the findings for a program", "smithy-codec lint model/ --json"],
  ],
  status: {
    done: "no findings that count for --fail-on",
    failed: "such findings",
    usage: "wrong usage, or a file that cannot be read",
  },
});
