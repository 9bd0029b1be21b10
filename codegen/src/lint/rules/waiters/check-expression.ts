import { parseJmespath, type JmespathNode as Node } from "../../../ir/parse-jmespath.js";
import { compareSamples } from "./compare-samples.js";
import { argumentProblem, functions } from "./functions.js";
import {
  anything,
  isTruthy,
  reference,
  SampleArray,
  SampleObject,
  typeOf,
  type Sample,
} from "./sample.js";

export interface ExpressionProblem {
  readonly severity: "ERROR" | "DANGER" | "WARNING";
  readonly message: string;
}

/** The longest expression that is checked, and how many steps its evaluation may need; AWS's need some dozens. */
const maxLength = 2_000;
const maxSteps = 20_000;

/**
 * Evaluates a JMESPath expression for a sample, to find out what it selects that does not exist.
 * @returns a value of the kind that the expression has, and what is wrong with it
 */
export function checkExpression(
  text: string,
  root: Sample,
): { readonly result: Sample; readonly problems: readonly ExpressionProblem[] } {
  if (text.length > maxLength) {
    const message = `has more than ${maxLength} characters and is not checked`;
    return { result: anything, problems: [{ severity: "WARNING", message }] };
  }
  let node: Node;
  try {
    node = parseJmespath(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { result: anything, problems: [{ severity: "ERROR", message }] };
  }
  const checker = new Checker();
  return { result: checker.check(node, root), problems: checker.problems() };
}

class Checker {
  readonly #problems = new Map<string, ExpressionProblem>();
  #steps = 0;

  problems(): readonly ExpressionProblem[] {
    return [...this.#problems.values()];
  }

  check(node: Node, current: Sample): Sample {
    if (++this.#steps > maxSteps) return anything;
    switch (node.type) {
      case "Identity":
      case "Current":
        return current;
      case "Field":
        return this.#field(current, node.name);
      case "Literal":
        return fromJson(node.value);
      case "Subexpression":
      case "IndexExpression":
      case "Pipe":
        return this.check(node.right, this.check(node.left, current));
      case "Index":
        return this.#only(current, SampleArray, "an index")?.at(node.value) ?? anything;
      case "Slice":
        return this.#only(current, SampleArray, "a slice") ?? new SampleArray([]);
      case "Flatten":
        return this.#flatten(this.check(node.child, current));
      case "Projection": {
        const of = this.#only(this.check(node.left, current), SampleArray, "a projection");
        return this.#project(of, of?.items, node.right);
      }
      case "ValueProjection": {
        const of = this.#only(this.check(node.left, current), SampleObject, "a projection");
        return this.#project(
          undefined,
          of?.names.map((name) => of.get(name) ?? null),
          node.right,
        );
      }
      case "FilterProjection": {
        const of = this.#only(this.check(node.left, current), SampleArray, "a filter");
        return this.#project(of, of?.items, node.right, node.condition);
      }
      case "MultiSelectList":
        return new SampleArray(node.children.map((child) => this.check(child, current)));
      case "MultiSelectHash":
        return new SampleObject(
          node.children.map(({ name, value }) => {
            const sample = this.check(value, current);
            return [name, () => sample];
          }),
        );
      case "AndExpression":
      case "OrExpression": {
        const left = this.check(node.left, current);
        const right = this.check(node.right, current);
        return isTruthy(left) === (node.type === "AndExpression") ? right : left;
      }
      case "NotExpression":
        return !isTruthy(this.check(node.child, current));
      case "Comparator": {
        const left = this.check(node.left, current);
        const right = this.check(node.right, current);
        const result = compareSamples(left, right, node.name);
        if (result === undefined)
          this.#add("WARNING", `values of the type ${typeOf(left)} have no order`);
        return result ?? null;
      }
      case "Function":
        return this.#call(node.name, node.children, current);
      case "ExpressionReference":
        // It is evaluated for items that only the function knows.
        this.check(node.child, anything);
        return reference;
      default:
        this.#add("ERROR", `${node.type} is not part of the JMESPath specification`);
        return anything;
    }
  }

  #field(current: Sample, name: string): Sample {
    const quoted = JSON.stringify(name);
    const of = this.#only(current, SampleObject, `the member ${quoted}`);
    if (of === undefined) return anything;
    const found = of.get(name);
    if (found !== undefined) return found;
    this.#add("DANGER", `there is no member ${quoted}; there are ${of.names.join(", ")}`);
    return null;
  }

  #flatten(value: Sample): Sample {
    const of = this.#only(value, SampleArray, "a flattened array");
    if (of === undefined) return new SampleArray([]);
    const inner = of.items.map((item) => (item instanceof SampleArray ? item.items : [item]));
    return new SampleArray(
      inner.flat().filter((item) => item !== null),
      of.length,
    );
  }

  #project(
    of: SampleArray | undefined,
    items: readonly Sample[] = [],
    right: Node,
    condition?: Node,
  ): Sample {
    const results: Sample[] = [];
    // Nothing is known about the items of an empty array. What is selected from them is checked nonetheless.
    for (const item of items.length === 0 ? [anything] : items) {
      if (condition !== undefined && !isTruthy(this.check(condition, item))) {
        if (items.length === 0) this.check(right, item);
        continue;
      }
      results.push(this.check(right, item));
    }
    if (items.length === 0) return new SampleArray([]);
    const kept = condition === undefined ? results : results.filter((item) => item !== null);
    return new SampleArray(kept, of?.length);
  }

  #call(name: string, nodes: readonly Node[], current: Sample): Sample {
    const samples = nodes.map((node) => this.check(node, current));
    const signature = Object.hasOwn(functions, name) ? functions[name] : undefined;
    if (signature === undefined) {
      this.#add("ERROR", `there is no function ${name}`);
      return anything;
    }
    const { parameters, rest, result } = signature;
    if (
      samples.length < parameters.length ||
      (rest === undefined && samples.length > parameters.length)
    )
      this.#add("ERROR", `${name} has ${parameters.length} arguments, not ${samples.length}`);
    for (const [index, sample] of samples.entries()) {
      const parameter = parameters[index] ?? rest;
      const problem = parameter && argumentProblem(sample, parameter);
      if (problem !== undefined) this.#add("ERROR", `argument ${index + 1} of ${name}: ${problem}`);
    }
    return result;
  }

  /** Returns a value of a kind. Anything else cannot have what is selected. */
  #only<T extends SampleArray | SampleObject>(
    sample: Sample,
    kind: abstract new (...args: never[]) => T,
    what: string,
  ): T | undefined {
    if (sample instanceof kind) return sample;
    if (sample !== anything)
      this.#add("DANGER", `a value of the type ${typeOf(sample)} has no ${what}`);
    return undefined;
  }

  #add(severity: ExpressionProblem["severity"], message: string): void {
    this.#problems.set(`${severity} ${message}`, { severity, message });
  }
}

function fromJson(value: unknown): Sample {
  if (value === null || typeof value === "boolean" || typeof value === "number") return value;
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return new SampleArray(value.map(fromJson), value.length);
  if (typeof value !== "object") return anything;
  return new SampleObject(
    Object.entries(value).map(([name, member]) => [name, () => fromJson(member)]),
  );
}
