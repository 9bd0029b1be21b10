import { Help, type Argument, type Command, type Option } from "commander";
import { colors } from "./colors.js";

/** What the help of a command says after its options. */
export interface HelpTexts {
  /** What a reader needs to know beside the options. */
  readonly notes?: string;
  /** What an example does, and the lines of its command. */
  readonly examples: readonly (readonly [text: string, ...lines: string[]])[];
  /** What each exit status means; `failed` is left out where a command cannot fail that way. */
  readonly status: { readonly done: string; readonly failed?: string; readonly usage: string };
}

/** The longest line of a help text, for terminals and for logs. */
export const helpWidth = 80;

/** The end of a command's help: notes, examples and exit statuses, in lines that are not longer than {@link helpWidth}. */
export function helpText({ notes, examples, status }: HelpTexts): string {
  const blocks = [
    ...(notes === undefined ? [] : [wrap(notes)]),
    [
      colors.bold("Examples:"),
      ...examples.flatMap(([text, first = "", ...others]) => [
        `  ${text}:`,
        `    $ ${first}`,
        ...others.map((line) => `        ${line}`),
      ]),
    ].join("\n"),
    [
      colors.bold("Exit status:"),
      ...[status.done, status.failed, status.usage].flatMap((meaning, code) =>
        meaning === undefined ? [] : [`  ${code}  ${wrap(meaning, 5)}`],
      ),
    ].join("\n"),
  ];
  return `\n${blocks.join("\n\n")}`;
}

/** Configures how the help of all commands is printed. */
export function configureHelp(program: Command): void {
  program.helpOption("-h, --help", "print this help").configureHelp({
    styleTitle: (title) => colors.bold(title),
    optionDescription: describe,
    argumentDescription: describe,
    subcommandTerm: (command) =>
      [command.name(), ...command.registeredArguments.map(argumentTerm)].join(" "),
  });
}

/** The description of an option or an argument, with its choices and its default. */
function describe(option: Option | Argument): string {
  const value: unknown = option.defaultValueDescription ?? option.defaultValue;
  // The default of an option that can be repeated is an empty list.
  const isShown = typeof value === "string" || typeof value === "number";
  const more = [
    ...(option.argChoices === undefined ? [] : [`one of ${option.argChoices.join(", ")}`]),
    ...(isShown ? [`default: ${value}`] : []),
  ];
  return more.length === 0 ? option.description : `${option.description} (${more.join("; ")})`;
}

function argumentTerm(argument: Argument): string {
  const name = `${argument.name()}${argument.variadic ? "..." : ""}`;
  return argument.required ? `<${name}>` : `[${name}]`;
}

/** Breaks a text into lines. @param indent how far all lines but the first are indented */
function wrap(text: string, indent: number = 0): string {
  const lines = new Help().boxWrap(text, helpWidth - indent);
  return lines.replaceAll("\n", `\n${" ".repeat(indent)}`);
}
