import type { Command } from "commander";
import { readModel } from "../../run/read-sources.js";
import { writeWholeFile } from "../../write/write-file.js";
import { exitStatus } from "../exit-status.js";
import { helpText } from "../help.js";
import { checkOptions, parseFiles } from "../options.js";
import { readPiped } from "../read-piped.js";
import type { Reporter } from "../reporter.js";
import type { CommandContext, CommonOptions } from "../run-action.js";
import type { Terminal } from "../terminal.js";

interface AstOptions extends CommonOptions {
  readonly out?: string;
  readonly flatten?: boolean;
  readonly allowUnknownTraits?: boolean;
}

/** The folder that is read if none is given, as by Smithy's own tools. */
const defaultFolder = "model";

/** Adds the command that prints a model as JSON AST. */
export function addAst(program: Command, { terminal, run }: CommandContext): void {
  const command = program
    .command("ast")
    .summary("print a model as JSON AST")
    .description(
      "Prints a model as one JSON AST, version 2.0. The model can be any number of files in Smithy IDL or JSON AST. Models that mean the same have the same text.",
    )
    .argument(
      "[path...]",
      `files and folders of the model; - for standard input (default: ${defaultFolder})`,
      parseFiles,
    )
    .option("--out <file>", "write the model to this file instead of printing it")
    .option("--flatten", "copy the members of mixins to the shapes that use them")
    .option("--allow-unknown-traits", "only warn about traits that are not defined")
    .addHelpText("after", help)
    .action(async (paths: readonly string[], options: AstOptions) =>
      run(options, (reporter) => printAst(paths, options, terminal, reporter)),
    );
  checkOptions(command);
}

async function printAst(
  paths: readonly string[],
  { out, flatten = false, allowUnknownTraits = false }: AstOptions,
  terminal: Terminal,
  reporter: Reporter,
): Promise<number> {
  const given = paths.length === 0 ? [defaultFolder] : paths;
  const sources = await readModel(given, await readPiped(given, terminal));
  // Imported only when needed, because other commands do without.
  const [{ assemble }, { toJsonAst }, { eventToDiagnostic, isShown }, { refuseErrors }] =
    await Promise.all([
      import("../../model/assemble/assemble.js"),
      import("../../model/to-json-ast.js"),
      import("../../model/event-to-diagnostic.js"),
      import("../../compile-sources.js"),
    ]);
  const { model, events } = assemble(sources, { allowUnknownTraits });
  for (const event of events)
    if (isShown(event) && event.severity !== "ERROR") reporter.diagnostic(eventToDiagnostic(event));
  refuseErrors(model, events);
  const text = toJsonAst(model, { mixins: flatten ? "flatten" : "keep" });
  if (out === undefined) reporter.text(text.trimEnd());
  else await writeWholeFile(out, text);
  return exitStatus.done;
}

const help: string = helpText({
  examples: [
    ["Print the model in a folder", "smithy-codec ast model/ > model.json"],
    [
      "Merge two files, without mixins",
      "smithy-codec ast main.smithy model.json --flatten --out build/model.json",
    ],
  ],
  status: {
    done: "done",
    failed: "an error in the model",
    usage: "wrong usage, or a file that cannot be read or written",
  },
});
