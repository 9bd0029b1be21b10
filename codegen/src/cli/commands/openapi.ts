import { Option, type Command } from "commander";
import type { OpenApiVersion } from "../../openapi/document.js";
import { openApiVersions } from "../../openapi/document.js";
import { readModel, readSources } from "../../run/read-sources.js";
import { writeWholeFile } from "../../write/write-file.js";
import { exitStatus } from "../exit-status.js";
import { helpText } from "../help.js";
import { checkOptions, collect, parseFiles } from "../options.js";
import { readPiped } from "../read-piped.js";
import type { Reporter } from "../reporter.js";
import { UsageError, type CommandContext, type CommonOptions } from "../run-action.js";
import { addModelOptions } from "../shared-options.js";
import type { Terminal } from "../terminal.js";

interface OpenApiOptions extends CommonOptions {
  readonly model: readonly string[];
  readonly overlay: readonly string[];
  readonly service?: string;
  readonly operation: readonly string[];
  readonly version: OpenApiVersion;
  readonly out?: string;
}

/** Adds the command that converts a model to OpenAPI. */
export function addOpenApi(program: Command, { terminal, run }: CommandContext): void {
  const command = addModelOptions(
    program
      .command("openapi")
      .summary("convert a REST service to OpenAPI")
      .description(
        "Converts a service with the protocol restJson1 or restXml to an OpenAPI document, for Swagger UI, Postman, mock servers and other tools.",
      )
      .argument("[path...]", "files and folders of the model, as for --model", parseFiles),
  )
    .option("--operation <name>", "convert only this operation; can be repeated", collect, [])
    .optionsGroup("Output:")
    .addOption(
      new Option("--version <version>", "the version of OpenAPI")
        .choices(openApiVersions)
        .default(openApiVersions[0]),
    )
    .option("--out <file>", "write the document to this file")
    .addHelpText("after", help)
    .action(async (paths: readonly string[], options: OpenApiOptions) =>
      run(options, (reporter) => printOpenApi(paths, options, terminal, reporter)),
    );
  checkOptions(command);
}

async function printOpenApi(
  paths: readonly string[],
  options: OpenApiOptions,
  terminal: Terminal,
  reporter: Reporter,
): Promise<number> {
  const given = [...paths, ...options.model];
  if (given.length === 0)
    throw UsageError.of("there is no model; give its files and folders, or - for standard input");
  const stdin = await readPiped([...given, ...options.overlay], terminal);
  // Imported only when needed, because it loads the first half of the generator.
  const { toOpenApi } = await import("../../openapi/to-open-api.js");
  const { document, warnings } = await toOpenApi({
    ...options,
    operations: options.operation,
    model: await readModel(given, stdin),
    overlays: await readSources(options.overlay, stdin),
  });
  for (const warning of warnings) reporter.diagnostic(warning);
  const text = JSON.stringify(document, undefined, 2);
  if (options.out === undefined) reporter.text(text);
  else await writeWholeFile(options.out, `${text}\n`);
  return exitStatus.done;
}

const help: string = helpText({
  examples: [
    ["Convert a model", "smithy-codec openapi model.json --out openapi.json"],
    [
      "Convert two operations of a model in Smithy IDL to OpenAPI 3.0",
      "smithy-codec openapi model/ --operation GetApi --operation GetApis \\",
      "--version 3.0",
    ],
  ],
  status: {
    done: "done",
    failed: "an error in the model",
    usage: "wrong usage, or a file that cannot be read or written",
  },
});
