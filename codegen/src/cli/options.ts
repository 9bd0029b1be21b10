import { InvalidArgumentError, type Command } from "commander";

/** Collects the values of an option that may be repeated; its default value is an empty array. */
export function collect(value: string, earlier: readonly string[]): string[] {
  return [...earlier, value];
}

/** Parses the value of an option that is a count. */
export function parseCount(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new InvalidArgumentError("Expected a whole number from 1 to 999999999.");
}

/** Parses the value of an option that is a port. */
export function parsePort(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text);
  throw new InvalidArgumentError("Expected a port from 0 to 65535; 0 takes any free one.");
}

/** Parses the value of an option that is a seed. */
export function parseSeed(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new InvalidArgumentError("Expected a whole number from 0 to 999999999.");
}

/** Parses a positional argument that names a file. */
export function parseFile(text: string): string {
  if (text !== "") return text;
  throw new InvalidArgumentError("Expected the name of a file, or - for standard input.");
}

/** Parses positional arguments that name files and folders. */
export function parseFiles(text: string, earlier: readonly string[] | undefined): string[] {
  return [...(earlier ?? []), parseFile(text)];
}

/**
 * Adds what commander does not check: values must not be empty, and only options that collect an array may be
 * repeated. Required options are checked here rather than by commander, which would report the missing `--model`
 * before the misspelt `--modl`. Call it after the last option is added.
 * @param required the attribute names of the required options
 */
export function checkOptions(command: Command, required: readonly string[] = []): void {
  for (const option of command.options) {
    if (!option.required) continue;
    const isRepeatable = Array.isArray(option.defaultValue);
    let isGiven = false;
    command.on(`option:${option.name()}`, (value: string) => {
      if (value === "") fail(command, `option '${option.flags}' has an empty value`);
      if (isGiven && !isRepeatable)
        fail(command, `option '${option.flags}' can be given only once`);
      isGiven = true;
    });
  }
  command.hook("preAction", () => {
    const missing = command.options.find(
      (option) =>
        required.includes(option.attributeName()) &&
        [command.getOptionValue(option.attributeName())]
          .flat()
          .every((value) => value === undefined),
    );
    if (missing !== undefined) fail(command, `required option '${missing.flags}' not specified`);
  });
}

function fail(command: Command, message: string): never {
  command.error(`error: ${message}`);
}

/**
 * The command line that repeats a command with the options it was given, in the order of their definition.
 * Every option that is ever added to the command is included unless it is left out by name.
 * @param without the attribute names of options to leave out
 */
export function commandLine(command: Command, without: ReadonlySet<string>): string {
  const words: string[] = [];
  for (const option of command.options) {
    const name = option.attributeName();
    if (without.has(name) || command.getOptionValueSource(name) !== "cli") continue;
    const flag = option.long ?? option.flags;
    const value: unknown = command.getOptionValue(name);
    if (typeof value === "boolean") {
      // `--no-x` and `--x` share one attribute.
      if (value !== option.negate) words.push(flag);
    } else {
      for (const item of Array.isArray(value) ? value : [value]) words.push(flag, String(item));
    }
  }
  return ["smithy-codec", command.name(), ...words.map(quoteForShell)].join(" ");
}

function quoteForShell(word: string): string {
  return /^[\w./:#@=-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
