import { Names } from "../../ir/identifiers.js";
import type { Operation, Service } from "../../ir/service.js";
import type { Acceptor, Matcher, Waiter } from "../../ir/waiters.js";
import { code, commas, literal, mentions, type Code, type Reference } from "../code/code.js";
import { commentText, docComment, inlineCode } from "../code/comment.js";
import type { Module } from "../code/declarations.js";
import { messageType } from "../code/operation-references.js";
import { runtime } from "../code/runtime.js";
import { expressionCode, isBoolean, textComparison } from "./expression.js";
import { methodName } from "./method-name.js";

/** The path of the module in the output. */
const path = "waiters";

/** A method that waits for a state. */
export interface WaiterMethodOf {
  /** The name of the method, such as `waitUntilTableExists`. */
  readonly method: string;
  readonly operation: Operation;
  /** TSDoc, already escaped. */
  readonly docs: string;
  /** The constant with the waiter. */
  readonly constant: Reference;
}

/** Returns the methods of a service's waiters, sorted by the operations' names and their own. */
export function waiterMethods(service: Service): WaiterMethodOf[] {
  return namedWaiters(service).map(({ operation, waiter, method, constant }) => ({
    method,
    operation,
    docs: waiterDocs(waiter, operation),
    constant: { name: constant, module: path, typeOnly: false },
  }));
}

/** Returns the module of a service's waiters; `undefined` if it has none. */
export function waitersModule(service: Service): Module | undefined {
  const waiters = namedWaiters(service);
  if (waiters.length === 0) return undefined;
  return {
    path,
    source: service.id,
    docs: `The waiters of ${commentText(service.name)}: when to call an operation again, and what its results mean.`,
    declarations: waiters.map(({ operation, waiter, constant }) => ({
      kind: "const",
      name: constant,
      docs: "",
      exported: true,
      type: code`${runtime("Waiter")}<${messageType(operation, "Input")}, ${messageType(operation, "Output")}>`,
      value: code`{ ${commas([
        code`minDelay: ${literal(waiter.minDelay)}`,
        code`maxDelay: ${literal(waiter.maxDelay)}`,
        code`acceptors: [${commas(waiter.acceptors.map(acceptorCode))}]`,
      ])} }`,
    })),
  };
}

interface NamedWaiter {
  readonly operation: Operation;
  readonly waiter: Waiter;
  readonly method: string;
  readonly constant: string;
}

function namedWaiters({ operations }: Service): NamedWaiter[] {
  const methods = new Names({ reserved: operations.map(methodName) });
  const constants = new Names();
  return operations.flatMap((operation) =>
    operation.waiters.map((waiter) => ({
      operation,
      waiter,
      method: methods.claim(`waitUntil${waiter.name}`),
      constant: constants.claim(waiter.name),
    })),
  );
}

function acceptorCode({ state, matcher }: Acceptor): Code {
  return code`{ state: ${literal(state)}, matches: ${matcherCode(matcher)} }`;
}

function matcherCode(matcher: Matcher): Code {
  switch (matcher.kind) {
    case "success":
      return literal(matcher.value);
    case "error":
      return literal(matcher.name);
    case "path": {
      const test = testCode(matcher);
      return code`(${parametersOf(test)}) => ${test}`;
    }
  }
}

/** The compiler reports parameters that are not used, except for those before one that is. */
function parametersOf(test: Code): Code {
  if (mentions(test, "input"))
    return mentions(test, "output") ? code`output, input` : code`_, input`;
  return mentions(test, "output") ? code`output` : code``;
}

function testCode({ expression, comparator, expected }: Extract<Matcher, { kind: "path" }>): Code {
  switch (comparator) {
    case "stringEquals":
      return textComparison(expression, expressionCode(expression), expected);
    case "booleanEquals":
      return booleanTest(expression, expected === "true");
    case "allStringEquals":
      return code`${runtime("allAre")}(${expressionCode(expression)}, ${literal(expected)})`;
    case "anyStringEquals":
      return code`${runtime("anyIs")}(${expressionCode(expression)}, ${literal(expected)})`;
  }
}

function booleanTest(
  expression: Extract<Matcher, { kind: "path" }>["expression"],
  expected: boolean,
): Code {
  const value = expressionCode(expression);
  if (isBoolean(expression)) return expected ? value : code`!(${value})`;
  // A comparison of numbers can be null, too.
  if (expression.type.kind === "boolean") return code`(${value}) === ${literal(expected)}`;
  return code`(${value} as unknown) === ${literal(expected)}`;
}

function waiterDocs(
  { documentation, name, minDelay, maxDelay }: Waiter,
  operation: Operation,
): string {
  return docComment(documentation, {
    fallback: `Waits for the state ${inlineCode(name)}.`,
    notes: [`Calls ${inlineCode(operation.name)} every ${minDelay} to ${maxDelay} seconds.`],
    tags: [
      "@throws WaiterError if the state cannot be reached any more",
      "@throws TimeoutError if `maxWaitTime` is over",
    ],
  });
}
