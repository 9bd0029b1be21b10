import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { stripVTControlCharacters } from "node:util";
import { createProgram } from "../../../codegen/src/cli/program.js";

/** The help of a command, as the command prints it. */
export interface CommandHelp {
  /** The name; empty for the program itself. */
  readonly name: string;
  readonly help: string;
}

/** Returns the help of the program and of each of its commands. */
export async function readCommands(): Promise<readonly CommandHelp[]> {
  const main = await helpOf([]);
  // Commands are in groups with headings; options begin with a dash, and examples follow the commands.
  const [list = ""] = main.split("\nExamples:");
  const names = [...list.matchAll(/^ {2}([a-z][\w-]*)/gm)].map(([, name = ""]) => name);
  const commands = names.filter((name) => name !== "help");
  if (commands.length === 0) throw new Error("The help of smithy-codec lists no commands.");
  const helps: CommandHelp[] = [{ name: "", help: main }];
  for (const name of commands) helps.push({ name, help: await helpOf([name]) });
  return helps;
}

async function helpOf(args: readonly string[]): Promise<string> {
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  stderr.resume();
  const printed = text(stdout);
  const terminal = { stdin: new PassThrough(), stdout, stderr };
  const status = await createProgram(terminal).run(["node", "smithy-codec", ...args, "--help"]);
  stdout.end();
  const help = stripVTControlCharacters(await printed).trim();
  if (status === 0 && help !== "") return help;
  throw new Error(`"smithy-codec ${args.join(" ")} --help" ended with the status ${status}.`);
}
