import { code, join, lines, literal, nothing, type Code } from "./code.js";

/*
 * The compiler's analysis of control flow takes time quadratic in the statements of a function, and
 * gives up at some hundreds of members (TS2563). The statements of large shapes are therefore divided
 * among local functions. Each piece that is passed in is about one member; it must not declare a
 * variable that another piece uses.
 */

/** The most members whose statements stand in one function. */
const maxMembers = 200;

/** The members of each part where there are more. */
const partSize = 100;

/** Whether there are so many members that their statements are divided. */
export function needsParts({ length }: readonly unknown[]): boolean {
  return length > maxMembers;
}

/**
 * The statements of members, one after another. They must not return.
 * @param narrowed a variable whose type was narrowed before, and its type: local functions take it
 * as a parameter, since they do not see the narrowed type
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
  // A block of its own, since a function may have several such lists.
  return code`{\n${lines(parts)}\n}`;
}

/**
 * Statements of which each returns a value of a type under a condition, and one that returns what is
 * to be returned otherwise.
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

/** A name that hides nothing: none of a model begins with a dollar sign. */
function partName(index: number): Code {
  return code`$part${literal(index + 1)}`;
}

function divide(statements: readonly Code[]): Code[][] {
  const parts: Code[][] = [];
  for (let start = 0; start < statements.length; start += partSize)
    parts.push(statements.slice(start, start + partSize));
  return parts;
}
