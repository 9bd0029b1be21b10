import { findShape } from "../../../model/find-shape.js";
import type { OperationShape, SmithyModel } from "../../../model/model.js";
import type { Rule, RuleContext } from "../../rule.js";
import { operationsOf } from "../services/contained.js";
import { hostPrefixOf, httpOf, type HttpOperation } from "./operations.js";
import { conflictsOf, type Segment } from "./segments.js";
import { textTrait } from "./trait-values.js";
import type { UriPattern } from "./uri-pattern.js";

/** How many operations a message names. */
const maxNamed = 5;

/**
 * No two operations of a service have the same method and URI, whatever the names of their labels. URIs with a label
 * where others have a literal do not conflict: the more specific one is preferred.
 */
export const httpUriConflict: Rule = {
  id: "HttpUriConflict",
  *check(context) {
    if (context.withTrait("smithy.api#http").length === 0) return;
    for (const service of context.shapesOf("service")) {
      const groups = new Map<string, HttpOperation[]>();
      for (const operation of operationsOf(context.model, service)) {
        const http = httpOf(operation);
        if (http === undefined) continue;
        const key = JSON.stringify([http.method, ...keyOf(http.uri)]);
        const known = groups.get(key);
        if (known === undefined) groups.set(key, [http]);
        else known.push(http);
      }
      for (const group of groups.values()) if (group.length > 1) yield* checkGroup(group, context);
    }
  },
};

/** What two URIs that conflict have in common. */
function keyOf({ segments, query }: UriPattern): readonly unknown[] {
  const path = segments.map(({ kind, text }) => (kind === "literal" ? text : { kind }));
  return [path, [...query].sort(([left], [right]) => (left < right ? -1 : 1))];
}

function* checkGroup(
  group: readonly HttpOperation[],
  { model, event }: RuleContext,
): ReturnType<Rule["check"]> {
  for (const { operation, uri } of group) {
    const conflicts: string[] = [];
    for (const other of group) {
      if (other.operation === operation) continue;
      if (!hasSameHost(model, operation, other.operation)) continue;
      conflicts.push(`${other.operation.id} (${other.uri.text})`);
      if (conflicts.length > maxNamed) break;
    }
    if (conflicts.length === 0) continue;
    const more = conflicts.length > maxNamed ? " and more" : "";
    const named = `${conflicts.slice(0, maxNamed).sort().join(", ")}${more}`;
    yield event("ERROR", operation, `the URI ${uri.text} conflicts with ${named}`);
  }
}

/**
 * Whether two operations can have the same host: neither or both have a prefix, unless the patterns of the labels
 * exclude the literals at the same places of the other one.
 */
function hasSameHost(model: SmithyModel, one: OperationShape, other: OperationShape): boolean {
  const [left, right] = [hostPrefixOf(one), hostPrefixOf(other)];
  if (left === undefined || right === undefined) return left === right;
  const conflicts = conflictsOf(left, right);
  return (
    conflicts.length === 0 ||
    !conflicts.every(([segment, against]) =>
      segment.kind === "literal"
        ? excludes(model, other, against, segment)
        : excludes(model, one, segment, against),
    )
  );
}

function excludes(
  model: SmithyModel,
  { input }: OperationShape,
  label: Segment,
  literal: Segment,
): boolean {
  const member = findShape(model, input)?.members.get(label.text);
  if (member?.traits.has("smithy.api#hostLabel") !== true) return false;
  const pattern = textTrait(member, "smithy.api#pattern");
  if (pattern === undefined) return false;
  try {
    return !new RegExp(pattern, "u").test(literal.text);
  } catch {
    // Another rule reports invalid patterns.
    return false;
  }
}
