import { JS, type CharSet } from "refa";
import { RE2JS } from "re2js";

/** The maximum count of a repetition in RE2. */
const maxCount = 1000;
const maxCharacter = 0x10ffff;

type Pattern = JS.RegexppAst["pattern"];
type Alternative = Pattern["alternatives"][number];
type Element = Alternative["elements"][number];
type Class = Extract<Element, { type: "CharacterClass" }>;

/**
 * Converts a regular expression to RE2 syntax, for the engine re2js. Classes are written as ranges of
 * characters, since `\s` and `.` have another meaning there, except for Unicode general categories.
 * `^` and `$` become `\A` and `\z`; `\b` uses ASCII in both.
 * @returns `undefined` if RE2 does not support it: lookarounds, back-references, and nested counts with a
 * product of more than 1000
 */
export function toRe2(regExp: RegExp): string | undefined {
  try {
    const parser = JS.Parser.fromLiteral(regExp);
    const source = new Writer(parser.flags).alternation(parser.ast.pattern.alternatives);
    RE2JS.compile(source);
    return source;
  } catch {
    return undefined;
  }
}

class Writer {
  readonly #flags: JS.Flags;

  constructor(flags: JS.Flags) {
    this.#flags = flags;
  }

  alternation(alternatives: readonly Alternative[]): string {
    return alternatives
      .map(({ elements }) => elements.map((each) => this.#element(each)).join(""))
      .join("|");
  }

  #element(node: Element): string {
    switch (node.type) {
      case "Character":
        return character(node.value);
      case "CharacterSet":
      case "CharacterClass":
        return this.#named(node) ?? characterClass(JS.parseUnicodeSet(node, this.#flags).chars);
      case "Group":
      case "CapturingGroup":
        return `(?:${this.alternation(node.alternatives)})`;
      case "Quantifier":
        return repeated(this.#element(node.element), node.min, node.max);
      case "Assertion":
        if (node.kind === "start") return "\\A";
        if (node.kind === "end") return "\\z";
        if (node.kind === "word") return node.negate ? "\\B" : "\\b";
        break;
    }
    throw new Error(`RE2 does not support ${node.type}`);
  }

  /** Writes a class with the names of Unicode categories, which are shorter than their characters. */
  #named(node: Class | Extract<Element, { type: "CharacterSet" }>): string | undefined {
    const parts = node.type === "CharacterClass" ? node.elements : [node];
    const isNegated = node.type === "CharacterClass" && node.negate;
    let hasNames = false;
    const texts: string[] = [];
    for (const part of parts) {
      if (part.type === "CharacterSet" && part.kind === "property") {
        const name = re2Category(part.value ?? part.key);
        if (name === undefined) return undefined;
        hasNames = true;
        texts.push(`\\${part.negate ? "P" : "p"}{${name}}`);
      } else if (part.type === "Character") {
        texts.push(character(part.value));
      } else if (part.type === "CharacterClassRange") {
        texts.push(`${character(part.min.value)}-${character(part.max.value)}`);
      } else if (part.type === "CharacterSet") {
        texts.push(rangesText(JS.parseCharSet(part, this.#flags)));
      } else {
        return undefined;
      }
    }
    return hasNames ? `[${isNegated ? "^" : ""}${texts.join("")}]` : undefined;
  }
}

/** Returns the name of a category if it is the same in RE2, which excludes unassigned characters from `C`. */
function re2Category(name: string): string | undefined {
  return /^(?:L[ulmot]?|M[nce]?|N[dlo]?|P[cdseifo]?|S[mcko]?|Z[slp]?|C[cfos])$/.test(name)
    ? name
    : undefined;
}

function repeated(body: string, min: number, max: number): string {
  if (min > maxCount)
    return `${body}{${maxCount}}${repeated(body, min - maxCount, max - maxCount)}`;
  if (max === Infinity) return min === 0 ? `${body}*` : min === 1 ? `${body}+` : `${body}{${min},}`;
  if (max > maxCount) return `${body}{${min},${maxCount}}${repeated(body, 0, max - maxCount)}`;
  return min === max ? `${body}{${min}}` : `${body}{${min},${max}}`;
}

function characterClass(set: CharSet): string {
  if (set.isEmpty) return `[^\\x{0}-\\x{${maxCharacter.toString(16)}}]`;
  const isMost = !set.isAll && set.ranges.at(-1)?.max === maxCharacter;
  return `[${isMost ? "^" : ""}${rangesText(isMost ? set.negate() : set)}]`;
}

function rangesText({ ranges }: CharSet): string {
  return ranges
    .map(({ min, max }) => (min === max ? character(min) : `${character(min)}-${character(max)}`))
    .join("");
}

function character(code: number): string {
  const text = String.fromCodePoint(code);
  return /^[\w:/@,;=%&!#"'<>`~ ]$/.test(text) ? text : `\\x{${code.toString(16)}}`;
}
