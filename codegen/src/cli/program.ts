import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { colors as pc } from "./colors.js";
import { runDiff, type DiffOptions } from "./diff-command.js";
import { runGenerate, type GenerateOptions } from "./generate-command.js";
import { importExtensions } from "../import-extension.js";
import type { Terminal } from "./terminal.js";
import { runValidate, type ValidateCommandOptions } from "./validate-command.js";

/** Exit statuses: done; drift, invalid JSON, or an error in the model; wrong usage. */
export const exitStatus = { done: 0, failed: 1, usage: 2 } as const;

/** The command line. It writes to the given streams alone, and ends by returning its exit status. */
export function createProgram(terminal: Terminal): {
  run: (argv: readonly string[]) => Promise<number>;
} {
  const program = new Command("smithy-codec")
    .description(
      "Generates TypeScript types, serializers, deserializers and validators from a Smithy model.",
    )
    .showSuggestionAfterError()
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.stdout.write(text),
      writeErr: (text) => terminal.stderr.write(text),
    });
  let status: number = exitStatus.done;

  program
    .command("generate")
    .summary("generate the code of a service")
    .description(
      "Reads a Smithy model (JSON AST) and writes the code of its service into a folder.",
    )
    .requiredOption(
      "--model <file>",
      "the model, as AWS or the Smithy CLI writes it; - for standard input",
    )
    .option(
      "--overlay <file>",
      "apply statements to lay over the model; may be repeated",
      collect,
      [],
    )
    .option("--service <shape-id>", "the service; not needed where the model has only one")
    .option("--operation <name...>", "generate only these operations; may be repeated", collect, [])
    .requiredOption(
      "--out <dir>",
      "the folder to write to; files that are not ours are left alone in it",
    )
    .option(
      "--json-schema <dir>",
      "write a JSON Schema of every operation's input, output and error as well, to another folder",
    )
    .option("--check", "write nothing; list what differs, and exit with 1 if anything does")
    .option("--dry-run", "write nothing; list what would be written")
    .option("--no-cache", "make every file anew, also those that cannot have changed")
    .option("--watch", "generate again whenever the model or an overlay changes")
    .option("--arbitraries", "also write arbitraries.ts for tests, which imports fast-check")
    .addOption(
      new Option(
        "--import-extension <extension>",
        "the end of the imports between generated files; .ts for Node's type stripping, none for bundlers",
      )
        .choices(importExtensions)
        .default(".js"),
    )
    .option(
      "--allow-unsafe-patterns",
      "leave patterns that could take exponential time to an engine passed in at run time",
    )
    .addHelpText("after", generateHelp)
    .action(async (options: GenerateOptions) => {
      status = await runGenerate(options, terminal);
    });
  program
    .command("diff")
    .summary("tell two versions of a model apart")
    .description(
      "Lists what changed between two versions of a service's model, and what of it breaks users.\nDocumentation does not count.",
    )
    .argument("<old>", "the earlier model; - for standard input")
    .argument("<new>", "the later model; - for standard input")
    .option("--overlay <file>", "apply statements to lay over both; may be repeated", collect, [])
    .option("--service <shape-id>", "the service; not needed where the models have only one")
    .option("--operation <name...>", "compare only these operations; may be repeated", collect, [])
    .addHelpText(
      "after",
      "\nExit status: 0 no difference; 1 differences, or an error in a model; 2 wrong usage.",
    )
    .action(async (before: string, after: string, options: DiffOptions) => {
      status = await runDiff(before, after, options, terminal);
    });
  program
    .command("validate")
    .summary("check JSON against a shape of a model")
    .description(
      "Checks JSON as it is on the wire: one document, or a stream of one a line (NDJSON) of any length.",
    )
    .argument("[file]", "the JSON; - for standard input", "-")
    .requiredOption(
      "--model <file>",
      "the model, as AWS or the Smithy CLI writes it; - for standard input",
    )
    .option(
      "--overlay <file>",
      "apply statements to lay over the model; may be repeated",
      collect,
      [],
    )
    .option("--service <shape-id>", "the service; not needed where the model has only one")
    .requiredOption("--shape <name>", "the structure or union that the JSON is to be of")
    .addOption(
      new Option("--format <format>", "what the input is; found out unless told").choices([
        "json",
        "ndjson",
      ]),
    )
    .option("--max-issues <n>", "how many issues of a document to list", parseCount, 100)
    .option("--advice", "check forms as well that the service documents in prose alone")
    .addHelpText("after", validateHelp)
    .action(async (file: string, options: ValidateCommandOptions) => {
      status = await runValidate(file, options, terminal);
    });
  program.addHelpText(
    "after",
    `\n${pc.dim("Try")} smithy-codec generate --help ${pc.dim("for an example.")}`,
  );

  return {
    run: async (argv) => {
      try {
        await program.parseAsync(argv);
        return status;
      } catch (error) {
        if (!(error instanceof CommanderError)) throw error;
        return error.exitCode === 0 ? exitStatus.done : exitStatus.usage;
      }
    },
  };
}

function collect(value: string, earlier: readonly string[]): string[] {
  return [...earlier, value];
}

function parseCount(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new InvalidArgumentError("It must be a whole number above 0.");
}

const generateHelp = `
Examples:
  Everything in a model:
    $ smithy-codec generate --model model.json --out src/generated
  Two operations, with constraints that the model lacks:
    $ smithy-codec generate --model model.json --overlay constraints.json \\
        --operation GetApi --operation CreateApi --out src/generated
  In CI, to see that what is committed is what the model says:
    $ smithy-codec generate --model model.json --out src/generated --check

Exit status: 0 done; 1 drift, or an error in the model; 2 wrong usage.`;

const validateHelp = `
Each issue is a line FILE:LINE:COLUMN PATH MESSAGE; columns count UTF-16 units, as editors do.

Examples:
  One document:
    $ smithy-codec validate --model model.json --shape CreateApiRequest request.json
  A stream, as it comes:
    $ producer | smithy-codec validate --model model.json --shape Event --format ndjson

Exit status: 0 valid; 1 invalid, or an error in the model; 2 wrong usage.`;
