import { InvalidArgumentError, Option, type Command } from "commander";
import { longTypes, patternModes, protocolNames } from "../ir/options.js";
import { collect } from "./options.js";

export const modelHelp =
  "a file of the model, in Smithy IDL or as JSON AST, or a folder of them; - for standard input; can be repeated";
export const overlayHelp = "a file of apply statements to add to the model; can be repeated";
export const operationHelp = "generate only this operation; can be repeated";
export const serviceHelp = "the service; needed only if the model has several";

/** Adds the options that say which part of which model to use. */
export function addModelOptions(command: Command): Command {
  return command
    .option("--model <file>", modelHelp, collect, [])
    .option("--overlay <file>", overlayHelp, collect, [])
    .option("--service <shape-id>", serviceHelp);
}

/** @param more what several protocols are for */
export function protocolOption(more: string): Option {
  const choices = protocolNames.map((name) => JSON.stringify(name)).join(", ");
  return new Option(
    "--protocol <name>",
    `the protocol, if the service has several; ${more} (choices: ${choices})`,
  )
    .argParser((name, earlier: readonly string[]) => collect(parseProtocol(name), earlier))
    .default([]);
}

function parseProtocol(name: string): string {
  if ((protocolNames as readonly string[]).includes(name)) return name;
  throw new InvalidArgumentError(`Allowed choices are ${protocolNames.join(", ")}.`);
}

/** Returns the value of an option that can be repeated: none, one, or a list. */
export function oneOrMore<Value>(values: readonly Value[]): Value | readonly Value[] | undefined {
  return values.length > 1 ? values : values[0];
}

export function longOption(): Option {
  return new Option(
    "--long <type>",
    "the type of Smithy's long: number rejects values beyond 2^53 - 1, bigint keeps all 64 bits (default: number)",
  ).choices(longTypes);
}

export function patternsOption(): Option {
  return new Option(
    "--patterns <mode>",
    "texts that a pattern can take too long on: linear checks them with re2js, skip does not check them (default: linear)",
  ).choices(patternModes);
}

export function jsonOption(): Option {
  return new Option("--json", "print one JSON object a line, for programs");
}

export function strictOption(): Option {
  return new Option("--strict", "treat warnings as errors");
}
