import { code, join, lines, literal, nothing, type Code } from "./code.js";

/*
 * The control flow analysis of the TypeScript compiler takes time quadratic in the statements of a
 * function, and fails for some hundreds of members (TS2563). The statements of large shapes are
 * therefore divided into local functions. Each piece is for one member; it must not declare a
 * variable that another piece uses.
 */

/** The maximum number of members in one function. */
const maxMembers = 200;

/** The number of members of each part if there are more. */
const partSize = 100;

/** Returns whether there are so many members that their statements are divided. */
export function needsParts({ length }: readonly unknown[]): boolean {
  return length > maxMembers;
}

/**
 * Joins the statements of members. They must not return.
 * @param narrowed a variable whose type was narrowed before, and its type. It becomes a parameter
 * of the local functions, since narrowing has no effect in them
 */
export function inParts(
  statements: readonly Code[],
  narrowed?: { readonly name: Code; readonly type: Code },
): Code {
  const given = statements.filter((statement) => !statement.isEmpty);
  if (!needsParts(given)) return lines(given);
  const parameter = narrowed === undefined ? nothing : code`${narrowed.name}: ${narrowed.type}`;
  const parts = divide(given).flatMap((part, index) => {
    const name = partName(index);
    return [
      code`function ${name}(${parameter}): void {\n${lines(part)}\n}`,
      code`${name}(${narrowed?.name ?? nothing});`,
    ];
  });
  // In a block, since a function may have several such lists.
  return code`{\n${lines(parts)}\n}`;
}

/**
 * Joins statements that each return a value of a type under a condition, and appends one that
 * returns `otherwise`.
 */
export function returnFirst(statements: readonly Code[], type: Code, otherwise: Code): Code {
  if (!needsParts(statements)) return lines([...statements, code`return ${otherwise};`]);
  const parts = divide(statements);
  const functions = parts.map(
    (part, index) =>
      code`function ${partName(index)}(): ${type} | undefined {\n${lines(part)}\nreturn undefined;\n}`,
  );
  const calls = parts.map((_, index) => code`${partName(index)}()`);
  return lines([...functions, code`return ${join([...calls, otherwise], code` ?? `)};`]);
}

/** Returns a name that shadows nothing: names of a model do not begin with a dollar sign. */
export function partName(index: number): Code {
  return code`$part${literal(index + 1)}`;
}

/** Divides a list into lists that are short enough for one function each. */
export function divide<Item>(statements: readonly Item[]): Item[][] {
  const parts: Item[][] = [];
  for (let start = 0; start < statements.length; start += partSize)
    parts.push(statements.slice(start, start + partSize));
  return parts;
}
