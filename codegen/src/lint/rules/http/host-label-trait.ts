import { findShape } from "../../../model/find-shape.js";
import type { OperationShape, Trait } from "../../../model/model.js";
import type { Rule, RuleContext } from "../../rule.js";
import { hostPrefixOf, operationsWith } from "./operations.js";
import { findLabel, labelsOf, type Segment } from "./segments.js";
import { listed, textMember } from "./trait-values.js";

/** The beginning of the name of a host (RFC 3986, section 3.2.2). */
const host = /^[A-Za-z0-9][A-Za-z0-9-]{0,62}(?:\.[A-Za-z0-9-]{1,63})*\.?$/;

/** The labels of a host and the members of the input with the trait hostLabel are the same. */
export const hostLabelTrait: Rule = {
  id: "HostLabelTrait",
  *check(context) {
    for (const { operation, trait } of operationsWith(context, "smithy.api#endpoint")) {
      const segments = hostPrefixOf(operation);
      if (segments === undefined) continue;
      yield* checkPrefix(operation, trait, segments, context);
      yield* checkMembers(operation, segments, context);
    }
  },
};

function* checkPrefix(
  operation: OperationShape,
  trait: Trait,
  segments: readonly Segment[],
  { event }: RuleContext,
): ReturnType<Rule["check"]> {
  const { location } = trait;
  const text = textMember(trait, "hostPrefix") ?? "";
  const example = segments
    .map(({ kind, text: part }) => (kind === "literal" ? part : "foo"))
    .join("");
  if (!host.test(example))
    yield event(
      "ERROR",
      operation,
      `has the prefix of a host ${JSON.stringify(text)}, which cannot become the name of a host, such as ${JSON.stringify(example)}`,
      { location },
    );
  if (labelsOf(segments).length > 0 && !text.endsWith("."))
    yield event(
      "DANGER",
      operation,
      `has the prefix of a host ${JSON.stringify(text)}, which has labels and should end with a period: clients could send data to domains of others`,
      { location },
    );
}

function* checkMembers(
  operation: OperationShape,
  segments: readonly Segment[],
  { model, event }: RuleContext,
): ReturnType<Rule["check"]> {
  const missing = new Set(labelsOf(segments).map(({ text }) => text));
  for (const member of findShape(model, operation.input)?.members.values() ?? []) {
    const trait = member.traits.get("smithy.api#hostLabel");
    if (trait === undefined) continue;
    missing.delete(member.name);
    if (findLabel(segments, member.name) !== undefined) continue;
    yield event(
      "ERROR",
      member,
      `has the trait hostLabel, but the trait endpoint of ${operation.id} has no such label`,
      { location: trait.location },
    );
  }
  if (missing.size === 0) return;
  const message = `the input ${operation.input} has no members with the trait hostLabel for the labels of the trait endpoint: ${listed(missing)}`;
  yield event("ERROR", operation, message);
}
