import { Option, type Command } from "commander";
import { importExtensions } from "../../import-extension.js";
import { runTasks } from "../../run/run-tasks.js";
import { exitStatus } from "../exit-status.js";
import { reportOutcomes } from "../report-outcomes.js";
import { checkOptions, collect, commandLine, parseCount } from "../options.js";
import { describeInputs, writeDepfile } from "../describe-inputs.js";
import { ProgressBoard } from "../progress-board.js";
import { colors } from "../colors.js";
import type { Reporter } from "../reporter.js";
import { reportError, UsageError, type CommandContext } from "../run-action.js";
import { DiagnosticError } from "../../diagnostics/diagnostic.js";
import {
  addModelOptions,
  jsonOption,
  longOption,
  operationHelp,
  patternsOption,
  protocolOption,
  strictOption,
} from "../shared-options.js";
import { planTasks, type GenerateOptions, type Plan } from "../plan-tasks.js";
import { reportUnused } from "../report-unused.js";
import type { Terminal } from "../terminal.js";

/** Options that are left out of the command that fixes drift: they do not change what is generated. */
const withoutEffect: ReadonlySet<string> = new Set([
  ...["check", "dryRun", "watch", "cache", "json", "jobs", "printInputs", "depfile"],
]);

/** Adds the command that generates code. */
export function addGenerate(program: Command, { terminal, run }: CommandContext): void {
  const command = addOutputOptions(
    addModelOptions(
      program
        .command("generate")
        .summary("generate the code of one or more services")
        .description(
          "Reads Smithy models (IDL or JSON AST) and writes the code of their services to folders.\nWithout --model and --out, a smithy-codec.config.ts, .js or .json in the current folder says what to generate.",
        ),
    )
      .option("--operation <name>", operationHelp, collect, [])
      .option(
        "--out <dir>",
        "the output folder; only generated files in it are overwritten or deleted",
      ),
  )
    .option("--config <file>", "the configuration; other options replace what it says")
    .option(
      "--output <name>",
      "only this output of the configuration; can be repeated",
      collect,
      [],
    )
    .option("--force", "overwrite files in the output folders that were not generated")
    .option("--check", "write nothing; list the files that are out of date, exit with 1 if any are")
    .option("--dry-run", "write nothing; list the files that would be written")
    .option("--no-cache", "generate every file again, even if its part of the model did not change")
    .addOption(
      new Option(
        "--watch",
        "generate again whenever a model, an overlay or the configuration changes; Ctrl+C stops it",
      ).conflicts("check"),
    )
    .option(
      "--jobs <n>",
      "how many outputs to generate at once; as many as processors by default",
      parseCount,
    )
    .option(
      "--print-inputs",
      "generate nothing; print the inputs and options as JSON, for build tools",
    )
    .option("--depfile <file>", "also write the inputs as a rule of Make to this file")
    .addOption(jsonOption())
    .addHelpText("after", help)
    .action(async (options: GenerateOptions) =>
      run(options, (reporter) =>
        generate(options, commandLine(command, withoutEffect), terminal, reporter),
      ),
    );
  checkOptions(command);
}

/** Adds the options that change what is generated, and how warnings count. */
export function addOutputOptions(command: Command): Command {
  return command
    .addOption(protocolOption("can be repeated with --server, which then answers all of them"))
    .option(
      "--json-schema <dir>",
      "also write a JSON Schema of every operation's input, output and error to this folder",
    )
    .option(
      "--api-report <file>",
      "also write the names and signatures of the output to this Markdown file, for reviews",
    )
    .option("--client", "also write client.ts, which calls the service")
    .option("--server", "also write server.ts, which answers requests, and its adapters")
    .option("--arbitraries", "also write arbitraries.ts for tests, which imports fast-check")
    .addOption(
      new Option(
        "--import-extension <extension>",
        "the extension of the imports between generated files: .ts for Node's type stripping, none for bundlers (default: .js)",
      ).choices(importExtensions),
    )
    .addOption(longOption())
    .addOption(patternsOption())
    .addOption(strictOption());
}

async function generate(
  options: GenerateOptions,
  fixCommand: string,
  terminal: Terminal,
  reporter: Reporter,
): Promise<number> {
  const plan = await planTasks(options, terminal);
  if (options.printInputs === true) {
    const inputs = await describeInputs(plan.tasks);
    await reporter.result({ kind: "inputs", ...inputs }, JSON.stringify(inputs, undefined, 2));
    return exitStatus.done;
  }
  if (options.depfile !== undefined) await writeDepfile(options.depfile, plan);
  if (options.watch !== true) return runOnce(plan, options, fixCommand, reporter);
  if (plan.inputs.includes("-"))
    throw UsageError.of("--watch cannot watch standard input; name a file");
  const { watchFiles } = await import("../watch.js");
  await watchFiles(plan.inputs, reporter, async () => {
    try {
      // The configuration may have changed, too.
      await runOnce(await planTasks(options, terminal), options, fixCommand, reporter);
    } catch (error) {
      if (!(error instanceof DiagnosticError)) throw error;
      reportError(error, reporter);
    }
  });
  return exitStatus.done;
}

/** Generates all outputs once. @returns the exit status */
export async function runOnce(
  { tasks, ignore }: Plan,
  options: Pick<GenerateOptions, "check" | "dryRun" | "jobs">,
  fixCommand: string,
  reporter: Reporter,
): Promise<number> {
  const start = performance.now();
  const board = new ProgressBoard(tasks, reporter);
  const outcomes = await runTasks(
    tasks,
    {
      onProgress: (task, text) => {
        board.show(task, text);
      },
      onWait: (_, message) => {
        reporter.note(message);
      },
      onEnd: ({ task }) => {
        board.end(task);
      },
    },
    options.jobs,
  );
  const seconds = (performance.now() - start) / 1000;
  const unused = reportUnused(outcomes, ignore, reporter);
  const status = await reportOutcomes(outcomes, { ...options, fixCommand, seconds }, reporter);
  return Math.max(unused, status);
}

const help = `
Examples:
  Generate all operations of a model:
    $ smithy-codec generate --model model.json --out src/generated
  Generate two operations, with constraints that the model lacks:
    $ smithy-codec generate --model model.json --overlay constraints.json \\
        --operation GetApi --operation CreateApi --out src/generated
  Generate everything that smithy-codec.config.ts lists:
    $ smithy-codec generate
  Check in CI that the committed code is up to date:
    $ smithy-codec generate --check
  Generate from a folder of files in Smithy IDL:
    $ smithy-codec generate --model model/ --out src/generated

${colors.dim("`smithy-codec explain CODE` explains the code at the end of a message.")}

Exit status: 0 done; 1 files out of date, or an error in the model; 2 wrong usage, or a file that cannot be read or written.`;
