import { findShape } from "../../../model/find-shape.js";
import { isNodeArray, isNodeObject, property } from "../../../model/nodes.js";
import type { Member, ResourceShape, Shape, ShapeId } from "../../../model/model.js";
import type { Entity } from "../../../selectors/attributes.js";
import type { Rule, RuleContext } from "../../rule.js";
import { isTextType } from "../shapes/types.js";

/** Members that are named like an identifier of a resource, and have its type, refer to the resource. */
export const memberShouldReferenceResource: Rule = {
  id: "MemberShouldReferenceResource",
  *check(context) {
    const { model, shapesOf, event } = context;
    const byName = new Map<string, ResourceShape[]>();
    for (const resource of shapesOf("resource"))
      for (const name of resource.identifiers.keys())
        byName.set(name, [...(byName.get(name) ?? []), resource]);
    if (byName.size === 0) return;
    for (const shape of model.shapes.values()) {
      for (const member of shape.members.values()) {
        const resources = byName.get(member.name) ?? [];
        const target = findShape(model, member.target);
        if (resources.length === 0 || target === undefined || !isTextType(target)) continue;
        const found = missingReferences(member, shape, resources, context);
        if (found.length === 0) continue;
        const message = `looks like the identifier of ${found.join(", ")}, but no trait references says so`;
        yield event("WARNING", member, message);
      }
    }
  },
};

function missingReferences(
  member: Member,
  shape: Shape,
  resources: readonly ResourceShape[],
  { graph, shapesOf }: RuleContext,
): readonly ShapeId[] {
  const matching = resources.filter(
    ({ identifiers }) => identifiers.get(member.name) === member.target,
  );
  if (matching.length === 0) return [];
  const known = new Set([...referenced(member), ...referenced(shape)]);
  // What belongs to a resource needs no reference to it, nor to the resources below it.
  for (const resource of shapesOf("resource"))
    if (graph.closure(resource).has(member))
      for (const id of [resource.id, ...resource.resources]) known.add(id);
  return matching
    .map(({ id }) => id)
    .filter((id) => !known.has(id))
    .sort();
}

function referenced({ traits }: Entity): readonly ShapeId[] {
  const value = traits.get("smithy.api#references")?.value;
  return (isNodeArray(value) ? value : [])
    .map((each) => (isNodeObject(each) ? property(each, "resource") : undefined))
    .filter((id) => typeof id === "string");
}
