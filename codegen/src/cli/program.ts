import { Command, CommanderError } from "commander";
import { addAst } from "./commands/ast.js";
import { addCompletion } from "./commands/completion.js";
import { addDiff } from "./commands/diff.js";
import { addExplain } from "./commands/explain.js";
import { addFormat } from "./commands/format.js";
import { addGenerate } from "./commands/generate.js";
import { addInit } from "./commands/init.js";
import { addLint } from "./commands/lint.js";
import { addOpenApi } from "./commands/openapi.js";
import { addServe } from "./commands/serve.js";
import { addSmithyBuild } from "./commands/smithy-build.js";
import { addToIdl } from "./commands/to-idl.js";
import { addValidate } from "./commands/validate.js";
import { exitStatus } from "./exit-status.js";
import { configureHelp, helpText, helpWidth } from "./help.js";
import { readVersion } from "./read-version.js";
import { JsonReporter } from "./reporter.js";
import { runAction, UsageError, type AddCommand, type CommandContext } from "./run-action.js";
import type { Terminal } from "./terminal.js";

/** Every command, by the headings of the help. */
const commands: readonly (readonly [heading: string, commands: readonly AddCommand[]])[] = [
  ["Generate code:", [addInit, addGenerate, addSmithyBuild]],
  ["Use a model without generating code:", [addValidate, addServe]],
  ["Work on models:", [addDiff, addLint, addFormat, addAst, addToIdl, addOpenApi]],
  ["Help:", [addExplain, addCompletion]],
];

/** The command line. It writes only to the given streams, and returns its exit status. */
export function createProgram(terminal: Terminal): {
  run: (argv: readonly string[]) => Promise<number>;
} {
  let isJson = false;
  const program = new Command("smithy-codec")
    .description(
      "Generates TypeScript from Smithy models: types, codecs, validators, clients and servers.",
    )
    .version(readVersion(), "-V, --version", "print the version")
    // The command openapi has an option --version of its own.
    .enablePositionalOptions()
    .showSuggestionAfterError()
    .showHelpAfterError("Run the command with --help for its options and examples.")
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.stdout.write(text),
      getOutHelpWidth: () => widthOf(terminal.stdout),
      getErrHelpWidth: () => widthOf(terminal.stderr),
      writeErr: (text) => {
        if (!isJson) terminal.stderr.write(text);
      },
    });
  configureHelp(program);
  let status: number = exitStatus.done;
  const context: CommandContext = {
    terminal,
    run: async (options, action) => {
      status = await runAction(options, terminal, action);
    },
  };
  for (const [heading, adders] of commands) {
    program.commandsGroup(heading);
    for (const add of adders) add(program, context);
  }
  program.helpCommand("help [command]", "print the help of a command");
  program.addHelpText("after", help);

  return {
    run: async (argv) => {
      isJson = argv.includes("--json");
      try {
        await program.parseAsync(argv);
        return status;
      } catch (error) {
        if (!(error instanceof CommanderError)) throw error;
        if (error.exitCode === 0) return exitStatus.done;
        if (isJson) reportAsJson(error, terminal);
        return exitStatus.usage;
      }
    },
  };
}

function reportAsJson({ message }: CommanderError, terminal: Terminal): void {
  const { diagnostics } = UsageError.of(message.replace(/^error: /, ""));
  for (const diagnostic of diagnostics) new JsonReporter(terminal).diagnostic(diagnostic);
}

/** How wide a help text can be, on a terminal that may be narrow. */
function widthOf({ columns = helpWidth }: Terminal["stdout"]): number {
  return Math.min(columns, helpWidth);
}

const help: string = helpText({
  notes: "`smithy-codec COMMAND --help` prints the options of a command, and more examples.",
  examples: [
    ["Start a project with a small model", "smithy-codec init"],
    [
      "Generate types, codecs and validators",
      "smithy-codec generate --model model.json --out src/generated",
    ],
    ["See what changed since the main branch", "smithy-codec diff git:main:model.json model.json"],
  ],
  status: {
    done: "done",
    failed: "something was found: an error in the model, an issue, a change",
    usage: "wrong usage, or a file that cannot be read or written",
  },
});
