import { nameOf } from "../../../load/names.js";
import { findShape } from "../../../model/find-shape.js";
import type { OperationShape } from "../../../model/model.js";
import type { Rule, RuleContext } from "../../rule.js";

const kinds = [
  ["input", "output", ["Input", "Request"]],
  ["output", "input", ["Output", "Response"]],
] as const;

/** Structures with the traits input and output are used for nothing else, and by one operation. */
export const operationInputOutputMisuse: Rule = {
  id: "OperationInputOutputMisuse",
  *check({ graph, withTrait, event }) {
    for (const [kind, other] of kinds) {
      for (const structure of withTrait(`smithy.api#${kind}`)) {
        const operations = graph.reverse(structure, [kind]);
        for (const { to } of graph.reverse(structure, [other]))
          yield event("ERROR", to, `has the ${other} ${structure.id}, which has the trait ${kind}`);
        for (const { to } of graph.reverse(structure)) {
          if (!("type" in to))
            yield event("ERROR", to, `targets ${structure.id}, which has the trait ${kind}`);
        }
        if (operations.length < 2) continue;
        const ids = operations.map(({ to }) => to.id).sort();
        yield event(
          "ERROR",
          structure,
          `is the ${kind} of more than one operation: ${ids.join(", ")}`,
        );
      }
    }
  },
};

/** The names of inputs and outputs begin with the name of their operation. */
export const operationInputOutputName: Rule = {
  id: "OperationInputOutputName",
  *check({ graph, withTrait, event }) {
    for (const [kind] of kinds) {
      for (const structure of withTrait(`smithy.api#${kind}`)) {
        for (const { to: operation } of graph.reverse(structure, [kind])) {
          if (nameOf(structure.id).startsWith(nameOf(operation.id))) continue;
          const message = `has the ${kind} ${structure.id}, whose name should begin with ${nameOf(operation.id)}`;
          yield event("WARNING", operation, message, { suffix: kind });
        }
      }
    }
  },
};

/** A shape that is named as the input or output of an operation is that. */
export const operationNameAmbiguity: Rule = {
  id: "OperationNameAmbiguity",
  *check(context) {
    for (const operation of context.shapesOf("operation")) {
      for (const [kind, , suffixes] of kinds)
        for (const suffix of suffixes) yield* checkName(operation, kind, suffix, context);
    }
  },
};

function* checkName(
  operation: OperationShape,
  kind: "input" | "output",
  suffix: string,
  { model, event }: RuleContext,
): ReturnType<Rule["check"]> {
  const id = `${operation.id}${suffix}`;
  const shape = findShape(model, id);
  if (shape === undefined || id === operation[kind]) return;
  const message = `is named like the ${kind} of ${operation.id}, which has the ${kind} ${operation[kind]}`;
  yield event("WARNING", shape, message);
}
