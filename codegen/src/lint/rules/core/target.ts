import { findShape } from "../../../model/find-shape.js";
import type { Shape } from "../../../model/model.js";
import { suggest } from "../../../load/suggest.js";
import type { Rule, RuleContext } from "../../rule.js";
import { referencesOf, type Reference, type ReferenceKind } from "./references.js";

/** References lead to shapes that exist, and that can be referred to in this way. */
export const target: Rule = {
  id: "Target",
  *check(context) {
    const { model, source, event } = context;
    for (const reference of referencesOf(model, source)) {
      const found = findShape(model, reference.to);
      const { from, kind, to } = reference;
      if (found === undefined) {
        const hint = suggest(to, [...model.shapes.keys(), ...model.library.keys()]).trim();
        yield event("ERROR", from, `${verbs[kind]} ${to}, which does not exist`, {
          suffix: "UnresolvedShape",
          ...(hint !== "" && { hint }),
        });
        continue;
      }
      const problem = check(reference, found);
      if (problem !== undefined) yield event("ERROR", from, `${verbs[kind]} ${to}, ${problem}`);
    }
    yield* checkMapKeys(context);
  },
};

const verbs: Readonly<Record<ReferenceKind, string>> = {
  target: "targets",
  mixin: "uses the mixin",
  input: "has the input",
  output: "has the output",
  error: "has the error",
  operation: "binds the operation",
  resource: "binds the resource",
  identifier: "has an identifier that targets",
  property: "has a property that targets",
  create: "has the lifecycle operation create",
  read: "has the lifecycle operation read",
  update: "has the lifecycle operation update",
  delete: "has the lifecycle operation delete",
  list: "has the lifecycle operation list",
  put: "has the lifecycle operation put",
};

function check({ kind }: Reference, to: Shape): string | undefined {
  if (kind === "mixin")
    return to.traits.has("smithy.api#mixin") ? undefined : "which does not have the trait mixin";
  if (to.traits.has("smithy.api#trait"))
    return "which is the definition of a trait; it can only be applied as a trait";
  if (to.traits.has("smithy.api#mixin")) return "which is a mixin; it can only be used as a mixin";
  switch (kind) {
    case "target":
    case "property":
      return /^(service|resource|operation)$/.test(to.type) ? `which is a ${to.type}` : undefined;
    case "input":
    case "output":
      return (
        unless(to.type === "structure", to, "a structure") ??
        (to.traits.has("smithy.api#error") ? "which has the trait error" : undefined)
      );
    case "error":
      return (
        unless(to.type === "structure", to, "a structure") ??
        (to.traits.has("smithy.api#error") ? undefined : "which does not have the trait error")
      );
    case "identifier":
      return unless(to.type === "string" || to.type === "enum", to, "a string");
    case "resource":
      return unless(to.type === "resource", to, "a resource");
    default:
      return unless(to.type === "operation", to, "an operation");
  }
}

function unless(isValid: boolean, { type }: Shape, expected: string): string | undefined {
  return isValid ? undefined : `which is of type ${type}; expected ${expected}`;
}

function* checkMapKeys({ model, shapesOf, event }: RuleContext): ReturnType<Rule["check"]> {
  for (const map of shapesOf("map")) {
    const key = map.members.get("key");
    const type = key && findShape(model, key.target)?.type;
    if (key === undefined || type === undefined || type === "string" || type === "enum") continue;
    const message = `the keys of a map must target a string, found ${key.target} of type ${type}`;
    yield event("ERROR", map, message, { location: key.location });
  }
}
