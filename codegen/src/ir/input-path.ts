import type { InputPath, ParameterType } from "./endpoints.js";
import { isInherited } from "./identifiers.js";
import type { Shape, Structure } from "./ir.js";

/** The type of a value on the way: a shape, or a list that the path makes. */
type Kind = { readonly shape: Shape } | { readonly list: Kind };

interface Place {
  readonly path: InputPath;
  readonly kind: Kind;
}

/** What is wrong with a path, as a phrase. */
class PathProblem extends Error {}

/** Returns the type of endpoint parameter that values of a shape can be. */
export function typeOfShape(shape: Shape): ParameterType | undefined {
  if (isText(shape)) return "string";
  if (shape.kind === "boolean") return "boolean";
  return shape.kind === "list" && isText(shape.member.target) && !shape.sparse
    ? "strings"
    : undefined;
}

function isText(shape: Shape): boolean {
  return shape.kind === "string" || (shape.kind === "enum" && shape.type === "string");
}

/**
 * Reads a path of `smithy.rules#operationContextParams`: the subset of JMESPath that the trait allows
 * (identifiers, sub-expressions, `[*]` and `.*`, `[]`, lists of paths, and `keys`).
 * @returns the path and the type of its value, or what is wrong as a phrase
 */
export function readInputPath(
  text: string,
  input: Structure | undefined,
): { readonly path: InputPath; readonly type: ParameterType } | string {
  try {
    if (input === undefined) throw new PathProblem("the operation has no input");
    const tokens = tokenize(text);
    const place = new PathReader(tokens).read({ path: { kind: "input" }, kind: { shape: input } });
    return { path: place.path, type: typeOf(place.kind) };
  } catch (error) {
    if (error instanceof PathProblem) return error.message;
    throw error;
  }
}

function tokenize(text: string): string[] {
  const tokens = text.match(/[A-Za-z_]\w*|"[A-Za-z_]\w*"|\[\*\]|\[\]|\s+|./gsu) ?? [];
  if (tokens.length > maxTokens) throw new PathProblem(`it has more than ${maxTokens} parts`);
  return tokens.filter((token) => token.trim() !== "").map((token) => token.replace(/^"|"$/g, ""));
}

/** Those of AWS's models have up to 20 parts; each can be a level of the call stack. */
const maxTokens = 200;

function typeOf(kind: Kind): ParameterType {
  const type =
    "shape" in kind
      ? typeOfShape(kind.shape)
      : "shape" in kind.list && isText(kind.list.shape)
        ? "strings"
        : undefined;
  if (type === undefined)
    throw new PathProblem("its value is not a string, boolean or list of strings");
  return type;
}

class PathReader {
  readonly #tokens: readonly string[];
  #next = 0;

  constructor(tokens: readonly string[]) {
    this.#tokens = tokens;
  }

  /** Reads all tokens. */
  read(start: Place): Place {
    const place = this.#chain(this.#step(start));
    if (this.#peek() !== undefined) this.#fail();
    return place;
  }

  #peek(): string | undefined {
    return this.#tokens[this.#next];
  }

  #take(token: string): boolean {
    if (this.#peek() !== token) return false;
    this.#next += 1;
    return true;
  }

  #fail(): never {
    const token = this.#peek();
    throw new PathProblem(
      token === undefined ? "it ends too early" : `${JSON.stringify(token)} is not expected there`,
    );
  }

  /** Reads a member, a function or a list of paths. */
  #step(from: Place): Place {
    const token = this.#peek();
    if (token === "[") return this.#list(from);
    if (token === undefined || !/^[A-Za-z_]\w*$/.test(token)) return this.#fail();
    this.#next += 1;
    return token === "keys" && this.#take("(") ? this.#keys(from) : member(from, token);
  }

  #keys(from: Place): Place {
    const { path, kind } = this.#chain(this.#step(from));
    if (!this.#take(")")) this.#fail();
    if (!("shape" in kind) || kind.shape.kind !== "map")
      throw new PathProblem("the argument of keys is no map");
    return { path: { kind: "keys", of: path }, kind: { list: { shape: kind.shape.key.target } } };
  }

  #list(from: Place): Place {
    this.#next += 1;
    const items: Place[] = [];
    do items.push(this.#chain(this.#step(from)));
    while (this.#take(","));
    if (!this.#take("]")) this.#fail();
    const [first] = items;
    if (first === undefined || items.some(({ kind }) => typeOf(kind) !== typeOf(first.kind)))
      throw new PathProblem("the values of a list of paths have different types");
    return {
      path: { kind: "list", items: items.map(({ path }) => path) },
      kind: { list: first.kind },
    };
  }

  /** Reads what follows a value: members, projections and `[]`. */
  #chain(from: Place): Place {
    let place = this.#links(from);
    while (this.#take("[]")) place = this.#project(flatten(place), "list");
    return place;
  }

  /** Reads what follows a value up to `[]`, which applies to the whole of a projection. */
  #links(from: Place): Place {
    if (this.#take("[*]")) return this.#project(from, "list");
    if (!this.#take(".")) return from;
    return this.#take("*") ? this.#project(from, "map") : this.#links(this.#step(from));
  }

  /** Reads what is applied to every element. */
  #project({ path, kind }: Place, over: "list" | "map"): Place {
    const item: Place = { path: { kind: "input" }, kind: elementOf(kind, over) };
    const each = this.#links(item);
    return {
      path:
        each === item && over === "list" ? path : { kind: "projection", of: path, each: each.path },
      kind: { list: each.kind },
    };
  }
}

function flatten({ path, kind }: Place): Place {
  const element = elementOf(kind, "list");
  const isNested = !("shape" in element) || element.shape.kind === "list";
  return {
    path: { kind: "flatten", of: path },
    kind: { list: isNested ? elementOf(element, "list") : element },
  };
}

function elementOf(kind: Kind, over: "list" | "map"): Kind {
  if (!("shape" in kind)) return kind.list;
  const { shape } = kind;
  if (over === "list" && shape.kind === "list") return { shape: shape.member.target };
  if (over === "map" && shape.kind === "map") return { shape: shape.value.target };
  if (over === "map" && shape.kind === "structure")
    throw new PathProblem("it selects all members of a structure");
  throw new PathProblem(
    over === "list"
      ? "it has [*] or [] on a value that is no list"
      : "it has .* on a value that is no map",
  );
}

function member({ path, kind }: Place, name: string): Place {
  const shape = "shape" in kind ? kind.shape : undefined;
  const found =
    shape?.kind === "structure" || shape?.kind === "union"
      ? shape.members.find((candidate) => candidate.name === name)
      : undefined;
  if (found === undefined || isInherited(name))
    throw new PathProblem(`there is no member ${name} that a path can have`);
  return {
    path: { kind: "member", of: path, property: found.property },
    kind: { shape: found.target },
  };
}
