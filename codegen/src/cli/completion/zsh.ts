import type { CommandCompletion, OptionCompletion, Values } from "./completion.js";

/** Writes the completion of a program for zsh, to be sourced, or to be a file in a folder of `fpath`. */
export function zshCompletion(program: string, commands: readonly CommandCompletion[]): string {
  const name = `_${program}`;
  const cases = commands.map(
    (command) => `        ${command.name})
          _arguments \\
${specsOf(command)
  .map((spec) => `            ${spec}`)
  .join(" \\\n")}
          ;;`,
  );
  return `#compdef ${program}
# Completion of ${program} for zsh.

${name}() {
  local context state state_descr line
  typeset -A opt_args
  _arguments -C \\
    '(- *)'{-h,--help}'[print the help]' \\
    '(- *)'{-V,--version}'[print the version]' \\
    '1:command:->command' \\
    '*::argument:->rest'
  case $state in
    command)
      local -a commands
      commands=(
${commands.map(({ name: command, description }) => `        ${quote(`${command}:${description}`)}`).join("\n")}
      )
      _describe -t commands command commands
      ;;
    rest)
      case $words[1] in
${cases.join("\n")}
      esac
      ;;
  esac
}

# As a file in fpath it is called at once; otherwise it is registered.
if [ "$funcstack[1]" = ${quote(name)} ]; then
  ${name} "$@"
else
  compdef ${name} ${program}
fi
`;
}

function specsOf({ options, values }: CommandCompletion): string[] {
  const specs = options.map(optionSpec);
  // An argument without completions would keep zsh from inserting options.
  return values.kind === "unknown" ? specs : [...specs, `'*:argument:${action(values)}'`];
}

function optionSpec({ flag, description, values, isRepeatable }: OptionCompletion): string {
  const text = description.replaceAll(/[[\]\\:]/g, "\\$&");
  // With "=" the value may also follow an equals sign.
  const ending = values === undefined ? "" : `:value:${action(values)}`;
  return quote(
    `${isRepeatable ? "*" : ""}${flag}${values === undefined ? "" : "="}[${text}]${ending}`,
  );
}

function action(values: Values): string {
  switch (values.kind) {
    case "choices":
      return `(${values.choices.join(" ")})`;
    case "files":
      return `_files -g "${values.extensions.map((extension) => `*.${extension}`).join(" ")}"`;
    case "any-files":
      return "_files";
    case "folders":
      return "_files -/";
    case "unknown":
      return " ";
  }
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
