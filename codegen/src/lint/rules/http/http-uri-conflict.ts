import { findShape } from "../../../model/find-shape.js";
import type { Member, OperationShape, SmithyModel } from "../../../model/model.js";
import type { Rule, RuleContext } from "../../rule.js";
import { operationsOf } from "../services/contained.js";
import { hostPrefixOf, httpOf, type HttpOperation } from "./operations.js";
import { conflictsOf, type Segment } from "./segments.js";
import { textTrait } from "./trait-values.js";
import { UriTrie } from "./uri-trie.js";

/** No request fits two operations of a service. */
export const httpUriConflict: Rule = {
  id: "HttpUriConflict",
  *check(context) {
    if (context.withTrait("smithy.api#http").length === 0) return;
    for (const service of context.shapesOf("service")) {
      const methods = new Map<string, HttpOperation[]>();
      for (const operation of operationsOf(context.model, service)) {
        const http = httpOf(operation);
        if (http === undefined) continue;
        const known = methods.get(http.method);
        if (known === undefined) methods.set(http.method, [http]);
        else known.push(http);
      }
      for (const operations of methods.values()) yield* checkOperations(operations, context);
    }
  },
};

function* checkOperations(
  operations: readonly HttpOperation[],
  { model, event }: RuleContext,
): ReturnType<Rule["check"]> {
  const trie = new UriTrie(operations);
  for (const http of operations) {
    const { operation, uri } = http;
    const conflicts = trie
      .conflicts(http)
      .filter((other) => other.operation !== operation)
      .filter((other) => hasSameHost(model, operation, other.operation));
    const isAllowed = (other: HttpOperation): boolean => isTold(model, sideOf(http), sideOf(other));
    const allowed = conflicts.filter(isAllowed);
    const refused = conflicts.filter((other) => !isAllowed(other));
    if (refused.length > 0)
      yield event("ERROR", operation, `the URI ${uri.text} conflicts with ${named(refused)}`);
    if (allowed.length > 0)
      yield event(
        "DANGER",
        operation,
        `the URI ${uri.text} would conflict with ${named(allowed)} without the patterns of the labels`,
      );
  }
}

function named(operations: readonly HttpOperation[]): string {
  return operations
    .map(({ operation, uri }) => `${operation.id} (${uri.text})`)
    .sort()
    .join(", ");
}

/** Whether two operations can have the same host. */
function hasSameHost(model: SmithyModel, one: OperationShape, other: OperationShape): boolean {
  const [left, right] = [hostPrefixOf(one), hostPrefixOf(other)];
  if (left === undefined || right === undefined) return left === right;
  return !isTold(model, [left, one, "hostLabel"], [right, other, "hostLabel"]);
}

type Side = readonly [segments: readonly Segment[], operation: OperationShape, trait: string];

function sideOf({ uri, operation }: HttpOperation): Side {
  return [uri.segments, operation, "httpLabel"];
}

/** Whether the patterns of labels exclude the literals at the same places in the other pattern. */
function isTold(model: SmithyModel, left: Side, right: Side): boolean {
  const conflicts = conflictsOf(left[0], right[0]);
  if (conflicts.length === 0) return false;
  return conflicts.every(([one, other]) => {
    if (one.kind === "literal") return excludes(model, right, other, one);
    return other.kind !== "literal" || excludes(model, left, one, other);
  });
}

function excludes(
  model: SmithyModel,
  [, { input }, trait]: Side,
  label: Segment,
  literal: Segment,
): boolean {
  const member = findShape(model, input)?.members.get(label.text);
  if (member?.traits.has(`smithy.api#${trait}`) !== true) return false;
  const pattern = patternOf(model, member, trait);
  return pattern !== undefined && !pattern.test(literal.text);
}

function patternOf(model: SmithyModel, member: Member, trait: string): RegExp | undefined {
  // Patterns of targets count for labels of URIs only.
  const target = trait === "httpLabel" ? findShape(model, member.target) : undefined;
  const text =
    textTrait(member, "smithy.api#pattern") ?? (target && textTrait(target, "smithy.api#pattern"));
  if (text === undefined) return undefined;
  try {
    return new RegExp(text, "u");
  } catch {
    // Another rule reports invalid patterns.
    return undefined;
  }
}
