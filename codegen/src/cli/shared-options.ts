import { InvalidArgumentError, Option, type Command } from "commander";
import { longTypes, patternModes, protocolNames } from "../ir/options.js";
import { collect } from "./options.js";

export const modelHelp =
  "a model: a .smithy or .json file, or a folder; - for standard input; can be repeated";
export const overlayHelp = "a file of apply statements to add to the model; can be repeated";
export const operationHelp = "generate only this operation; can be repeated";
export const serviceHelp = "the service, if the model has several";

/** Adds the options that say which part of which model to use. */
export function addModelOptions(command: Command): Command {
  return command
    .optionsGroup("Model:")
    .option("--model <file>", modelHelp, collect, [])
    .option("--overlay <file>", overlayHelp, collect, [])
    .option("--service <shape-id>", serviceHelp);
}

/** @param more what several protocols are for */
export function protocolOption(more: string): Option {
  return new Option("--protocol <name>", `the protocol, if the service has several; ${more}`)
    .choices(protocolNames)
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
    "the type of Smithy's long: number rejects values beyond 2^53 - 1, bigint keeps all 64 bits",
  )
    .choices(longTypes)
    .default(undefined, "number");
}

export function patternsOption(): Option {
  return new Option(
    "--patterns <mode>",
    "what to do where a pattern could take too long: linear checks the text with re2js, skip does not check it",
  )
    .choices(patternModes)
    .default(undefined, "linear");
}

export function jsonOption(): Option {
  return new Option("--json", "print one JSON object per line, for programs");
}

export function strictOption(): Option {
  return new Option("--strict", "treat warnings as errors");
}
