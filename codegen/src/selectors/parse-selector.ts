import { simpleTypes } from "../load/ast.js";
import { suggest } from "../load/suggest.js";
import {
  SelectorError,
  type Assertion,
  type AttributePath,
  type Comparator,
  type Operand,
  type PathSegment,
  type Selector,
  type SelectorStep,
} from "./selector.js";

/** Longer ones come first, since they are tried in this order. */
const comparators: readonly Comparator[] = [
  ...(["{<<}", "{!=}", "{=}", "{<}"] as const),
  ...(["^=", "$=", "*=", "!=", "?=", ">=", "<=", "=", ">", "<"] as const),
];

const categories = ["number", "simpleType", "aggregateType", "serviceType", "dataType"];

/** What a selector can name as a type: the types of shapes, and groups of them. */
export const selectorTypes: readonly string[] = [
  ...simpleTypes,
  ...["enum", "intEnum", "list", "set", "map", "structure", "union"],
  ...["member", "operation", "resource", "service"],
  ...["collection", ...categories],
];

/** How many selectors may be nested in functions and variables. */
const maxDepth = 64;

/** The number of arguments of the functions that limit it. Other names are allowed, and yield nothing. */
const argumentCounts: ReadonlyMap<string, readonly [least: number, most: number]> = new Map([
  ["not", [1, 1]],
  ["in", [1, 1]],
  ["root", [1, 1]],
  ["recursive", [1, 1]],
  ["topdown", [1, 2]],
]);

/**
 * Parses a selector.
 * @throws SelectorError with the first mistake
 */
export function parseSelector(text: string): Selector {
  const parser = new SelectorParser(text);
  const selector = parser.selector(0);
  parser.expectEnd();
  return selector;
}

/**
 * Parses a path to an attribute, `@{path}`, in a text.
 * @param offset where the path begins
 * @throws SelectorError if there is no such path
 */
export function parsePath(
  text: string,
  offset: number,
): { readonly path: AttributePath; readonly end: number } {
  const parser = new SelectorParser(text, offset);
  const path = parser.path();
  return { path, end: parser.offset };
}

class SelectorParser {
  readonly #text: string;
  #offset: number;

  constructor(text: string, offset = 0) {
    this.#text = text;
    this.#offset = offset;
  }

  get offset(): number {
    return this.#offset;
  }

  /** `@{path}` */
  path(): AttributePath {
    this.#expect("@{");
    const path = this.#path();
    this.#expect("}");
    return path;
  }

  expectEnd(): void {
    if (this.#offset < this.#text.length) this.#fail("a selector");
  }

  selector(depth: number): Selector {
    if (depth > maxDepth)
      throw new SelectorError(`selectors are nested more than ${maxDepth} deep`, this.#offset);
    const steps: SelectorStep[] = [];
    do {
      this.#skipSpace();
      steps.push(this.#step(depth));
      this.#skipSpace();
    } while (this.#offset < this.#text.length && !/[,\])]/.test(this.#peek()));
    return steps;
  }

  #step(depth: number): SelectorStep {
    if (this.#take("<-[")) return this.#neighbors(true, "-");
    if (this.#take("-[")) return this.#neighbors(false, "->");
    if (this.#take("~>")) return { kind: "closure" };
    if (this.#take(">")) return { kind: "neighbors", isReverse: false };
    if (this.#take("<")) return { kind: "neighbors", isReverse: true };
    if (this.#take("*")) return { kind: "type", type: "*" };
    if (this.#take("[@")) return this.#scoped();
    if (this.#take("[")) return this.#attribute();
    if (this.#take(":")) return this.#function(depth);
    if (this.#take("$")) return this.#variable(depth);
    const start = this.#offset;
    const type = this.#identifier("a selector");
    if (!selectorTypes.includes(type))
      throw new SelectorError(
        `unknown shape type ${JSON.stringify(type)}.${suggest(type, selectorTypes)}`,
        start,
      );
    return { kind: "type", type };
  }

  #neighbors(isReverse: boolean, end: string): SelectorStep {
    const labels: string[] = [];
    do {
      this.#skipSpace();
      labels.push(this.#identifier("the name of a relationship"));
      this.#skipSpace();
    } while (this.#take(","));
    this.#expect("]");
    this.#expect(end);
    return { kind: "neighbors", isReverse, labels };
  }

  #function(depth: number): SelectorStep {
    const start = this.#offset;
    const name = this.#identifier("the name of a function");
    this.#skipSpace();
    this.#expect("(");
    const selectors: Selector[] = [];
    do selectors.push(this.selector(depth + 1));
    while (this.#take(","));
    this.#expect(")");
    const [least, most] = argumentCounts.get(name) ?? [1, Infinity];
    if (selectors.length < least || selectors.length > most) {
      const wanted = least === most ? `${least}` : `${least} or ${most}`;
      throw new SelectorError(
        `the function :${name} needs ${wanted} selectors, found ${selectors.length}`,
        start,
      );
    }
    return { kind: "function", name: name === "each" ? "is" : name, selectors };
  }

  #variable(depth: number): SelectorStep {
    this.#skipSpace();
    if (this.#take("{")) {
      this.#skipSpace();
      const name = this.#identifier("the name of a variable");
      this.#skipSpace();
      this.#expect("}");
      return { kind: "get", name };
    }
    const name = this.#identifier("the name of a variable");
    this.#skipSpace();
    this.#expect("(");
    const selector = this.selector(depth + 1);
    this.#expect(")");
    return { kind: "set", name, selector };
  }

  #attribute(): SelectorStep {
    const path = this.#path();
    if (this.#take("]")) return { kind: "exists", path };
    const assertion = this.#comparison({ kind: "path", path }, () => this.#textOperand());
    this.#expect("]");
    return { kind: "attribute", scope: [], assertions: [assertion] };
  }

  #scoped(): SelectorStep {
    this.#skipSpace();
    const scope = this.#peek() === ":" ? [] : this.#path();
    this.#expect(":");
    const assertions: Assertion[] = [];
    do {
      this.#skipSpace();
      assertions.push(this.#comparison(this.#operand(), () => this.#operand()));
    } while (this.#take("&&"));
    this.#expect("]");
    return { kind: "attribute", scope, assertions };
  }

  #comparison(left: Operand, operand: () => Operand): Assertion {
    this.#skipSpace();
    const comparator = comparators.find((each) => this.#take(each));
    if (comparator === undefined) this.#fail("a comparator or a closing bracket");
    const right: Operand[] = [];
    do {
      this.#skipSpace();
      right.push(operand());
      this.#skipSpace();
    } while (this.#take(","));
    const ignoreCase = this.#take("i");
    this.#skipSpace();
    return { left, comparator, right, ignoreCase };
  }

  #operand(): Operand {
    if (!this.#text.startsWith("@{", this.#offset)) return this.#textOperand();
    return { kind: "path", path: this.path() };
  }

  #textOperand(): Operand {
    return { kind: "text", text: this.#value() };
  }

  #path(): AttributePath {
    const path: PathSegment[] = [];
    do {
      this.#skipSpace();
      path.push(this.#segment());
      this.#skipSpace();
    } while (this.#take("|"));
    return path;
  }

  #segment(): PathSegment {
    if (!this.#take("(")) return { name: this.#value(), isFunction: false };
    this.#skipSpace();
    const name = this.#identifier("the name of a property");
    this.#skipSpace();
    this.#expect(")");
    return { name, isFunction: true };
  }

  /** A text in quotes, a number, or the id of a shape. */
  #value(): string {
    for (const quote of ["'", '"']) {
      const start = this.#offset;
      if (!this.#take(quote)) continue;
      const end = this.#text.indexOf(quote, this.#offset);
      if (end === -1) throw new SelectorError(`the text that begins here has no end`, start);
      this.#offset = end + 1;
      return this.#text.slice(start + 1, end);
    }
    return this.#match(
      /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|[A-Za-z_][\w.]*(?:#[A-Za-z_]\w*)?/y,
      "an identifier, a number or a text in quotes",
    );
  }

  #identifier(expected: string): string {
    return this.#match(/[A-Za-z_]\w*/y, expected);
  }

  #match(pattern: RegExp, expected: string): string {
    pattern.lastIndex = this.#offset;
    const found = pattern.exec(this.#text)?.[0];
    if (found === undefined) this.#fail(expected);
    this.#offset += found.length;
    return found;
  }

  #take(token: string): boolean {
    if (!this.#text.startsWith(token, this.#offset)) return false;
    this.#offset += token.length;
    return true;
  }

  #expect(token: string): void {
    if (!this.#take(token)) this.#fail(JSON.stringify(token));
  }

  #peek(): string {
    return this.#text.charAt(this.#offset);
  }

  #skipSpace(): void {
    while (/\s/.test(this.#peek())) this.#offset++;
  }

  #fail(expected: string): never {
    const found = this.#peek() === "" ? "the end" : JSON.stringify(this.#peek());
    throw new SelectorError(`expected ${expected}, found ${found}`, this.#offset);
  }
}
