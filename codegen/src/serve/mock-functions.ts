import { isDeepStrictEqual } from "node:util";
import type { Structure } from "../ir/ir.js";
import type { Operation } from "../ir/service.js";
import { exampleValue } from "./example-value.js";
import type { InventValue } from "./invent-value.js";
import { isValid } from "./is-valid.js";
import type { AnyFunction, LoadedServer } from "./load-server.js";

/** The functions of a server that answers without a service. */
export interface Mock {
  readonly functions: Readonly<Record<string, AnyFunction>>;
  /** The operations that have examples. */
  readonly withExamples: readonly string[];
  /** Operations that have no function, since their events cannot be invented. */
  readonly skipped: readonly string[];
  /** Titles of examples that do not conform to their model, each after the name of its operation. */
  readonly invalid: readonly string[];
}

/** Options of `mockFunctions`. */
export interface MockOptions {
  /** Invents outputs where no example applies. */
  readonly invent: InventValue;
  /** The seed of the first invented output; each call adds one. */
  readonly seed: number;
  /** Whether to answer by examples if the model has them. */
  readonly useExamples: boolean;
}

/**
 * Returns a function for each operation. It answers by the example with the same input, by the first
 * example with an output, or by an invented output.
 */
export function mockFunctions(server: LoadedServer, options: MockOptions): Mock {
  const { service } = server;
  const functions: Record<string, AnyFunction> = {};
  const withExamples: string[] = [];
  const skipped: string[] = [];
  const invalid: string[] = [];
  let calls = 0;
  for (const operation of service.operations) {
    const { symbol, name, output } = operation;
    if (hasEvents(operation)) {
      skipped.push(name);
      continue;
    }
    const examples = options.useExamples
      ? operation.examples.map((example) => toAnswer(server, operation, example))
      : [];
    examples.forEach((example, index) => {
      const title = operation.examples[index]?.title ?? "";
      if (example === undefined) invalid.push(`${name}: ${title}`);
    });
    const valid = examples.filter((example) => example !== undefined);
    if (valid.length > 0) withExamples.push(name);
    functions[symbol] = (input) => {
      const seed = options.seed + calls++;
      const chosen =
        valid.find((example) => isDeepStrictEqual(example.input, input)) ??
        valid.find((example) => example.isOutput);
      if (chosen !== undefined) return chosen.answer();
      return output === undefined ? {} : options.invent(output, seed);
    };
  }
  return { functions, withExamples, skipped, invalid };
}

interface Answer {
  readonly input: unknown;
  readonly isOutput: boolean;
  /** @returns the output, or throws the error of the example */
  readonly answer: () => unknown;
}

/** Returns the answer of an example, or `undefined` if it does not conform to the model. */
function toAnswer(
  server: LoadedServer,
  { input, output, errors }: Operation,
  example: Operation["examples"][number],
): Answer | undefined {
  const given = valueOf(input, example.input);
  if (example.error === undefined) {
    const value = valueOf(output, example.output);
    if (value === undefined) return undefined;
    return { input: given, isOutput: true, answer: () => value };
  }
  const { id, content } = example.error;
  const shape = errors.find((error) => error.id === id);
  const members = shape === undefined ? undefined : valueOf(shape, content);
  if (shape === undefined || members === undefined) return undefined;
  return {
    input: given,
    isOutput: false,
    answer: () => {
      throw server.createError(shape.symbol, members);
    },
  };
}

/** Returns the value of a node, or `undefined` if it is not valid. */
function valueOf(shape: Structure | undefined, node: unknown): object | undefined {
  if (shape === undefined) return {};
  const value = exampleValue(shape, node);
  return typeof value === "object" && value !== null && isValid(shape, value) ? value : undefined;
}

function hasEvents({ input, output }: Operation): boolean {
  return [input, output].some((shape) =>
    shape?.members.some(({ target }) => target.kind === "union" && target.streaming),
  );
}
