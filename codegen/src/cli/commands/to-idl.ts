import { join } from "node:path";
import type { Command } from "commander";
import { ModelError } from "../../diagnostics/diagnostic.js";
import { readModel } from "../../run/read-sources.js";
import { writeWholeFile } from "../../write/write-file.js";
import { exitStatus } from "../exit-status.js";
import { helpText } from "../help.js";
import { checkOptions, parseFiles } from "../options.js";
import { plural } from "../plural.js";
import { readPiped } from "../read-piped.js";
import type { Reporter } from "../reporter.js";
import { UsageError, type CommandContext, type CommonOptions } from "../run-action.js";
import type { Terminal } from "../terminal.js";

interface Options extends CommonOptions {
  readonly out?: string;
}

/** Adds the command that prints a model in Smithy IDL. */
export function addToIdl(program: Command, { terminal, run }: CommandContext): void {
  const command = program
    .command("to-idl")
    .summary("print a model in Smithy IDL")
    .description(
      "Prints a model as Smithy IDL 2.0, which is easier to read and edit than the JSON AST that AWS publishes. Models that mean the same have the same text.",
    )
    .argument("<path...>", "files and folders of the model; - for standard input", parseFiles)
    .option("--out <folder>", "write one file for each namespace, NAMESPACE.smithy, to this folder")
    .addHelpText("after", help)
    .action(async (paths: readonly string[], options: Options) =>
      run(options, (reporter) => printIdl(paths, options, terminal, reporter)),
    );
  checkOptions(command);
}

async function printIdl(
  paths: readonly string[],
  { out }: Options,
  terminal: Terminal,
  reporter: Reporter,
): Promise<number> {
  const sources = await readModel(paths, await readPiped(paths, terminal));
  // Imported only when needed, because other commands do without.
  const [{ assemble }, { toIdl }, { eventToDiagnostic, isShown }] = await Promise.all([
    import("../../model/assemble/assemble.js"),
    import("../../to-idl/to-idl.js"),
    import("../../model/event-to-diagnostic.js"),
  ]);
  // A model that uses traits of others is still a model that people want to read.
  const { model, events } = assemble(sources, { allowUnknownTraits: true });
  const found = events.filter(isShown).map(eventToDiagnostic);
  const errors = found.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new ModelError(errors);
  for (const diagnostic of found) reporter.diagnostic(diagnostic);
  const texts = toIdl(model);
  if (out === undefined) {
    const [text = "", ...others] = texts.values();
    if (others.length > 0) throw UsageError.of(severalNamespaces([...texts.keys()]));
    reporter.text(text.trimEnd());
    return exitStatus.done;
  }
  for (const [namespace, text] of texts)
    await writeWholeFile(join(out, `${namespace === "" ? "metadata" : namespace}.smithy`), text);
  reporter.note(`Wrote ${plural(texts.size, "file")} to ${out}.`);
  return exitStatus.done;
}

function severalNamespaces(names: readonly string[]): string {
  const shown = names.length > 5 ? [...names.slice(0, 5), "..."] : names;
  return `the model has ${names.length} namespaces (${shown.join(", ")}), and a file can have only one; pass --out FOLDER`;
}

const help: string = helpText({
  examples: [
    ["Convert a model with one namespace", "smithy-codec to-idl model.json > model.smithy"],
    ["Convert a model with any number of namespaces", "smithy-codec to-idl model.json --out idl/"],
  ],
  status: {
    done: "done",
    failed: "an error in the model",
    usage: "wrong usage, or a file that cannot be read or written",
  },
});
