import { findShape } from "../../../model/find-shape.js";
import { isNodeArray, isNodeObject, property } from "../../../model/nodes.js";
import type { NodeObject, NodeValue } from "../../../model/node.js";
import type { ResourceShape, Shape, SmithyModel } from "../../../model/model.js";
import type { Rule } from "../../rule.js";
import { isTextType } from "../shapes/types.js";

/** References lead to resources, and say where their identifiers are. */
export const referencesTrait: Rule = {
  id: "ReferencesTrait",
  *check({ model, withTrait, event }) {
    for (const shape of withTrait("smithy.api#references")) {
      const trait = shape.traits.get("smithy.api#references");
      if (!("type" in shape) || trait === undefined || !isNodeArray(trait.value)) continue;
      for (const reference of trait.value) {
        if (!isNodeObject(reference)) continue;
        for (const problem of check(model, shape, reference)) {
          const message = `the reference to ${JSON.stringify(property(reference, "resource"))} is invalid: ${problem}`;
          yield event("ERROR", shape, message, { location: trait.location });
        }
      }
    }
  },
};

function* check(model: SmithyModel, shape: Shape, reference: NodeObject): Iterable<string> {
  const ids = property(reference, "ids");
  const explicit = isNodeObject(ids) ? Object.entries(ids) : [];
  if (isTextType(shape) && explicit.length > 0) yield '"ids" is only for structures';
  const id = property(reference, "resource");
  const target = typeof id === "string" ? findShape(model, id) : undefined;
  if (target === undefined) return;
  if (target.type !== "resource") {
    yield `it is of type ${target.type}, not a resource`;
    return;
  }
  const names = [...target.identifiers.keys()];
  if (isTextType(shape) && names.length !== 1)
    yield `the resource has ${names.length} identifiers (${names.join(", ")}); a string can only stand for one`;
  if (shape.type !== "structure") return;
  if (explicit.length > 0) yield* checkExplicit(explicit, target);
  const members = explicit.length > 0 ? texts(explicit) : names;
  const problems = [...new Set(members)]
    .map((name) => checkMember(model, shape, name))
    .filter((problem) => problem !== undefined);
  if (problems.length > 0) yield problems.join("; ");
}

function texts(explicit: readonly (readonly [string, NodeValue])[]): readonly string[] {
  return explicit.map(([, name]) => name).filter((name) => typeof name === "string");
}

function* checkExplicit(
  explicit: readonly (readonly [string, unknown])[],
  { identifiers }: ResourceShape,
): Iterable<string> {
  const names = [...identifiers.keys()];
  if (explicit.length !== names.length)
    yield `"ids" has ${explicit.length} identifiers, but the resource has ${names.length}: ${names.join(", ")}`;
  const unknown = explicit.map(([name]) => name).filter((name) => !identifiers.has(name));
  if (unknown.length > 0)
    yield `"ids" has ${unknown.join(", ")}, but the identifiers of the resource are ${names.join(", ")}`;
}

function checkMember(model: SmithyModel, shape: Shape, name: string): string | undefined {
  const member = shape.members.get(name);
  if (member === undefined) return `the structure has no member ${name}`;
  const target = findShape(model, member.target);
  return target !== undefined && isTextType(target)
    ? undefined
    : `the member ${name} does not target a string`;
}
