import { Command, CommanderError, Help } from "commander";
import { colors } from "./colors.js";
import { addAst } from "./commands/ast.js";
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
import { readVersion } from "./read-version.js";
import { JsonReporter } from "./reporter.js";
import { runAction, UsageError, type AddCommand, type CommandContext } from "./run-action.js";
import type { Terminal } from "./terminal.js";

/** Every command, in the order of the help. */
const commands: readonly AddCommand[] = [
  addGenerate,
  addDiff,
  addValidate,
  addServe,
  addLint,
  addFormat,
  addAst,
  addToIdl,
  addOpenApi,
  addInit,
  addExplain,
  addSmithyBuild,
];

/** The command line. It writes only to the given streams, and returns its exit status. */
export function createProgram(terminal: Terminal): {
  run: (argv: readonly string[]) => Promise<number>;
} {
  let isJson = false;
  const program = new Command("smithy-codec")
    .description(
      "Generates TypeScript types, serializers, deserializers and validators from a Smithy model.",
    )
    .version(readVersion(), "-V, --version", "print the version")
    // The command openapi has an option --version of its own.
    .enablePositionalOptions()
    .showSuggestionAfterError()
    .configureHelp({
      // The default of an option that can be repeated would be shown as `[]`.
      optionDescription: (option) =>
        Array.isArray(option.defaultValue)
          ? option.description
          : new Help().optionDescription(option),
    })
    .showHelpAfterError("Run the command with --help for its options and examples.")
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.stdout.write(text),
      writeErr: (text) => {
        if (!isJson) terminal.stderr.write(text);
      },
    });
  let status: number = exitStatus.done;
  const context: CommandContext = {
    terminal,
    run: async (options, action) => {
      status = await runAction(options, terminal, action);
    },
  };
  for (const add of commands) add(program, context);
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

const help = `
Examples:
  $ smithy-codec generate --model model.json --out src/generated
  $ smithy-codec diff git:main:model.json model.json
  $ smithy-codec validate --model model.json --shape CreateApiRequest request.json
  $ smithy-codec serve --model model.json
  $ smithy-codec openapi model.json

${colors.dim("smithy-codec <command> --help lists the options of a command.")}`;
