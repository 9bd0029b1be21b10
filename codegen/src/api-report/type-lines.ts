/** The width from which a union has a line for each of its types. */
const maxWidth = 120;

/** A property that only excludes another member of a union. */
const exclusion = / (?:[\w$]+|"(?:[^"\\]|\\.)*"|\["__proto__"\])\?: never;/g;

/**
 * Returns the statement of a type alias. Properties that only exclude the other members of a union
 * are left out: there are as many as the square of its members, and they follow from these.
 */
export function aliasStatement(head: string, type: string): string {
  const [first = "", ...variants] = type.split("\n| ");
  if (first === "" && variants.length > 0) return inLines(head, variants.map(withoutExclusions));
  const line = `${head} = ${type};`;
  const isUnionOfNames = /^[\w$" |]+$/.test(type);
  return line.length > maxWidth && isUnionOfNames ? inLines(head, type.split(" | ")) : line;
}

function inLines(head: string, variants: readonly string[]): string {
  return `${head} =${variants.map((variant) => `\n  | ${variant}`).join("")};`;
}

function withoutExclusions(variant: string): string {
  return variant.replace(exclusion, "").replace(/;? \}$/, " }");
}
