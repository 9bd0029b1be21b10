import { findAny, findShape } from "../../model/find-shape.js";
import { isNodeArray, isNodeObject } from "../../model/nodes.js";
import type { Member, Shape, SmithyModel } from "../../model/model.js";
import type { NodeValue } from "../../model/node.js";
import type { Entity } from "../../selectors/attributes.js";
import { reachable } from "../../selectors/reachable.js";
import type { ShapeGraph } from "../../selectors/shape-graph.js";

const idRef = "smithy.api#idRef";

/**
 * Returns the shapes of a model that are used neither by the given ones nor by the definition of a trait. The value of
 * a trait that is the id of a shape is a use of it.
 */
export function unreferencedShapes(graph: ShapeGraph, roots: Iterable<Entity>): readonly Shape[] {
  const { model } = graph;
  const shapes = [...model.shapes.values()];
  const traits = shapes.filter((shape) => shape.traits.has("smithy.api#trait"));
  const used = new Set(reachable(graph, [...roots, ...traits], (entity) => named(model, entity)));
  return shapes.filter((shape) => !used.has(shape));
}

/** The shapes whose ids are in the values of traits. */
function* named(model: SmithyModel, { traits }: Entity): Iterable<Entity> {
  for (const { id, value } of traits.values()) {
    const definition = findShape(model, id);
    if (definition === undefined) continue;
    for (const text of idsIn(model, definition, definition, value)) {
      const found = findAny(model, text);
      if (found !== undefined) yield found;
    }
  }
}

/** Returns the texts in a value whose shape, or member, has the trait idRef. */
function* idsIn(
  model: SmithyModel,
  shape: Shape,
  holder: Entity,
  value: NodeValue,
): Iterable<string> {
  if (typeof value === "string") {
    if (shape.traits.has(idRef) || holder.traits.has(idRef)) yield value;
  } else if (isNodeArray(value)) {
    for (const item of value) yield* ofMember(model, shape.members.get("member"), item);
  } else if (isNodeObject(value)) {
    for (const [name, item] of Object.entries(value)) {
      if (shape.type === "map") {
        yield* ofMember(model, shape.members.get("key"), name);
        yield* ofMember(model, shape.members.get("value"), item);
      } else {
        yield* ofMember(model, shape.members.get(name), item);
      }
    }
  }
}

function* ofMember(
  model: SmithyModel,
  member: Member | undefined,
  value: NodeValue,
): Iterable<string> {
  const target = member && findShape(model, member.target);
  if (target !== undefined) yield* idsIn(model, target, member ?? target, value);
}
