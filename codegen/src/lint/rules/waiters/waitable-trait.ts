import { nameOf } from "../../../load/names.js";
import { isNodeObject, property } from "../../../model/nodes.js";
import type { NodeObject, NodeValue } from "../../../model/node.js";
import type { EventSeverity, OperationShape, Trait } from "../../../model/model.js";
import type { Rule, RuleContext } from "../../rule.js";
import { operationsWith } from "../http/operations.js";
import { listed } from "../http/trait-values.js";
import { JsonNumber } from "../../../../runtime/json/json.js";
import { checkExpression } from "./check-expression.js";
import { SampleObject, typeOf, type Sample } from "./sample.js";
import { sampleOf } from "./sample-of-shape.js";
import { matcherOf, waitable, waitersOf } from "./waiters.js";

/** Waiters can succeed, and their paths and errors exist. */
export const waitableTrait: Rule = {
  id: "WaitableTrait",
  *check(context) {
    for (const { operation, trait } of operationsWith(context, waitable)) {
      for (const { name, value, acceptors } of waitersOf(trait)) {
        const what = `the waiter ${name}`;
        const { location } = trait;
        const [min, max] = [delay(value, "minDelay", 2), delay(value, "maxDelay", 120)];
        if (min > max) {
          const message = `${what} has a minDelay of ${min}, which is greater than its maxDelay of ${max}`;
          yield context.event("ERROR", operation, message, { location });
        }
        for (const [index, acceptor] of acceptors.entries())
          yield* checkAcceptor({ operation, trait, waiter: name, index }, acceptor, context);
        if (acceptors.some((acceptor) => property(acceptor, "state") === "success")) continue;
        const message = `${what} can never succeed: it has no acceptor with the state success`;
        yield context.event("ERROR", operation, message, { location });
      }
    }
  },
};

interface Place {
  readonly operation: OperationShape;
  readonly trait: Trait;
  readonly waiter: string;
  readonly index: number;
}

function* checkAcceptor(
  place: Place,
  acceptor: NodeObject,
  context: RuleContext,
): ReturnType<Rule["check"]> {
  const { model } = context;
  const { input, output, errors } = place.operation;
  const [kind, value] = matcherOf(acceptor) ?? [];
  const report = reporter(place, context);
  if (kind === "errorType" && typeof value === "string") {
    if (errors.some((id) => id === value || nameOf(id) === value)) return;
    yield report(
      "WARNING",
      `names the error ${value}, which is not among those of the operation: ${listed(errors)}`,
      "WaitableTraitInvalidErrorType",
    );
  } else if (kind === "output") {
    yield* checkPath(sampleOf(model, output), value as NodeValue, report);
  } else if (kind === "inputOutput") {
    const sides = new SampleObject([
      ["input", () => sampleOf(model, input)],
      ["output", () => sampleOf(model, output)],
    ]);
    yield* checkPath(sides, value as NodeValue, report);
  }
}

/** Makes an event. Errors have the id of the rule only. */
type Report = (
  severity: EventSeverity,
  message: string,
  id?: string,
) => ReturnType<RuleContext["event"]>;

function reporter({ operation, trait, waiter, index }: Place, { event }: RuleContext): Report {
  return (severity, message, id) => {
    const text = `acceptor ${index} of the waiter ${waiter} ${message}`;
    const made = event(severity, operation, text, { location: trait.location });
    return id === undefined ? made : { ...made, id: `${id}.${waiter}.${index}` };
  };
}

const problemId = "WaitableTraitJmespathProblem";

function* checkPath(
  root: Sample,
  matcher: NodeValue | undefined,
  report: Report,
): ReturnType<Rule["check"]> {
  if (!isNodeObject(matcher)) return;
  const [path, expected, comparator] = ["path", "expected", "comparator"].map((name) =>
    property(matcher, name),
  );
  if (typeof path !== "string" || typeof comparator !== "string") return;
  const { result, problems } = checkExpression(path, root);
  for (const { severity, message } of problems) {
    const text = `has the path ${JSON.stringify(path)}: ${message}`;
    if (severity === "ERROR") yield report(severity, text);
    else {
      const kind = severity === "DANGER" ? "JmespathEventDanger" : "JmespathEventWarning";
      yield report(severity, text, `${problemId}.${kind}`);
    }
  }
  if (comparator === "booleanEquals" && expected !== "true" && expected !== "false")
    yield report(
      "ERROR",
      `compares with ${JSON.stringify(expected)}; booleanEquals needs "true" or "false"`,
    );
  const found = typeOf(result);
  const wanted =
    comparator === "booleanEquals" ? "boolean" : comparator === "stringEquals" ? "string" : "array";
  if (found === "any" || found === wanted) return;
  const text = `has the path ${JSON.stringify(path)}, whose value is of the type ${found}; ${comparator} needs ${wanted}`;
  yield report("DANGER", text, `${problemId}.ReturnTypeMismatch`);
}

function delay(waiter: NodeObject, name: string, otherwise: number): number {
  const value = property(waiter, name);
  if (value instanceof JsonNumber) return Number(value.text);
  return typeof value === "number" ? value : otherwise;
}
