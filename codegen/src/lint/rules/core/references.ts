import { unitId } from "../../../load/prelude.js";
import type { Shape, ShapeId, SmithyModel } from "../../../model/model.js";
import { findShape } from "../../../model/find-shape.js";
import type { Entity } from "../../../selectors/attributes.js";

/** What a shape refers to another shape for. */
export type ReferenceKind =
  | "target"
  | "mixin"
  | "input"
  | "output"
  | "error"
  | "operation"
  | "resource"
  | "identifier"
  | "property"
  | "create"
  | "read"
  | "update"
  | "delete"
  | "list"
  | "put";

/** A reference from a shape or member to a shape, which may not exist. */
export interface Reference {
  readonly from: Entity;
  readonly kind: ReferenceKind;
  readonly to: ShapeId;
}

/** Returns every reference of the shapes of a model, without those to traits. */
export function* referencesOf(model: SmithyModel, source: SmithyModel): Iterable<Reference> {
  for (const shape of model.shapes.values()) {
    for (const to of findShape(source, shape.id)?.mixins ?? [])
      yield { from: shape, kind: "mixin", to };
    for (const member of shape.members.values())
      yield { from: member, kind: "target", to: member.target };
    for (const [kind, to] of ofService(shape)) yield { from: shape, kind, to };
  }
}

function* ofService(shape: Shape): Iterable<[ReferenceKind, ShapeId]> {
  if (shape.type === "operation") {
    if (shape.input !== unitId) yield ["input", shape.input];
    if (shape.output !== unitId) yield ["output", shape.output];
    for (const id of shape.errors) yield ["error", id];
  } else if (shape.type === "service" || shape.type === "resource") {
    for (const id of shape.operations) yield ["operation", id];
    for (const id of shape.resources) yield ["resource", id];
    if (shape.type === "service") {
      for (const id of shape.errors) yield ["error", id];
      return;
    }
    for (const id of shape.collectionOperations) yield ["operation", id];
    for (const [lifecycle, id] of shape.lifecycle) yield [lifecycle, id];
    for (const id of shape.identifiers.values()) yield ["identifier", id];
    for (const id of shape.properties.values()) yield ["property", id];
  }
}
