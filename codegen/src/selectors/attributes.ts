import { JsonNumber } from "../../runtime/json/json.js";
import type { Member, Shape, ShapeId } from "../model/model.js";
import type { NodeValue } from "../model/node.js";
import { isNodeObject } from "../model/nodes.js";
import type { AttributePath, PathSegment } from "./selector.js";

/** A shape, or a member of one. */
export type Entity = Shape | Member;

/** The shapes that each variable stands for. */
export type Variables = ReadonlyMap<string, ReadonlySet<Entity>>;

/** The value of an attribute; `undefined` for one that does not exist. */
export type Attribute =
  | undefined
  | { readonly kind: "entity"; readonly entity: Entity; readonly variables: Variables }
  | { readonly kind: "id"; readonly id: ShapeId }
  | { readonly kind: "service"; readonly service: Shape & { readonly type: "service" } }
  | { readonly kind: "traits"; readonly entity: Entity }
  | { readonly kind: "variables"; readonly variables: Variables }
  | { readonly kind: "node"; readonly node: NodeValue }
  | { readonly kind: "projection"; readonly values: readonly Attribute[] };

/** Returns what a path leads to. */
export function attributeAt(from: Attribute, path: AttributePath): Attribute {
  return path.reduce(property, from);
}

/** Returns whether an attribute exists. A projection exists if any of its values does. */
export function exists(attribute: Attribute): boolean {
  if (attribute?.kind === "projection") return attribute.values.some(exists);
  return attribute !== undefined && !(attribute.kind === "node" && attribute.node === null);
}

/** Returns the text of an attribute for comparisons; empty for one without a text. */
export function textOf(attribute: Attribute): string {
  switch (attribute?.kind) {
    case "id":
      return attribute.id;
    case "service":
      return attribute.service.id;
    case "entity":
      return attribute.entity.id;
    case "node": {
      const { node } = attribute;
      if (node instanceof JsonNumber) return node.text;
      return typeof node === "object" ? "" : String(node);
    }
    default:
      return "";
  }
}

/** Returns the values of a projection and of the projections in it, or the attribute itself. */
export function flatten(attribute: Attribute): readonly Attribute[] {
  return attribute?.kind === "projection" ? attribute.values.flatMap(flatten) : [attribute];
}

function property(from: Attribute, segment: PathSegment): Attribute {
  const { name, isFunction } = segment;
  switch (from?.kind) {
    case undefined:
      return undefined;
    case "projection":
      if (isFunction && name === "first") return flatten(from)[0];
      return projection(from.values.map((value) => property(value, segment)));
    case "entity":
      return isFunction ? undefined : entityProperty(from.entity, from.variables, name);
    case "id":
      return isFunction ? length(name, from.id) : idProperty(from.id, name);
    case "service":
      if (isFunction) return undefined;
      if (name === "id") return { kind: "id", id: from.service.id };
      return name === "version" ? { kind: "node", node: from.service.version } : undefined;
    case "traits":
      return traitProperty(from.entity, segment);
    case "variables": {
      const entities = isFunction ? undefined : from.variables.get(name);
      return (
        entities &&
        projection(
          [...entities].map((entity) => ({ kind: "entity", entity, variables: from.variables })),
        )
      );
    }
    case "node":
      return isFunction ? nodeFunction(from.node, name) : nodeProperty(from.node, name);
  }
}

function entityProperty(entity: Entity, variables: Variables, name: string): Attribute {
  if (name === "id") return { kind: "id", id: entity.id };
  if (name === "trait") return { kind: "traits", entity };
  if (name === "var") return { kind: "variables", variables };
  if (name === "service" && "type" in entity && entity.type === "service")
    return { kind: "service", service: entity };
  return undefined;
}

function idProperty(id: ShapeId, name: string): Attribute {
  const [, namespace, shape, member] = /^([^#]*)#([^$]*)(?:\$(.*))?$/s.exec(id) ?? [];
  const parts: Readonly<Record<string, string | undefined>> = { namespace, name: shape, member };
  const part = Object.hasOwn(parts, name) ? parts[name] : undefined;
  return part === undefined ? undefined : { kind: "node", node: part };
}

function traitProperty(entity: Entity, { name, isFunction }: PathSegment): Attribute {
  if (!isFunction) {
    const trait = entity.traits.get(name.includes("#") ? name : `smithy.api#${name}`);
    // The value of a trait that is only an annotation can be null in a model that is not valid.
    return trait && { kind: "node", node: trait.value ?? {} };
  }
  const traits = [...entity.traits.values()];
  if (name === "keys") return projection(traits.map(({ id }) => ({ kind: "id", id })));
  if (name === "values") return projection(traits.map(({ value }) => node(value)));
  return name === "length" ? node(traits.length) : undefined;
}

function nodeProperty(value: NodeValue, name: string): Attribute {
  if (!isNodeObject(value)) return undefined;
  return Object.hasOwn(value, name) ? node(value[name] ?? null) : undefined;
}

function nodeFunction(value: NodeValue, name: string): Attribute {
  if (typeof value === "string") return length(name, value);
  if (Array.isArray(value)) {
    const items = value as readonly NodeValue[];
    if (name === "values") return projection(items.map(node));
    return name === "length" ? node(items.length) : undefined;
  }
  if (!isNodeObject(value)) return undefined;
  if (name === "keys") return projection(Object.keys(value).map(node));
  if (name === "values") return projection(Object.values(value).map(node));
  return name === "length" ? node(Object.keys(value).length) : undefined;
}

function length(name: string, text: string): Attribute {
  return name === "length" ? node(text.length) : undefined;
}

function node(value: NodeValue): Attribute {
  return { kind: "node", node: value };
}

function projection(values: readonly Attribute[]): Attribute {
  return { kind: "projection", values };
}
