import type { CommandCompletion, Values } from "./completion.js";

/** Writes the completion of a program for bash, from version 3.2 on. It needs no other files. */
export function bashCompletion(program: string, commands: readonly CommandCompletion[]): string {
  const name = program.replaceAll(/\W/g, "_");
  const optionCases = commands.map(
    ({ name: command, options }) =>
      `    ${command}) echo "${options.map(({ flag }) => flag).join(" ")}" ;;`,
  );
  const valueCases = commands.flatMap(({ name: command, options, values }) => [
    ...options.flatMap(({ flag, values: ofOption }) =>
      ofOption === undefined ? [] : [`    "${command} ${flag}") ${action(name, ofOption)} ;;`],
    ),
    `    "${command} ") ${action(name, values)} ;;`,
  ]);
  return `# Completion of ${program} for bash.

# Takes the lines of standard input that begin with a word as the completions.
_${name}_take() {
  local line
  while IFS= read -r line; do
    case "$line" in "$1"*) COMPREPLY+=("$line") ;; esac
  done
}

# Completes folders, and files with one of the given extensions.
_${name}_files() {
  local word="$1" extension
  shift
  compopt -o filenames 2>/dev/null
  _${name}_take "$word" < <(compgen -d -- "$word")
  for extension in "$@"; do
    _${name}_take "$word" < <(compgen -f -X "!*.$extension" -- "$word")
  done
}

# The options of a command.
_${name}_options() {
  case "$1" in
${optionCases.join("\n")}
  esac
}

# Completes the value of an option of a command, or of an argument.
_${name}_values() {
  local word="$2"
  case "$1" in
${valueCases.join("\n")}
    *) return 1 ;;
  esac
}

_${name}() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD - 1]}"
  local command="\${COMP_WORDS[1]}"
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    _${name}_take "$word" < <(printf '%s\\n' ${[...commands.map((command) => command.name), "--help", "--version"].join(" ")})
    return
  fi
  # bash takes "--option=value" for three words.
  if [ "$word" = "=" ]; then
    word=""
  elif [ "$before" = "=" ]; then
    before="\${COMP_WORDS[COMP_CWORD - 2]}"
  fi
  case "$before" in --*) _${name}_values "$command $before" "$word" && return ;; esac
  case "$word" in
    -*) _${name}_take "$word" < <(_${name}_options "$command" | tr ' ' '\\n') ;;
    *) _${name}_values "$command " "$word" ;;
  esac
}

complete -F _${name} ${program}
`;
}

/** The statement that completes the variable `word`. */
function action(name: string, values: Values): string {
  switch (values.kind) {
    case "choices":
      return `_${name}_take "$word" < <(printf '%s\\n' ${values.choices.join(" ")})`;
    case "files":
      return `_${name}_files "$word" ${values.extensions.join(" ")}`;
    case "any-files":
      return `compopt -o filenames 2>/dev/null; _${name}_take "$word" < <(compgen -f -- "$word")`;
    case "folders":
      return `compopt -o filenames 2>/dev/null; _${name}_take "$word" < <(compgen -d -- "$word")`;
    case "unknown":
      return ":";
  }
}
