import type { CommandCompletion, Values } from "./completion.js";

/** Writes the completion of a program for fish. */
export function fishCompletion(program: string, commands: readonly CommandCompletion[]): string {
  const complete = `complete -c ${program}`;
  const lines = commands.flatMap(({ name, description, options, values }) => {
    const inCommand = `${complete} -n '__fish_seen_subcommand_from ${name}'`;
    return [
      `${complete} -n __fish_use_subcommand -a ${name} -d ${quote(description)}`,
      ...options.map(
        (option) =>
          `${inCommand} -l ${option.flag.slice(2)} -d ${quote(option.description)}${option.values === undefined ? "" : ` -r ${action(program, option.values)}`}`,
      ),
      ...(values.kind === "unknown" ? [] : [`${inCommand} ${action(program, values)}`]),
    ];
  });
  return `# Completion of ${program} for fish.

# Lists folders, and files with one of the given extensions.
function ${filesFunction(program)}
  set -l word (string replace -r -- '^--[^=]*=' '' (commandline -ct))
  set -l endings (string join '|' -- '/' '\\.'$argv)
  __fish_complete_path $word | string match -r -- "^[^\\t]*(?:$endings)(?:\\t.*)?\\$"
end

${complete} -f
${complete} -n __fish_use_subcommand -s h -l help -d 'print the help'
${complete} -n __fish_use_subcommand -s V -l version -d 'print the version'
${lines.map((line) => line.trimEnd()).join("\n")}
`;
}

/** The options of `complete` that give a value. */
function action(program: string, values: Values): string {
  switch (values.kind) {
    case "choices":
      return `-f -a ${quote(values.choices.join(" "))}`;
    case "files":
      return `-f -a '(${filesFunction(program)} ${values.extensions.join(" ")})'`;
    case "any-files":
      return "-F";
    case "folders":
      return "-f -a '(__fish_complete_directories)'";
    case "unknown":
      return "-f";
  }
}

function filesFunction(program: string): string {
  return `__${program.replaceAll(/\W/g, "_")}_files`;
}

function quote(text: string): string {
  return `'${text.replaceAll(/['\\]/g, "\\$&")}'`;
}
