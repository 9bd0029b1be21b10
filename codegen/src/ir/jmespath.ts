import { shown } from "../diagnostics/text.js";
import type { Argument, Comparator, Expression, Json, ValueType } from "./expressions.js";
import { functions, type ParameterType } from "./functions.js";
import { parseJmespath, type JmespathNode as Node } from "./parse-jmespath.js";
import { commonType, elementOf, isAlike, isDense, isList, typeOfShape } from "./value-types.js";

/** The longest expression, and the deepest one, that is translated; AWS's have some 150 characters. */
const maxLength = 2_000;
const maxDepth = 64;

/** Why an expression cannot be translated. */
export class ExpressionError extends Error {
  override readonly name = "ExpressionError";
  /** Whether the expression is invalid, and not only unsupported. */
  readonly isInvalid: boolean;

  constructor(message: string, isInvalid: boolean) {
    super(message);
    this.isInvalid = isInvalid;
  }
}

/**
 * Parses a JMESPath expression and resolves its names.
 * @param root what the expression is evaluated for
 * @param warn is called with every part that is always null
 * @throws ExpressionError if the expression is invalid or not supported
 */
export function resolveExpression(
  text: string,
  root: Expression,
  warn: (message: string) => void,
): Expression {
  if (text.length > maxLength)
    throw new ExpressionError(`has more than ${maxLength} characters`, false);
  let tree: Node;
  try {
    tree = parseJmespath(text);
  } catch (error) {
    throw new ExpressionError(error instanceof Error ? error.message : String(error), true);
  }
  return new Resolver(warn).resolve(tree, root, 0);
}

const nothing: Expression = { kind: "literal", value: null, type: { kind: "null" } };

const comparators: Readonly<Record<string, Comparator>> = {
  EQ: "==",
  NE: "!=",
  LT: "<",
  LTE: "<=",
  GT: ">",
  GTE: ">=",
};

class Resolver {
  readonly #warn: (message: string) => void;

  constructor(warn: (message: string) => void) {
    this.#warn = warn;
  }

  /** @param scope the current value */
  resolve(node: Node, scope: Expression, depth: number): Expression {
    if (depth > maxDepth)
      throw new ExpressionError(`is nested more than ${maxDepth} levels deep`, false);
    const inner = (child: Node, value: Expression = scope): Expression =>
      this.resolve(child, value, depth + 1);
    switch (node.type) {
      case "Identity":
      case "Current":
        return scope;
      case "Field":
        return this.#field(scope, node.name);
      case "Literal":
        return literalOf(node.value);
      case "Subexpression":
      case "IndexExpression":
        return this.#then(inner(node.left), node.right, depth);
      case "Pipe":
        return this.#then(inner(node.left), node.right, depth);
      case "Index":
        return this.#index(scope, node.value);
      case "Slice":
        return this.#slice(scope, [node.start, node.stop, node.step]);
      case "Flatten":
        return this.#flatten(inner(node.child));
      case "Projection":
        return this.#project(this.#list(inner(node.left)), node.right, depth);
      case "ValueProjection":
        return this.#project(this.#values(inner(node.left)), node.right, depth);
      case "FilterProjection":
        return this.#project(
          this.#filter(this.#list(inner(node.left)), node.condition, depth),
          node.right,
          depth,
        );
      case "MultiSelectList": {
        const items = node.children.map((child) => plain(inner(child, currentOf(scope.type))));
        return {
          kind: "selectList",
          of: scope,
          items,
          type: { kind: "list", element: { kind: "any" }, dense: false },
        };
      }
      case "MultiSelectHash": {
        const entries = node.children.map(
          ({ name, value }) => [name, inner(value, currentOf(scope.type))] as const,
        );
        return {
          kind: "selectHash",
          of: scope,
          entries,
          type: {
            kind: "object",
            properties: new Map(entries.map(([name, { type }]) => [name, type])),
          },
        };
      }
      case "AndExpression":
        return this.#choice("and", inner(node.left), inner(node.right));
      case "OrExpression":
        return this.#choice("or", inner(node.left), inner(node.right));
      case "NotExpression":
        return { kind: "not", of: inner(node.child), type: { kind: "boolean" } };
      case "Comparator":
        return {
          kind: "compare",
          operator: comparators[node.name] ?? "==",
          left: plain(inner(node.left)),
          right: plain(inner(node.right)),
          type: { kind: "boolean" },
        };
      case "Function":
        return this.#call(node.name, node.children, scope, depth);
      default:
        throw new ExpressionError(
          `uses ${shown(node.type)}, which is not part of the JMESPath specification`,
          true,
        );
    }
  }

  /** Evaluates a node for the value of another expression. */
  #then(of: Expression, next: Node, depth: number): Expression {
    if (usesOnce(next)) return this.resolve(next, of, depth + 1);
    const resolved = this.resolve(next, currentOf(of.type), depth + 1);
    return { kind: "pipe", of, next: resolved, type: resolved.type };
  }

  #field(of: Expression, name: string): Expression {
    const { type } = of;
    if (type.kind === "any")
      return { kind: "entry", of: { kind: "asObject", of, type }, name, type };
    if (type.kind === "object") {
      const found = type.properties.get(name);
      if (found === undefined) return this.#null(of, `${shown(name)} is not one of its names`);
      if (of.kind !== "messages") return { kind: "property", of, name, type: found };
      return { kind: "message", side: name === "input" ? "input" : "output", type: found };
    }
    if (type.kind !== "shape" || type.shape.kind === "list")
      return this.#null(of, `${shown(name)} is selected from what is no object`);
    const { shape } = type;
    if (shape.kind === "map") {
      const value = shapeType(shape.value.target);
      return alike({ kind: "entry", of, name, type: value });
    }
    const member = shape.members.find((candidate) => candidate.name === name);
    if (member === undefined) return this.#null(of, `${shape.id} has no member ${shown(name)}`);
    return alike({ kind: "member", of, member, type: shapeType(member.target) });
  }

  #list(of: Expression): Expression {
    if (isList(of.type)) return of;
    if (of.type.kind !== "any") return this.#null(of, "elements are selected from what is no list");
    return { kind: "asList", of, type: { kind: "list", element: of.type, dense: false } };
  }

  #index(given: Expression, index: number): Expression {
    const of = this.#list(given);
    const element = elementType(of);
    return element === undefined ? of : alike({ kind: "index", of, index, type: element });
  }

  #slice(given: Expression, [start, stop, step]: readonly (number | null)[]): Expression {
    if (step === 0) throw new ExpressionError("has a slice whose step is 0", true);
    const of = this.#list(given);
    if (of === nothing) return of;
    return {
      kind: "slice",
      of,
      bounds: [start ?? null, stop ?? null, step ?? 1],
      type: of.type,
    };
  }

  #flatten(given: Expression): Expression {
    const of = this.#list(given);
    const element = elementType(of);
    if (element === undefined) return of;
    // Elements that are no lists stay as they are.
    if (element.kind === "any")
      return { kind: "flatten", of, type: { kind: "list", element, dense: false } };
    if (!isList(element)) return of;
    return {
      kind: "flatten",
      of,
      type: {
        kind: "list",
        element: elementOf(element) ?? binary(),
        dense: isDense(element) && isDense(of.type),
      },
    };
  }

  #project(of: Expression, next: Node, depth: number): Expression {
    const element = elementType(of);
    if (element === undefined) return of;
    const item = this.resolve(next, alike({ kind: "current", type: element }), depth + 1);
    if (item.kind === "current" && isDense(of.type)) return of;
    return { kind: "project", of, item, type: { kind: "list", element: item.type, dense: true } };
  }

  #filter(of: Expression, condition: Node, depth: number): Expression {
    const element = elementType(of);
    if (element === undefined) return of;
    const test = this.resolve(condition, alike({ kind: "current", type: element }), depth + 1);
    return { kind: "filter", of, test, type: of.type };
  }

  #values(of: Expression): Expression {
    const { type } = of;
    if (type.kind === "any") {
      const object: Expression = { kind: "asObject", of, type };
      return { kind: "values", of: object, type: { kind: "list", element: type, dense: false } };
    }
    if (type.kind === "shape" && type.shape.kind === "map") {
      const element = shapeType(type.shape.value.target);
      return { kind: "values", of, type: { kind: "list", element, dense: !type.shape.sparse } };
    }
    const names = namesOf(type);
    if (names === undefined) return this.#null(of, "values are selected from what is no object");
    const items = names.map((name) => plain(this.#field(currentOf(type), name)));
    const element: ValueType = { kind: "any" };
    return { kind: "selectList", of, items, type: { kind: "list", element, dense: false } };
  }

  #choice(kind: "and" | "or", left: Expression, right: Expression): Expression {
    const type = commonType(left.type, right.type);
    if (type.kind !== "any") return { kind, left, right, type };
    return { kind, left: plain(left), right: plain(right), type };
  }

  #call(name: string, nodes: readonly Node[], scope: Expression, depth: number): Expression {
    const signature = Object.hasOwn(functions, name) ? functions[name] : undefined;
    if (signature === undefined)
      throw new ExpressionError(
        `calls ${shown(name)}, which is not a function of the JMESPath specification`,
        true,
      );
    const { parameters, variadic = false, keeps = false } = signature;
    if (variadic ? nodes.length < parameters.length : nodes.length !== parameters.length)
      throw new ExpressionError(
        `calls ${name} with ${nodes.length} arguments instead of ${parameters.length}${variadic ? " or more" : ""}`,
        true,
      );
    const lists = nodes.map((node, index): Expression | undefined => {
      const isReference = node.type === "ExpressionReference";
      if (
        isReference !==
        (parameters[Math.min(index, parameters.length - 1)]?.[0] === "expression")
      )
        throw new ExpressionError(
          `calls ${name} with ${isReference ? "an expression" : "a value"} as argument ${index + 1}; expected ${isReference ? "a value" : "an expression such as &name"}`,
          true,
        );
      if (isReference) return undefined;
      const value = this.resolve(node, scope, depth + 1);
      const expected = parameters[Math.min(index, parameters.length - 1)] ?? [];
      if (!accepts(expected, value.type))
        throw new ExpressionError(
          `calls ${name} with a value of the wrong type; expected ${expected.join(" or ")}`,
          true,
        );
      if (name === "length") return value;
      const list =
        expected.length === 1 && expected[0] === "list" && value.type.kind === "any"
          ? this.#list(value)
          : value;
      return keeps ? list : plain(list);
    });
    const element = lists
      .map((value) => (value === undefined ? undefined : elementOf(value.type)))
      .find((type) => type !== undefined);
    const given = nodes.map((node, index): Argument => {
      const value = lists[index];
      if (value !== undefined) return { value };
      const child = node.type === "ExpressionReference" ? node.child : node;
      const item = alike({ kind: "current", type: element ?? { kind: "any" } });
      return { perItem: plain(this.resolve(child, item, depth + 1)) };
    });
    const types = lists.filter((value) => value !== undefined).map(({ type }) => type);
    return alike({ kind: "call", name, given, type: signature.returns(types) });
  }

  /** @param of the value that the part is selected from; if it is null, that was reported before */
  #null(of: Expression, message: string): Expression {
    if (of.type.kind !== "null") this.#warn(message);
    return nothing;
  }
}

/** Returns the names of a structure's members, or of a multi-select hash. */
function namesOf(type: ValueType): string[] | undefined {
  if (type.kind === "object") return [...type.properties.keys()];
  if (type.kind !== "shape" || type.shape.kind === "list" || type.shape.kind === "map")
    return undefined;
  return type.shape.members.map(({ name }) => name);
}

function currentOf(type: ValueType): Expression {
  return { kind: "current", type };
}

function literalOf(value: Json): Expression {
  const type: ValueType =
    value === null
      ? { kind: "null" }
      : typeof value === "object"
        ? { kind: "any" }
        : { kind: typeof value as "string" | "number" | "boolean" };
  return value === null ? nothing : { kind: "literal", value, type };
}

/** Converts a value that is not the same in JMESPath and in TypeScript. */
function alike(expression: Expression): Expression {
  const { type } = expression;
  if (type.kind !== "unlike") return expression;
  const kind = type.shape.kind === "timestamp" ? "seconds" : "number";
  return { kind, of: expression, type: { kind: "number" } };
}

/** Checks that a value is plain JSON, since nothing else knows its type. */
function plain(expression: Expression): Expression {
  if (isAlike(expression.type)) return expression;
  throw new ExpressionError(
    "uses a whole value that has timestamps, big numbers or binary data in it",
    false,
  );
}

function shapeType(shape: Parameters<typeof typeOfShape>[0]): ValueType {
  return typeOfShape(shape) ?? binary();
}

function binary(): never {
  throw new ExpressionError("selects binary data", false);
}

function elementType({ type }: Expression): ValueType | undefined {
  return isList(type) ? (elementOf(type) ?? binary()) : undefined;
}

function accepts(expected: readonly ParameterType[], type: ValueType): boolean {
  const kind: ParameterType | "other" = isList(type)
    ? "list"
    : type.kind === "object" || type.kind === "shape"
      ? "object"
      : type.kind === "string" || type.kind === "number" || type.kind === "any"
        ? type.kind
        : type.kind === "null"
          ? "any"
          : "other";
  return kind === "any" || expected.includes("any") || expected.includes(kind as ParameterType);
}

/** Returns whether a node uses its current value exactly once, so that it can be replaced by an expression. */
function usesOnce(node: Node): boolean {
  switch (node.type) {
    case "Identity":
    case "Current":
    case "Field":
    case "Index":
    case "Slice":
      return true;
    case "Subexpression":
    case "IndexExpression":
    case "Pipe":
    case "Projection":
    case "ValueProjection":
    case "FilterProjection":
      return usesOnce(node.left);
    case "Flatten":
    case "NotExpression":
      return usesOnce(node.child);
    // They evaluate their parts for the value of `of`, which is evaluated once.
    case "MultiSelectList":
    case "MultiSelectHash":
      return true;
    default:
      return false;
  }
}
