import { rangesText } from "./character-sets.js";
import { literalText, readEscape, translateClass, UntranslatableError } from "./character-class.js";

/** The inline flags in effect at a position of a pattern. */
interface Flags {
  readonly dotAll: boolean;
  readonly ignoreCase: boolean;
  readonly multiline: boolean;
}

const noFlags: Flags = { dotAll: false, ignoreCase: false, multiline: false };

/** The line terminators for the flag `m`, for use within a class. */
const lineEnds = "\\n\\r\\u2028\\u2029";

/**
 * Translates a pattern of Java, PCRE or Python to JavaScript with the flag `u`: inline flags, `\A`,
 * `\z` and `\Z`, POSIX classes, `\h`, quoted text, possessive quantifiers that are equivalent to
 * greedy ones, unnecessary escapes, and brackets that need an escape.
 * @returns `undefined` if JavaScript has no equivalent
 */
export function translatePattern(source: string): string | undefined {
  try {
    return new Translator(source).translate();
  } catch (error) {
    if (error instanceof UntranslatableError) return undefined;
    throw error;
  }
}

class Translator {
  readonly #source: string;
  #index = 0;
  #flags: Flags = noFlags;
  /** The flags to restore at the end of each open group. */
  readonly #outer: Flags[] = [];
  #parts: string[] = [];
  /** The kind of the last part; "nothing" cannot be repeated. */
  #last: "nothing" | "assertion" | "group" | "character" = "nothing";

  constructor(source: string) {
    this.#source = source;
  }

  translate(): string {
    while (this.#index < this.#source.length) this.#next();
    if (this.#outer.length > 0) throw new UntranslatableError();
    return this.#parts.join("");
  }

  #add(text: string, last: "nothing" | "assertion" | "group" | "character", length: number): void {
    this.#parts.push(text);
    this.#last = last;
    this.#index += length;
  }

  #next(): void {
    const rest = this.#source.slice(this.#index);
    const quantifier = /^(?:[*+?]|\{\d+(?:,\d*)?\})/.exec(rest);
    if (quantifier !== null) {
      this.#quantifier(quantifier[0]);
      return;
    }
    switch (rest[0]) {
      case "\\":
        this.#escape(rest);
        break;
      case "[": {
        const { text, end } = translateClass(this.#source, this.#index, this.#flags.ignoreCase);
        this.#add(text, "character", end - this.#index);
        break;
      }
      case "(":
        this.#open(rest);
        break;
      case ")": {
        const flags = this.#outer.pop();
        if (flags === undefined) throw new UntranslatableError();
        this.#flags = flags;
        this.#add(")", "group", 1);
        break;
      }
      case "|":
        this.#add("|", "nothing", 1);
        break;
      case ".":
        this.#add(this.#flags.dotAll ? "[^]" : ".", "character", 1);
        break;
      case "^":
        this.#add(this.#flags.multiline ? `(?<![^${lineEnds}])` : "^", "assertion", 1);
        break;
      case "$":
        this.#add(this.#flags.multiline ? `(?![^${lineEnds}])` : "$", "assertion", 1);
        break;
      default: {
        const code = rest.codePointAt(0) ?? 0;
        const text = literalText(code, this.#flags.ignoreCase);
        this.#add(text, "character", String.fromCodePoint(code).length);
      }
    }
  }

  #escape(rest: string): void {
    const quoted = /^\\Q([\s\S]*?)(?:\\E|$)/.exec(rest);
    if (quoted !== null) {
      const texts = Array.from(quoted[1] ?? "", (character) =>
        literalText(character.codePointAt(0) ?? 0, this.#flags.ignoreCase),
      );
      this.#add(texts.join(""), texts.length === 0 ? this.#last : "character", quoted[0].length);
      return;
    }
    const named = /^\\k<[A-Za-z]\w*>|^\\[1-9]\d*/.exec(rest)?.[0];
    if (named !== undefined) {
      // Back-references are case-sensitive in JavaScript without the flag `i`.
      if (this.#flags.ignoreCase) throw new UntranslatableError();
      this.#add(named, "group", named.length);
      return;
    }
    switch (rest[1]) {
      case "A":
        this.#add("^", "assertion", 2);
        return;
      case "z":
        this.#add("$", "assertion", 2);
        return;
      case "Z":
        this.#add("(?=\\n?$)", "assertion", 2);
        return;
      case "b":
      case "B":
        if (rest[2] === "{") throw new UntranslatableError();
        this.#add(rest.slice(0, 2), "assertion", 2);
        return;
      case "R":
        this.#add("(?:\\r\\n|[\\n-\\r\\x85\\u2028\\u2029])", "group", 2);
        return;
    }
    const escape = readEscape(this.#source, this.#index);
    if (escape === undefined) throw new UntranslatableError();
    const { ignoreCase } = this.#flags;
    const length = escape.end - this.#index;
    if ("code" in escape) this.#add(literalText(escape.code, ignoreCase), "character", length);
    else if (typeof escape.set === "string") {
      if (ignoreCase && /Lu|Ll|Upper|Lower/.test(escape.set)) throw new UntranslatableError();
      const isAlone = /^\\(?:[dDsSwW]|[pP]\{[\w=]+\})$/.test(escape.set);
      this.#add(isAlone ? escape.set : `[${escape.set}]`, "character", length);
    } else {
      // Translated as a class, so that `ignoreCase` is respected.
      const { text } = translateClass(`[${rangesText(escape.set)}]`, 0, ignoreCase);
      this.#add(text, "character", length);
    }
  }

  #open(rest: string): void {
    const comment = /^\(\?#[^)]*\)/.exec(rest);
    if (comment !== null) {
      this.#index += comment[0].length;
      return;
    }
    const reference = /^\(\?P=([A-Za-z]\w*)\)/.exec(rest);
    if (reference !== null) {
      this.#add(`\\k<${reference[1]}>`, "group", reference[0].length);
      return;
    }
    const flags = /^\(\?([a-zA-Z]*)(?:-([a-zA-Z]*))?([:)])/.exec(rest);
    if (flags !== null) {
      const [whole, on = "", off = "", end] = flags;
      if (/[^imsuU]/.test(on + off)) throw new UntranslatableError();
      if (end === ":") this.#outer.push(this.#flags);
      const set = (letter: string, now: boolean): boolean =>
        !off.includes(letter) && (on.includes(letter) || now);
      this.#flags = {
        dotAll: set("s", this.#flags.dotAll),
        ignoreCase: set("i", this.#flags.ignoreCase),
        multiline: set("m", this.#flags.multiline),
      };
      if (end === ":") this.#add("(?:", "nothing", whole.length);
      else this.#index += whole.length;
      return;
    }
    const group = /^\((?:\?(?:[=!]|<[=!]|P?<([A-Za-z]\w*)>)|(?!\?))/.exec(rest);
    if (group === null) throw new UntranslatableError();
    this.#outer.push(this.#flags);
    this.#add(group[0].replace("?P<", "?<"), "nothing", group[0].length);
  }

  #quantifier(text: string): void {
    const isPossessive = /^[+]/.test(this.#source.slice(this.#index + text.length));
    if (this.#last === "nothing") throw new UntranslatableError();
    if (this.#last === "assertion" || this.#isLookaround()) {
      // Repeating an assertion has no effect.
      if (/^(?:[*?]|\{0)/.test(text)) throw new UntranslatableError();
      this.#index += text.length;
      return;
    }
    if (isPossessive && !this.#isAsGreedy(text)) throw new UntranslatableError();
    const isLazy = this.#source[this.#index + text.length] === "?";
    this.#add(
      isLazy ? `${text}?` : text,
      "nothing",
      text.length + (isPossessive || isLazy ? 1 : 0),
    );
  }

  /** Returns whether the last group is a lookaround, which cannot be repeated in JavaScript. */
  #isLookaround(): boolean {
    if (this.#last !== "group") return false;
    let depth = 0;
    for (let index = this.#parts.length - 1; index >= 0; index--) {
      const part = this.#parts[index] ?? "";
      if (part === ")") depth++;
      else if (/^\((?!\?<?[=!].*\)$)/.test(part) && --depth === 0) return /^\(\?<?[=!]/.test(part);
    }
    return false;
  }

  /**
   * Returns whether a possessive quantifier is equivalent to a greedy one: it has nothing to give back, or
   * what follows cannot match any of it.
   */
  #isAsGreedy(text: string): boolean {
    if (this.#last !== "character") return false;
    if (/^\{\d+\}$/.test(text)) return true;
    const after = this.#source.slice(this.#index + text.length + 1);
    if (/^\)*(?:$|\$\)*$|\\z)/.test(after)) return true;
    const body = this.#parts.at(-1) ?? "";
    const next = firstOf(after);
    if (next === undefined) return false;
    const both = new RegExp(`^(?=${body})${next}`, "u");
    for (let code = 0; code <= 0x10ffff; code++)
      if (both.test(String.fromCodePoint(code))) return false;
    return true;
  }
}

/** Returns the expression for the character that must come next, if the pattern begins with a single one. */
function firstOf(source: string): string | undefined {
  const translator =
    /^(?:\[(?:\\.|[^\]\\])*\]|\\.(?:\{\w+\})?|[^\\()[\]{}*+?|^$.])(?![*?]|\{0)/u.exec(source);
  const text = translator?.[0];
  return text === undefined ? undefined : translatePattern(text);
}
