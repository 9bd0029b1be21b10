import { join } from "node:path";
import { createInterface } from "node:readline/promises";
import { Option, type Command } from "commander";
import { planInit } from "../../init/plan-init.js";
import {
  checkNamespace,
  checkService,
  defaults,
  type InitOptions,
} from "../../init/init-options.js";
import { OutputError } from "../../write/output-error.js";
import { explainFileErrors, kindOf, readFileIfPresent } from "../../write/read-file.js";
import { writeWholeFile } from "../../write/write-file.js";
import { colors } from "../colors.js";
import { exitStatus } from "../exit-status.js";
import { helpText } from "../help.js";
import { checkOptions, parseFile } from "../options.js";
import { readVersion } from "../read-version.js";
import type { Reporter } from "../reporter.js";
import { UsageError, type CommandContext, type CommonOptions } from "../run-action.js";
import { jsonOption } from "../shared-options.js";
import type { Terminal } from "../terminal.js";

interface Options extends CommonOptions {
  readonly yes?: boolean;
  readonly namespace?: string;
  readonly service?: string;
}

/** Adds the command that begins a project. */
export function addInit(program: Command, { terminal, run }: CommandContext): void {
  const command = program
    .command("init")
    .summary("start a project with a small model")
    .description(
      "Writes a small model in Smithy IDL, a configuration, and scripts in package.json. Existing files are not changed, except for scripts that are added to package.json.",
    )
    .argument("[folder]", "the folder of the project", parseFile, ".")
    .addOption(
      new Option("--namespace <name>", "the namespace of the model").default(
        undefined,
        defaults.namespace,
      ),
    )
    .addOption(
      new Option("--service <name>", "the name of the service").default(
        undefined,
        defaults.service,
      ),
    )
    .option("--yes", "use the defaults instead of asking")
    .addOption(jsonOption())
    .addHelpText("after", help)
    .action(async (folder: string, options: Options) =>
      run(options, (reporter) => init(folder, options, terminal, reporter)),
    );
  checkOptions(command);
}

async function init(
  folder: string,
  options: Options,
  terminal: Terminal,
  reporter: Reporter,
): Promise<number> {
  const chosen = await choose(options, terminal);
  const packagePath = join(folder, "package.json");
  const packageJson = await explainFileErrors(() => readFileIfPresent(packagePath));
  const files = attempt(packagePath, () =>
    planInit(chosen, {
      version: readVersion(),
      has: (path) => kindOf(join(folder, path)) !== undefined,
      ...(packageJson !== undefined && { packageJson }),
    }),
  );
  for (const { path, text } of files) {
    const place = join(folder, path);
    if (text !== undefined) await writeWholeFile(place, text);
    const result = text === undefined ? "kept" : "written";
    await reporter.result({ kind: "init", path: place, result }, `${mark(result)} ${place}`);
  }
  reporter.text(next(folder));
  return exitStatus.done;
}

function mark(result: "kept" | "written"): string {
  return result === "written" ? colors.green("written") : colors.dim("kept   ");
}

function next(folder: string): string {
  const lines = [
    ...(folder === "." ? [] : [`cd ${folder}`]),
    "npm install",
    "npm run api:generate",
  ];
  return ["", "Next:", ...lines.map((line) => `  ${line}`)].join("\n");
}

function attempt<T>(path: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw OutputError.of("SC2001", path, `this is not valid JSON: ${error.message}`);
  }
}

async function choose(options: Options, terminal: Terminal): Promise<InitOptions> {
  const given = {
    namespace: checked("--namespace", options.namespace, checkNamespace),
    service: checked("--service", options.service, checkService),
  };
  const { isTTY } = terminal.stdin as { isTTY?: boolean };
  if (options.yes !== true && isTTY !== true && (!given.namespace || !given.service))
    throw UsageError.of(
      "standard input is not a terminal to ask for names; pass --yes, or both --namespace and --service",
    );
  if (options.yes === true || isTTY !== true) {
    return {
      namespace: given.namespace ?? defaults.namespace,
      service: given.service ?? defaults.service,
    };
  }
  const lines = createInterface({ input: terminal.stdin, output: terminal.stderr });
  const ask = async (
    question: string,
    usual: string,
    check: (text: string) => string | undefined,
  ): Promise<string> => {
    for (;;) {
      const answer = (await lines.question(`${question} (${usual}): `)).trim() || usual;
      const problem = check(answer);
      if (problem === undefined) return answer;
      terminal.stderr.write(`${colors.yellow(problem)}\n`);
    }
  };
  try {
    return {
      service: given.service ?? (await ask("Name of the service", defaults.service, checkService)),
      namespace: given.namespace ?? (await ask("Namespace", defaults.namespace, checkNamespace)),
    };
  } finally {
    lines.close();
  }
}

function checked(
  option: string,
  value: string | undefined,
  check: (text: string) => string | undefined,
): string | undefined {
  const problem = value === undefined ? undefined : check(value);
  if (problem !== undefined) throw UsageError.of(`${option} ${JSON.stringify(value)}: ${problem}`);
  return value;
}

const help: string = helpText({
  examples: [
    ["Start in the current folder; asks for the names", "smithy-codec init"],
    ["Start in a new folder, with the default names", "smithy-codec init notes --yes"],
    ["Choose the names", "smithy-codec init billing --namespace org.acme --service Billing"],
  ],
  status: { done: "done", usage: "wrong usage, or a file that cannot be written" },
});
