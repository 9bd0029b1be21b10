import { spawn } from "node:child_process";
import { copyFileSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { repository } from "../package/support/packages.js";
import { runOrFail } from "../package/support/run.js";

/**
 * Does what a README's shell block says, in a project where our packages are installed.
 * @returns what the last command printed
 */
export async function runCommands(text: string, project: string): Promise<string> {
  let output = "";
  for (const command of text
    .trim()
    .replaceAll(/\\\n\s*/g, "")
    .split(/\n| && /)) {
    const [program = "", ...args] = command.split(" ");
    // The tour through an empty folder, and the emulator's clients, are followed to the letter by tests of their own.
    if (/^(?:npm (?:init|pkg) |npx tsc|node |aws )/.test(command)) continue;
    if (program === "npx") {
      output = await runOrFail(join("node_modules/.bin", args[0] ?? ""), args.slice(1), project);
    } else if (program === "curl") download(args, project);
    else if (program === "npm" && args[0] === "install") checkInstallable(args.slice(1));
    else if (program === "npm") checkScript(args);
    else throw new Error(`a README says to run ${command}, which no test knows how to try`);
  }
  return output;
}

/**
 * Starts a command of ours that serves until it is ended, on any free port, and ends it.
 * @returns the first lines that it prints
 */
export async function startCommand(
  command: string,
  lines: number,
  project: string,
): Promise<string> {
  const [program = "", ...args] = toProgram(command, project);
  const child = spawn(program, [...args, "--port", "0"], {
    cwd: program === process.execPath ? repository : project,
    stdio: ["ignore", "pipe", "inherit"],
    timeout: 60_000,
  });
  let printed = "";
  for await (const chunk of child.stdout.setEncoding("utf8")) {
    printed += String(chunk);
    if (printed.split("\n").length > lines) break;
  }
  child.kill();
  return printed;
}

/** What a command runs: a program of the project, or a script of the repository. */
function toProgram(command: string, project: string): string[] {
  const [program, ...words] = command.split(" ");
  const [name = "", ...args] = words;
  if (program === "npx") return [join(project, "node_modules/.bin", name), ...args];
  const [, script = "", , ...options] = words;
  return [process.execPath, ...readScript(script).split(" ").slice(1), ...options];
}

/** Nothing is downloaded by a test: the operations that the README uses, in a model written for it, stand in. */
function download(args: readonly string[], project: string): void {
  const target = args[args.indexOf("-sSfo") + 1] ?? "";
  copyFileSync(new URL("management.json", import.meta.url), join(project, target));
}

function checkInstallable(args: readonly string[]): void {
  for (const name of args.filter((argument) => !argument.startsWith("-"))) {
    if (!existsSync(join(repository, "node_modules", name))) {
      throw new Error(`a README installs ${name}, which the tests do not have`);
    }
  }
}

function checkScript([command = "", script = command]: readonly string[]): void {
  if (command !== "ci") readScript(script);
}

function readScript(name: string): string {
  const { scripts } = JSON.parse(readFileSync(join(repository, "package.json"), "utf8")) as {
    scripts: Record<string, string>;
  };
  const script = scripts[name];
  if (script === undefined) throw new Error(`a README runs the script ${name}, which there is not`);
  return script;
}
