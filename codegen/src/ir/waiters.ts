import type { AstOperationShape } from "../load/ast.js";
import type { Diagnostics } from "../diagnostics/diagnostics.js";
import { shown } from "../diagnostics/text.js";
import { nameOf } from "../load/names.js";
import { isRecord, own } from "../load/parse-model.js";
import { compare } from "../load/select-service.js";
import { trait } from "../load/traits.js";
import type { Expression, ValueType } from "./expressions.js";
import { documentationOf } from "./documentation.js";
import type { Documentation, Structure } from "./ir.js";
import { ExpressionError, resolveExpression } from "./jmespath.js";

const id = "smithy.waiters#waitable";

/** A waiter: an operation that is called until it has a result that an acceptor matches. */
export interface Waiter {
  readonly name: string;
  readonly documentation: Documentation;
  /** The shortest time between two calls, in seconds. */
  readonly minDelay: number;
  /** The longest time between two calls, in seconds. */
  readonly maxDelay: number;
  /** In the order in which they are checked; the first that matches counts. */
  readonly acceptors: readonly Acceptor[];
}

const states = ["success", "failure", "retry"] as const;

/** What follows if a result matches. */
export interface Acceptor {
  readonly state: (typeof states)[number];
  readonly matcher: Matcher;
}

export type Matcher =
  /** Any output, or any error. */
  | { readonly kind: "success"; readonly value: boolean }
  /** An error by its name. */
  | { readonly kind: "error"; readonly name: string }
  /** An output, and the input with it. */
  | {
      readonly kind: "path";
      readonly expression: Expression;
      readonly comparator: PathComparator;
      readonly expected: string;
    };

const comparators = [
  "stringEquals",
  "booleanEquals",
  "allStringEquals",
  "anyStringEquals",
] as const;

export type PathComparator = (typeof comparators)[number];

/** The shapes that the matchers of an operation's waiters refer to. */
interface Shapes {
  readonly input: Structure | undefined;
  readonly output: Structure | undefined;
  readonly errors: readonly (Structure | undefined)[];
}

/** Reads the `waitable` trait of an operation (Smithy 2.0, "Waiters"). */
export function waitersOf(
  operation: AstOperationShape,
  shapes: Shapes,
  diagnostics: Diagnostics,
): Waiter[] {
  const waiters = trait(operation, id);
  if (waiters === undefined) return [];
  if (!isRecord(waiters)) {
    diagnostics.error(
      "SC1403",
      operation.id,
      `the trait ${id} must be an object, but is ${shown(waiters)}`,
    );
    return [];
  }
  return Object.entries(waiters)
    .map(([name, value]) => new WaiterReader(name, operation, shapes, diagnostics).read(value))
    .filter((waiter) => waiter !== undefined)
    .sort((left, right) => compare(left.name, right.name));
}

/** Reports waiters of a service whose names differ only in case, or not at all. */
export function reportEqualNames(
  operations: readonly { readonly id: string; readonly waiters: readonly Waiter[] }[],
  diagnostics: Diagnostics,
): void {
  const taken = new Map<string, string>();
  for (const { id: place, waiters } of operations) {
    for (const { name } of waiters) {
      const other = taken.get(name.toLowerCase());
      if (other !== undefined)
        diagnostics.error(
          "SC1702",
          place,
          `the waiter ${name} has the same name as a waiter of ${other}, apart from case; rename one of them`,
        );
      taken.set(name.toLowerCase(), place);
    }
  }
}

/** Reads one waiter. Every error names the operation, the waiter and the acceptor. */
class WaiterReader {
  readonly #name: string;
  readonly #operation: AstOperationShape;
  readonly #shapes: Shapes;
  readonly #diagnostics: Diagnostics;
  #place: string;

  constructor(
    name: string,
    operation: AstOperationShape,
    shapes: Shapes,
    diagnostics: Diagnostics,
  ) {
    this.#name = name;
    this.#operation = operation;
    this.#shapes = shapes;
    this.#diagnostics = diagnostics;
    this.#place = `the waiter ${shown(name)}`;
  }

  read(value: unknown): Waiter | undefined {
    if (!/^[A-Z][A-Za-z0-9]*$/.test(this.#name)) {
      this.#fail("must have a name of letters and digits that begins with a capital");
      return;
    }
    if (!isRecord(value)) {
      this.#fail(`must be an object, but is ${shown(value)}`);
      return;
    }
    const minDelay = own(value, "minDelay") ?? 2;
    const maxDelay = own(value, "maxDelay") ?? 120;
    if (!isDelay(minDelay) || !isDelay(maxDelay) || minDelay > maxDelay) {
      this.#fail(
        `must have delays of whole seconds from 1, and "minDelay" must not exceed "maxDelay"; found ${shown(minDelay)} and ${shown(maxDelay)}`,
      );
      return;
    }
    const given = own(value, "acceptors");
    if (!Array.isArray(given)) {
      this.#fail(`must have a list of "acceptors"`);
      return;
    }
    const acceptors = given.map((acceptor, index) => this.#acceptor(acceptor, index));
    if (!acceptors.every((acceptor) => acceptor !== undefined)) return undefined;
    this.#place = `the waiter ${shown(this.#name)}`;
    if (!acceptors.some(({ state }) => state === "success")) {
      this.#fail('must have an acceptor with the state "success"');
      return;
    }
    return {
      name: this.#name,
      documentation: documentationOfWaiter(value),
      minDelay,
      maxDelay,
      acceptors,
    };
  }

  #acceptor(value: unknown, index: number): Acceptor | undefined {
    this.#place = `the waiter ${shown(this.#name)}, acceptor ${index + 1},`;
    if (!isRecord(value)) {
      this.#fail(`must be an object, but is ${shown(value)}`);
      return;
    }
    const given = own(value, "state");
    const state = states.find((name) => name === given);
    if (state === undefined) {
      this.#fail(`must have the state success, failure or retry, but has ${shown(given)}`);
      return;
    }
    const union = own(value, "matcher");
    const members = isRecord(union) ? Object.entries(union) : [];
    const [member] = members;
    if (member === undefined || members.length > 1) {
      this.#fail("must have one matcher: an object with output, inputOutput, success or errorType");
      return;
    }
    const matcher = this.#matcher(...member);
    return matcher === undefined ? undefined : { state, matcher };
  }

  #matcher(kind: string, value: unknown): Matcher | undefined {
    if (kind === "success") {
      if (typeof value === "boolean") return { kind, value };
      this.#fail(`must have true or false as "success", but has ${shown(value)}`);
      return;
    }
    if (kind === "errorType") {
      if (typeof value === "string") return { kind: "error", name: this.#errorName(value) };
      this.#fail(`must have a text as "errorType", but has ${shown(value)}`);
      return;
    }
    if (kind !== "output" && kind !== "inputOutput") {
      this.#fail(
        `has the matcher ${shown(kind)}; expected output, inputOutput, success or errorType`,
      );
      return;
    }
    const [path, expected, given] = ["path", "expected", "comparator"].map((name) =>
      isRecord(value) ? own(value, name) : undefined,
    );
    const comparator = comparators.find((name) => name === given);
    if (typeof path !== "string" || typeof expected !== "string" || comparator === undefined) {
      this.#fail(
        `must have as "${kind}" an object of the texts "path", "expected" and "comparator", which is one of ${comparators.join(", ")}`,
      );
      return;
    }
    if (comparator === "booleanEquals" && expected !== "true" && expected !== "false") {
      this.#fail(`must expect "true" or "false", but expects ${shown(expected)}`);
      return;
    }
    const root = this.#root(kind);
    const expression = root && this.#expression(path, root);
    return expression && { kind: "path", expression, comparator, expected };
  }

  /**
   * The name of an error as clients know it. Only the name of a shape id counts, and models name
   * some errors by their codes in `awsQueryError`.
   */
  #errorName(given: string): string {
    const name = given.includes("#") ? nameOf(given) : given;
    const errors = this.#shapes.errors.filter((error) => error !== undefined);
    if (errors.some((error) => error.name === name)) return name;
    return errors.find(({ error }) => error?.queryCode === name)?.name ?? name;
  }

  #root(kind: "output" | "inputOutput"): Expression | undefined {
    const { input, output } = this.#shapes;
    const sides = { input: typeOfMessage(input), output: typeOfMessage(output) };
    if (kind === "inputOutput")
      return {
        kind: "messages",
        type: { kind: "object", properties: new Map(Object.entries(sides)) },
      };
    if (output === undefined) {
      this.#fail("matches the output, but the operation has none");
      return;
    }
    return { kind: "message", side: "output", type: sides.output };
  }

  #expression(path: string, root: Expression): Expression | undefined {
    const start = `${this.#place} has the path ${shown(path)}`;
    try {
      return resolveExpression(path, root, (message) => {
        this.#diagnostics.warn(
          "SC1705",
          this.#operation.id,
          `${start}, of which a part is always null: ${message}`,
        );
      });
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error;
      const { isInvalid, message } = error;
      this.#diagnostics.error(
        isInvalid ? "SC1703" : "SC1704",
        this.#operation.id,
        `${start}, which is ${isInvalid ? "invalid" : "not supported"}: ${message}`,
      );
      return undefined;
    }
  }

  #fail(message: string): undefined {
    this.#diagnostics.error("SC1702", this.#operation.id, `${this.#place} ${message}`);
    return undefined;
  }
}

function isDelay(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 1;
}

function typeOfMessage(shape: Structure | undefined): ValueType {
  return shape === undefined ? { kind: "object", properties: new Map() } : { kind: "shape", shape };
}

function documentationOfWaiter(value: Readonly<Record<string, unknown>>): Documentation {
  return documentationOf({
    traits: {
      "smithy.api#documentation": own(value, "documentation"),
      ...(own(value, "deprecated") === true ? { "smithy.api#deprecated": {} } : {}),
    },
  });
}
