import { createRequire } from "node:module";
import { Command, CommanderError, Help, Option } from "commander";
import { colors as pc } from "./colors.js";
import { runDiff, type DiffOptions } from "./diff-command.js";
import { importExtensions } from "../import-extension.js";
import { exitStatus } from "./exit-status.js";
import { runGenerate, type GenerateOptions } from "./generate-command.js";
import { checkOptions, collect, commandLine, parseCount, parseFile } from "./options.js";
import type { Terminal } from "./terminal.js";
import { runValidate, type ValidateCommandOptions } from "./validate-command.js";

/** The command line. It writes only to the given streams, and returns its exit status. */
export function createProgram(terminal: Terminal): {
  run: (argv: readonly string[]) => Promise<number>;
} {
  const program = new Command("smithy-codec")
    .description(
      "Generates TypeScript types, serializers, deserializers and validators from a Smithy model.",
    )
    .version(readVersion(), "-V, --version", "print the version")
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
      writeErr: (text) => terminal.stderr.write(text),
    });
  let status: number = exitStatus.done;
  const setStatus = (value: number): void => {
    status = value;
  };
  addGenerate(program, terminal, setStatus);
  addDiff(program, terminal, setStatus);
  addValidate(program, terminal, setStatus);
  program.addHelpText("after", programHelp);

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

/** Options that are left out of the command that fixes drift: they do not change what is generated. */
const withoutEffect: ReadonlySet<string> = new Set(["check", "dryRun", "watch", "cache"]);

function addGenerate(
  program: Command,
  terminal: Terminal,
  setStatus: (value: number) => void,
): void {
  const command = program
    .command("generate")
    .summary("generate the code of a service")
    .description("Reads a Smithy model (JSON AST) and writes the code of its service to a folder.")
    .option("--model <file>", modelHelp)
    .option("--overlay <file>", overlayHelp, collect, [])
    .option("--service <shape-id>", serviceHelp)
    .option("--operation <name>", "generate only this operation; can be repeated", collect, [])
    .option(
      "--out <dir>",
      "the output folder; only generated files in it are overwritten or deleted (required)",
    )
    .option(
      "--json-schema <dir>",
      "also write a JSON Schema of every operation's input, output and error to this folder",
    )
    .option("--force", "overwrite files in the output folders that were not generated")
    .option("--check", "write nothing; list the files that are out of date, exit with 1 if any are")
    .option("--dry-run", "write nothing; list the files that would be written")
    .option("--no-cache", "generate every file again, even if its part of the model did not change")
    .addOption(
      new Option(
        "--watch",
        "generate again whenever the model or an overlay changes; Ctrl+C stops it",
      ).conflicts("check"),
    )
    .option("--arbitraries", "also write arbitraries.ts for tests, which imports fast-check")
    .addOption(
      new Option(
        "--import-extension <extension>",
        "the extension of the imports between generated files: .ts for Node's type stripping, none for bundlers",
      )
        .choices(importExtensions)
        .default(".js"),
    )
    .addOption(longOption())
    .addOption(patternsOption())
    .addHelpText("after", generateHelp)
    .action(async (options: GenerateOptions) => {
      setStatus(await runGenerate(options, commandLine(command, withoutEffect), terminal));
    });
  checkOptions(command, ["model", "out"]);
}

function addDiff(program: Command, terminal: Terminal, setStatus: (value: number) => void): void {
  const command = program
    .command("diff")
    .summary("compare two versions of a model")
    .description(
      "Lists the changes between two versions of a service's model, and which of them break users.\nDocumentation is not compared.",
    )
    .argument("<old>", "the earlier model; - for standard input", parseFile)
    .argument("<new>", "the later model; - for standard input", parseFile)
    .option(
      "--overlay <file>",
      "apply statements to add to both models; can be repeated",
      collect,
      [],
    )
    .option("--service <shape-id>", "the service; needed only if the models have several")
    .option("--operation <name>", "compare only this operation; can be repeated", collect, [])
    .addHelpText("after", diffHelp)
    .action(async (before: string, after: string, options: DiffOptions) => {
      setStatus(await runDiff(before, after, options, terminal));
    });
  checkOptions(command);
}

function addValidate(
  program: Command,
  terminal: Terminal,
  setStatus: (value: number) => void,
): void {
  const command = program
    .command("validate")
    .summary("validate JSON against a shape of a model")
    .description(
      "Validates JSON as it is sent over the wire: one document, or a stream of one document a line (NDJSON) of any length.",
    )
    .argument("[file]", "the JSON; - for standard input", parseFile, "-")
    .option("--model <file>", modelHelp)
    .option("--overlay <file>", overlayHelp, collect, [])
    .option("--service <shape-id>", serviceHelp)
    .option("--shape <name>", "the structure or union to validate against (required)")
    .addOption(
      new Option("--format <format>", "the format of the input; detected by default").choices([
        "json",
        "ndjson",
      ]),
    )
    .option("--max-issues <n>", "how many issues to list for each document", parseCount, 100)
    .option("--advice", "also check the formats that the service documents only in prose")
    .addOption(longOption())
    .addOption(patternsOption())
    .addHelpText("after", validateHelp)
    .action(async (file: string, options: ValidateCommandOptions) => {
      setStatus(await runValidate(file, options, terminal));
    });
  checkOptions(command, ["model", "shape"]);
}

function longOption(): Option {
  return new Option(
    "--long <type>",
    "the type of Smithy's long: number rejects values beyond 2^53 - 1, bigint keeps all 64 bits",
  )
    .choices(["number", "bigint"])
    .default("number");
}

function patternsOption(): Option {
  return new Option(
    "--patterns <mode>",
    "texts that a pattern can take too long on: linear checks them with re2js, skip does not check them",
  )
    .choices(["linear", "skip"])
    .default("linear");
}

function readVersion(): string {
  const require = createRequire(import.meta.url);
  return (require("smithy-codec/package.json") as { version: string }).version;
}

const modelHelp =
  "the model: a JSON AST as AWS publishes it or `smithy ast` prints it; - for standard input (required)";
const overlayHelp = "a file of apply statements to add to the model; can be repeated";
const serviceHelp = "the service; needed only if the model has several";

const programHelp = `
Examples:
  $ smithy-codec generate --model model.json --out src/generated
  $ smithy-codec diff old.json new.json
  $ smithy-codec validate --model model.json --shape CreateApiRequest request.json

${pc.dim("smithy-codec <command> --help lists the options of a command.")}`;

const generateHelp = `
Examples:
  Generate all operations of a model:
    $ smithy-codec generate --model model.json --out src/generated
  Generate two operations, with constraints that the model lacks:
    $ smithy-codec generate --model model.json --overlay constraints.json \\
        --operation GetApi --operation CreateApi --out src/generated
  Check in CI that the committed code is up to date:
    $ smithy-codec generate --model model.json --out src/generated --check
  Generate from Smithy IDL, which the Smithy CLI converts to JSON:
    $ smithy ast model/ | smithy-codec generate --model - --out src/generated

Exit status: 0 done; 1 files out of date, or an error in the model; 2 wrong usage, or a file that cannot be read or written.`;

const diffHelp = `
Examples:
  Compare the committed model with a new one:
    $ git show HEAD:model.json | smithy-codec diff - model.json
  Compare two operations:
    $ smithy-codec diff --operation GetApi --operation CreateApi old.json new.json

Exit status: 0 no differences; 1 differences, or an error in a model; 2 wrong usage, or a file that cannot be read.`;

const validateHelp = `
Each issue is a line FILE:LINE:COLUMN PATH MESSAGE. Columns count UTF-16 code units, as editors do.

Examples:
  Validate one document:
    $ smithy-codec validate --model model.json --shape CreateApiRequest request.json
  Validate a stream while it arrives:
    $ producer | smithy-codec validate --model model.json --shape Event --format ndjson

Exit status: 0 valid; 1 invalid, or an error in the model; 2 wrong usage, or a file that cannot be read.`;
