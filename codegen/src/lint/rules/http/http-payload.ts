import { findShape } from "../../../model/find-shape.js";
import { unitId } from "../../../load/prelude.js";
import type { ShapeId } from "../../../model/model.js";
import type { Rule, RuleContext } from "../../rule.js";
import { bindingsOf, namesAt } from "./bindings.js";
import { operationsWith } from "./operations.js";
import { listed } from "./trait-values.js";

/** If a member is the payload of a message, the others are bound to other parts of it. */
export const httpPayload: Rule = {
  id: "HttpPayload",
  *check(context) {
    for (const { operation } of operationsWith(context, "smithy.api#http")) {
      yield* checkMessage(operation.input, "request", context);
      yield* checkMessage(operation.output, "response", context);
    }
    for (const error of context.withTrait("smithy.api#error"))
      yield* checkMessage(error.id, "response", context);
  },
};

function* checkMessage(
  id: ShapeId,
  message: "request" | "response",
  { model, event }: RuleContext,
): ReturnType<Rule["check"]> {
  const structure = findShape(model, id);
  if (structure === undefined || id === unitId) return;
  const unbound = namesAt(bindingsOf(model, id, message), "unbound");
  if (unbound.length === 0) return;
  const text = `one member is the whole payload of the ${message}, so these members need another HTTP binding: ${listed(unbound)}`;
  yield event("ERROR", structure, text);
}
