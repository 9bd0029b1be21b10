import { Option, type Command } from "commander";
import { importExtensions } from "../../import-extension.js";
import { runTasks } from "../../run/run-tasks.js";
import { exitStatus } from "../exit-status.js";
import { reportOutcomes } from "../report-outcomes.js";
import { helpText } from "../help.js";
import { checkOptions, collect, commandLine, parseCount } from "../options.js";
import { describeInputs, writeDepfile } from "../describe-inputs.js";
import { ProgressBoard } from "../progress-board.js";
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
        .summary("generate TypeScript from a model")
        .description(
          "Generates TypeScript from Smithy models, which can be in Smithy IDL or JSON AST. Without --model and --out, it generates what smithy-codec.config.ts, .js or .json in the current folder lists.",
        ),
    )
      .option("--operation <name>", operationHelp, collect, [])
      .optionsGroup("Output:")
      .option(
        "--out <dir>",
        "the output folder; only generated files in it are overwritten or deleted",
      ),
  )
    .optionsGroup("Configuration:")
    .option("--config <file>", "the configuration file; other options override it")
    .option(
      "--output <name>",
      "generate only this output of the configuration; can be repeated",
      collect,
      [],
    )
    .optionsGroup("Running:")
    .option("--force", "overwrite files in the output folder that were not generated")
    .option(
      "--check",
      "write nothing; list the files that are out of date, and exit with 1 if there are any",
    )
    .option("--dry-run", "write nothing; list the files that would be written")
    .option("--no-cache", "generate everything again, even if nothing has changed")
    .addOption(
      new Option("--watch", "generate again whenever an input changes, until Ctrl+C").conflicts(
        "check",
      ),
    )
    .option(
      "--jobs <n>",
      "how many outputs to generate at once; by default, one per processor",
      parseCount,
    )
    .optionsGroup("For programs:")
    .option("--print-inputs", "generate nothing; print inputs and options as JSON, for build tools")
    .option("--depfile <file>", "also write the inputs as a rule for Make to this file")
    .optionsGroup("Options:")
    .addOption(strictOption())
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
    .addOption(protocolOption("can be repeated with --server, which then supports all of them"))
    .option(
      "--json-schema <dir>",
      "also write JSON Schemas of all inputs, outputs and errors to this folder",
    )
    .option(
      "--api-report <file>",
      "also write all exported names and signatures to this Markdown file, for reviews",
    )
    .option("--client", "also generate a client that calls the service")
    .option(
      "--server",
      "also generate a server that answers requests, with adapters for Node and Lambda",
    )
    .option("--arbitraries", "also generate values for tests with fast-check")
    .addOption(
      new Option(
        "--import-extension <extension>",
        "the extension in imports between generated files: .ts for Node's type stripping, none for bundlers",
      )
        .choices(importExtensions)
        .default(undefined, ".js"),
    )
    .addOption(longOption())
    .addOption(patternsOption());
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

const help: string = helpText({
  examples: [
    [
      "Generate types, codecs and validators",
      "smithy-codec generate --model model.json --out src/generated",
    ],
    [
      "Generate a client with two operations, from a folder of .smithy files",
      "smithy-codec generate --model model/ --operation GetApi \\",
      "--operation CreateApi --client --out src/generated",
    ],
    ["Generate everything that smithy-codec.config.ts lists", "smithy-codec generate"],
    ["Check in CI that the committed code is up to date", "smithy-codec generate --check"],
  ],
  status: {
    done: "done",
    failed: "files that are out of date, or an error in the model",
    usage: "wrong usage, or a file that cannot be read or written",
  },
  notes: "`smithy-codec explain CODE` explains the code at the end of a message.",
});
