import { findShape } from "../../../model/find-shape.js";
import type { Rule, RuleContext } from "../../rule.js";
import { httpOperations, type HttpOperation } from "./operations.js";
import { findLabel, labelsOf } from "./segments.js";
import { listed } from "./trait-values.js";

const httpLabel = "smithy.api#httpLabel";

/** The labels of a URI and the members of the input with the trait httpLabel are the same. */
export const httpLabelTrait: Rule = {
  id: "HttpLabelTrait",
  *check(context) {
    for (const http of httpOperations(context)) yield* checkLabels(http, context);
  },
};

function* checkLabels(
  { operation, uri }: HttpOperation,
  { model, event }: RuleContext,
): ReturnType<Rule["check"]> {
  const missing = new Set(labelsOf(uri.segments).map(({ text }) => text));
  for (const member of findShape(model, operation.input)?.members.values() ?? []) {
    const trait = member.traits.get(httpLabel);
    if (trait === undefined) continue;
    const { location } = trait;
    missing.delete(member.name);
    const label = findLabel(uri.segments, member.name);
    const target = findShape(model, member.target);
    if (label === undefined)
      yield event(
        "ERROR",
        member,
        `has the trait httpLabel, but the URI ${uri.text} of ${operation.id} has no such label`,
        { location },
      );
    else if (label.kind === "greedy" && target?.type !== "string" && target?.type !== "enum")
      yield event(
        "ERROR",
        member,
        `is a greedy label of ${operation.id}, so it must target a string, not ${member.target}`,
        { location },
      );
  }
  if (missing.size === 0) return;
  const message = `the input ${operation.input} has no members with the trait httpLabel for the labels of the URI: ${listed(missing)}`;
  yield event("ERROR", operation, message);
}
