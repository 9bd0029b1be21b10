import type { Argument, Command, Option } from "commander";
import { codes } from "../../diagnostics/catalog.js";

/** What the value of an option or of an argument can be, for the completion of shells. */
export type Values =
  | { readonly kind: "choices"; readonly choices: readonly string[] }
  /** Files with one of these extensions, and folders. */
  | { readonly kind: "files"; readonly extensions: readonly string[] }
  | { readonly kind: "any-files" }
  | { readonly kind: "folders" }
  /** Something that only the user knows, such as a name. */
  | { readonly kind: "unknown" };

/** An option of a command. */
export interface OptionCompletion {
  readonly flag: string;
  readonly description: string;
  /** Not there if the option has no value. */
  readonly values?: Values;
  readonly isRepeatable: boolean;
}

/** A command and what can follow it. */
export interface CommandCompletion {
  readonly name: string;
  readonly description: string;
  readonly options: readonly OptionCompletion[];
  /** The values of its arguments. */
  readonly values: Values;
}

const modelFiles = ["smithy", "json"];

/** The extensions of files, by the flag of an option, or by the command and the name of an argument. */
const extensions: Readonly<Record<string, readonly string[]>> = {
  "--model": modelFiles,
  "--overlay": modelFiles,
  "--config": ["ts", "js", "json"],
  "--api-report": ["md"],
  "validate file": ["json", "ndjson", "jsonl"],
  "format path": ["smithy"],
  "lint path": modelFiles,
  "ast path": modelFiles,
  "to-idl path": modelFiles,
  "diff old": modelFiles,
  "openapi path": modelFiles,
};

/** Reads from a program what the shell can complete: its commands, their options, and the values of these. */
export function describeCommands(program: Command): CommandCompletion[] {
  const help = program.createHelp();
  return help.visibleCommands(program).map((command) => {
    const [argument] = command.registeredArguments;
    const isHelp = command.name() === "help";
    return {
      name: command.name(),
      description: help.subcommandDescription(command),
      options: isHelp ? [] : help.visibleOptions(command).map(describeOption),
      values: isHelp
        ? { kind: "choices", choices: program.commands.map((other) => other.name()) }
        : argument === undefined
          ? { kind: "unknown" }
          : valuesOfArgument(command, argument),
    };
  });
}

function describeOption(option: Option): OptionCompletion {
  const flag = option.long ?? option.flags;
  const description = option.description;
  const isRepeatable = Array.isArray(option.defaultValue);
  if (!option.required) return { flag, description, isRepeatable };
  const name = /<(.*)>/.exec(option.flags)?.[1] ?? "";
  const values = valuesOf(flag, name, option.argChoices);
  return { flag, description, isRepeatable, values };
}

function valuesOfArgument(command: Command, argument: Argument): Values {
  if (command.name() === "explain") return { kind: "choices", choices: codes };
  return valuesOf(`${command.name()} ${argument.name()}`, argument.name(), argument.argChoices);
}

function valuesOf(key: string, name: string, choices: readonly string[] | undefined): Values {
  if (choices !== undefined) return { kind: "choices", choices };
  const known = extensions[key];
  if (known !== undefined) return { kind: "files", extensions: known };
  if (name === "dir" || name === "folder") return { kind: "folders" };
  return { kind: name === "file" || name === "path" ? "any-files" : "unknown" };
}
