import { findShape } from "../../../model/find-shape.js";
import { isNodeObject, property } from "../../../model/nodes.js";
import type {
  Member,
  OperationShape,
  ResourceShape,
  ShapeId,
  SmithyModel,
} from "../../../model/model.js";

/** Returns the name of the identifier that a member is bound to by the trait `resourceIdentifier`. */
export function explicitIdentifier({ traits }: Member): string | undefined {
  const value = traits.get("smithy.api#resourceIdentifier")?.value;
  if (typeof value === "string") return value;
  const name = isNodeObject(value) ? property(value, "name") : undefined;
  return typeof name === "string" ? name : undefined;
}

/**
 * Returns the members of a structure that are bound to the identifiers of a resource, by the names of the identifiers
 * (Smithy 2.0, "Binding identifiers to operations").
 */
export function identifierBindings(
  model: SmithyModel,
  resource: ResourceShape,
  structure: ShapeId,
): ReadonlyMap<string, string> {
  const bindings = new Map<string, string>();
  const members = [...(findShape(model, structure)?.members.values() ?? [])];
  for (const member of members) {
    const name = explicitIdentifier(member) ?? member.name;
    if (explicitIdentifier(member) !== undefined || isImplicit(member, resource))
      bindings.set(name, member.name);
  }
  return bindings;
}

/** Whether a member is bound to an identifier by its name and target. */
export function isImplicit({ name, target, traits }: Member, resource: ResourceShape): boolean {
  return traits.has("smithy.api#required") && resource.identifiers.get(name) === target;
}

/** How an operation is bound to a resource (Smithy 2.0, "Resource lifecycle operations"). */
export type BindingType = "collection" | "instance";

export function bindingTypeOf(
  resource: ResourceShape,
  operation: OperationShape,
  bindings: ReadonlyMap<string, string>,
): BindingType | undefined {
  const { id } = operation;
  const lifecycle = (...names: readonly ("create" | "list")[]): boolean =>
    names.some((name) => resource.lifecycle.get(name) === id);
  if (resource.collectionOperations.includes(id)) return "collection";
  if (lifecycle("create", "list")) return "collection";
  const isInstance = (["read", "update", "delete", "put"] as const).some(
    (name) => resource.lifecycle.get(name) === id,
  );
  if (isInstance || resource.operations.includes(id)) return "instance";
  return bindings.size > 0 ? "instance" : undefined;
}

export function hasAll(resource: ResourceShape, bindings: ReadonlyMap<string, string>): boolean {
  return [...resource.identifiers.keys()].every((name) => bindings.has(name));
}
