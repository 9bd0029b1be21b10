/** Matches the parts of a regular expression that are mutated. */
const token =
  /\\(?:u\{[^}]*\}|.)|\[\^?(?:\\.|[^\]\\])*\]|\(\?(?:[:=!]|<[=!])|\{\d+(?:,\d*)?\}|./gsu;

/**
 * Mutates a regular expression literal: removes anchors and optional parts, widens and narrows
 * repetitions, negates classes, and removes flags.
 * @returns the valid literals
 */
export function mutateRegExp(literal: string): string[] {
  const end = literal.lastIndexOf("/");
  const tokens: readonly string[] = literal.slice(1, end).match(token) ?? [];
  const flags = literal.slice(end + 1);
  const found: string[] = [];
  for (const [index, part] of tokens.entries()) {
    for (const other of mutateToken(part, tokens[index - 1])) {
      found.push(`/${tokens.with(index, other).join("")}/${flags}`);
    }
  }
  for (const flag of flags) {
    found.push(`/${tokens.join("")}/${flags.replace(flag, "")}`);
  }
  return found.filter(isValid);
}

const swapped: Readonly<Record<string, string>> = {
  "^": "",
  $: "",
  "+": "*",
  "*": "+",
  "(?=": "(?!",
  "(?!": "(?=",
  "(?<=": "(?<!",
  "(?<!": "(?<=",
  "\\d": "\\D",
  "\\D": "\\d",
  "\\w": "\\W",
  "\\W": "\\w",
  "\\s": "\\S",
  "\\S": "\\s",
  "\\b": "",
};

function mutateToken(part: string, before: string | undefined): string[] {
  if (Object.hasOwn(swapped, part)) return [swapped[part] ?? ""];
  // After a repetition, `?` makes it lazy. After an element, `?` makes the element optional.
  if (part === "?" && before !== undefined) return [""];
  if (part.startsWith("[^")) return [`[${part.slice(2)}`];
  if (part.startsWith("[")) return [`[^${part.slice(1)}`];
  if (part.startsWith("{")) return ["", "?"];
  return [];
}

function isValid(literal: string): boolean {
  const end = literal.lastIndexOf("/");
  if (end <= 1) return false;
  try {
    new RegExp(literal.slice(1, end), literal.slice(end + 1));
    return true;
  } catch {
    return false;
  }
}
