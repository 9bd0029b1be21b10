import { isAbsolute, join, relative } from "node:path";
import type { Command } from "commander";
import { DiagnosticError } from "../../diagnostics/diagnostic.js";
import { helpText } from "../help.js";
import { commandLine, checkOptions, collect } from "../options.js";
import {
  jsonOption,
  operationHelp,
  overlayHelp,
  serviceHelp,
  strictOption,
} from "../shared-options.js";
import { planTasks, type GenerateOptions } from "../plan-tasks.js";
import type { CommandContext } from "../run-action.js";
import type { Terminal } from "../terminal.js";
import { addOutputOptions, runOnce } from "./generate.js";

interface SmithyBuildOptions extends Omit<GenerateOptions, "model" | "cache"> {
  readonly out: string;
}

/** An environment that is not that of a process plugin of `smithy build`. */
export class PluginError extends DiagnosticError {
  override readonly name = "PluginError";
}

/**
 * Adds the command that `smithy build` runs as a process plugin (Smithy 2.0, "run plugin"): the model is on standard
 * input, the output folder in SMITHY_PLUGIN_DIR, and the settings are the arguments of the plugin's `command`.
 */
export function addSmithyBuild(program: Command, { terminal, run }: CommandContext): void {
  const command = addOutputOptions(
    program
      .command("smithy-build")
      .summary("generate code as a plugin of smithy build")
      .description(
        "Generates code as a plugin of `smithy build`, which passes the model on standard input and the output folder in SMITHY_PLUGIN_DIR.",
      )
      .optionsGroup("Model:")
      .option("--overlay <file>", `${overlayHelp}; relative to the root of the build`, collect, [])
      .option("--service <shape-id>", serviceHelp)
      .option("--operation <name>", operationHelp, collect, [])
      .optionsGroup("Output:")
      .option("--out <dir>", "the output folder, below that of the plugin", "."),
  )
    .optionsGroup("Options:")
    .addOption(strictOption())
    .addOption(jsonOption())
    .addHelpText("after", help)
    .action(async (options: SmithyBuildOptions) =>
      run(options, async (reporter) => {
        const plan = await planTasks(inEnvironment(options, terminal), terminal);
        return runOnce(plan, {}, commandLine(command, new Set()), reporter);
      }),
    );
  checkOptions(command);
}

/** The options of `generate` for the environment of a plugin. */
function inEnvironment(options: SmithyBuildOptions, { env = {} }: Terminal): GenerateOptions {
  const { SMITHY_PLUGIN_DIR: folder = "", SMITHY_ROOT_DIR: root = "." } = env;
  if (folder === "") fail("the environment variable SMITHY_PLUGIN_DIR is not set");
  const below = relative(folder, join(folder, options.out));
  if (below.startsWith("..") || isAbsolute(options.out))
    fail(`the folder ${options.out} is not below that of the plugin`);
  const atRoot = (path: string): string => (isAbsolute(path) ? path : join(root, path));
  return {
    ...options,
    model: ["-"],
    cache: false,
    out: join(folder, options.out),
    overlay: options.overlay.map(atRoot),
    ...(options.jsonSchema !== undefined && { jsonSchema: join(folder, options.jsonSchema) }),
    ...(options.apiReport !== undefined && { apiReport: join(folder, options.apiReport) }),
  };
}

function fail(message: string): never {
  throw new PluginError([{ code: "SC3201", severity: "error", file: "", place: "", message }]);
}

const help: string = helpText({
  notes: `A smithy-build.json that runs it:
  {
    "version": "1.0",
    "plugins": {
      "run::typescript": {
        "command": ["npx", "smithy-codec", "smithy-build", "--out", "src"]
      }
    }
  }`,
  examples: [
    [
      "Try it without smithy build",
      "SMITHY_PLUGIN_DIR=build smithy-codec smithy-build < model.json",
    ],
  ],
  status: {
    done: "done",
    failed: "an error in the model",
    usage: "wrong usage, or a file that cannot be read or written",
  },
});
