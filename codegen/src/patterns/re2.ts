import { JS, type CharSet, type Concatenation, type Element, type NoParent } from "refa";
import { RE2JS } from "re2js";

/** The greatest count of a repetition in RE2. */
const maxCount = 1000;
const maxCharacter = 0x10ffff;

/**
 * Writes a regular expression in RE2's syntax, for the engine re2js. Every class is spelled out by its
 * characters, so that nothing depends on what `\s`, `.` or `\p{L}` mean there; `^` and `$` become `\A`
 * and `\z`; `\b` is about ASCII in both.
 * @returns `undefined` where RE2 has no such expression: for look-around and back-references
 */
export function toRe2(regExp: RegExp): string | undefined {
  try {
    const { expression } = JS.Parser.fromLiteral(regExp).parse({ assertions: "unknown" });
    const source = alternation(expression.alternatives);
    RE2JS.compile(source);
    return source;
  } catch {
    return undefined;
  }
}

type Alternatives = readonly NoParent<Concatenation>[];

function alternation(alternatives: Alternatives): string {
  return alternatives.map(({ elements }) => elements.map(element).join("")).join("|");
}

function group(alternatives: Alternatives): string {
  return `(?:${alternation(alternatives)})`;
}

function element(node: NoParent<Element>): string {
  switch (node.type) {
    case "CharacterClass":
      return characterClass(node.characters);
    case "Alternation":
      return group(node.alternatives);
    case "Quantifier": {
      const [only, ...others] = node.alternatives;
      const [first, ...more] = only?.elements ?? [];
      const isSingle = others.length + more.length === 0 && first?.type === "CharacterClass";
      const body = isSingle ? characterClass(first.characters) : group(node.alternatives);
      return repeated(body, node.min, node.max);
    }
    case "Unknown":
      switch (node.id) {
        case "^":
          return "\\A";
        case "$":
          return "\\z";
        case "\\b":
        case "\\B":
          return node.id;
      }
      break;
    case "Assertion":
      break;
  }
  throw new Error("RE2 has no look-around");
}

function repeated(body: string, min: number, max: number): string {
  if (min > maxCount)
    return `${body}{${maxCount}}${repeated(body, min - maxCount, max - maxCount)}`;
  if (max === Infinity) return min === 0 ? `${body}*` : min === 1 ? `${body}+` : `${body}{${min},}`;
  if (max > maxCount)
    return `${body}{${min},${maxCount}}${repeated(body, 0, max - maxCount)}`;
  return min === max ? `${body}{${min}}` : `${body}{${min},${max}}`;
}

function characterClass(set: CharSet): string {
  const isMost = set.ranges.length > 0 && set.ranges.at(-1)?.max === maxCharacter && !set.isAll;
  const { ranges } = isMost ? set.negate() : set;
  if (ranges.length === 0) return `[^\\x{0}-\\x{${maxCharacter.toString(16)}}]`;
  const [only, ...others] = ranges;
  if (!isMost && only !== undefined && others.length === 0 && only.min === only.max)
    return character(only.min);
  const parts = ranges.map(({ min, max }) =>
    min === max ? character(min) : `${character(min)}-${character(max)}`,
  );
  return `[${isMost ? "^" : ""}${parts.join("")}]`;
}

function character(code: number): string {
  const text = String.fromCodePoint(code);
  return /^[\w:/@,;=%&!#"'<>`~ ]$/.test(text) ? text : `\\x{${code.toString(16)}}`;
}
