import { findShape } from "../../../model/find-shape.js";
import { isNodeArray, isNodeObject, property } from "../../../model/nodes.js";
import type { ShapeId, SmithyModel } from "../../../model/model.js";
import type { Entity } from "../../../selectors/attributes.js";
import type { Rule } from "../../rule.js";

/** A shape does not have traits whose definitions exclude each other. */
export const traitConflict: Rule = {
  id: "TraitConflict",
  *check({ model, event }) {
    const conflicts = new Map<ShapeId, readonly ShapeId[]>();
    for (const shape of model.shapes.values()) {
      for (const entity of [shape, ...shape.members.values()]) {
        const found = findConflicts(model, entity, conflicts);
        if (found.length === 0) continue;
        yield event("ERROR", entity, `has traits that exclude each other: ${found.join(", ")}`);
      }
    }
  },
};

function findConflicts(
  model: SmithyModel,
  { traits }: Entity,
  known: Map<ShapeId, readonly ShapeId[]>,
): readonly string[] {
  if (traits.size < 2) return [];
  return [...traits.keys()].flatMap((id) => {
    let conflicts = known.get(id);
    if (conflicts === undefined) known.set(id, (conflicts = conflictsOf(model, id)));
    return conflicts.filter((other) => traits.has(other)).map((other) => `${id} and ${other}`);
  });
}

function conflictsOf(model: SmithyModel, id: ShapeId): readonly ShapeId[] {
  const definition = findShape(model, id)?.traits.get("smithy.api#trait")?.value;
  const conflicts = isNodeObject(definition) ? property(definition, "conflicts") : undefined;
  if (!isNodeArray(conflicts)) return [];
  return conflicts
    .filter((each) => typeof each === "string")
    .map((each) => (each.includes("#") ? each : `smithy.api#${each}`));
}
