import { findShape } from "../../../model/find-shape.js";
import { isNodeObject, property } from "../../../model/nodes.js";
import type { Member, ResourceShape, Shape, ShapeId, SmithyModel } from "../../../model/model.js";
import { identifierBindings } from "./identifier-bindings.js";

/** A member of an input or output that is, or must be, a property of a resource. */
export interface PropertyBinding {
  readonly member: Member;
  /** The name of the property. The resource may not have it. */
  readonly name: string;
}

/** Where the properties of a resource are in an input or output. */
export interface PropertyBindings {
  readonly shape: Shape;
  readonly bindings: readonly PropertyBinding[];
}

/**
 * Finds the members of an input or output that stand for properties of a resource (Smithy 2.0, "Resource properties"):
 * all but its identifiers and those with a trait such as `notProperty`. They may be those of a nested structure.
 */
export function propertyBindings(
  model: SmithyModel,
  resource: ResourceShape,
  structure: ShapeId,
): PropertyBindings | undefined {
  const top = findShape(model, structure);
  const shape = top && (nestedProperties(model, top) ?? top);
  if (shape === undefined) return undefined;
  const identifiers = new Set(identifierBindings(model, resource, structure).values());
  const bindings = [...shape.members.values()]
    .filter(
      (member) =>
        resource.properties.has(member.name) ||
        !(identifiers.has(member.name) || isExempt(model, member)),
    )
    .map((member) => ({ member, name: propertyName(member) }));
  return { shape, bindings };
}

function nestedProperties(model: SmithyModel, { members }: Shape): Shape | undefined {
  for (const { traits, target } of members.values()) {
    const shape = findShape(model, target);
    if (traits.has("smithy.api#nestedProperties") && shape?.type === "structure") return shape;
  }
  return undefined;
}

/** Whether a member has a trait whose definition says that it makes a member no property. */
function isExempt(model: SmithyModel, { traits }: Member): boolean {
  return [...traits.keys()].some(
    (id) => findShape(model, id)?.traits.has("smithy.api#notProperty") === true,
  );
}

function propertyName({ name, traits }: Member): string {
  const value = traits.get("smithy.api#property")?.value;
  const given = isNodeObject(value) ? property(value, "name") : undefined;
  return typeof given === "string" ? given : name;
}
