import { findShape } from "../../../model/find-shape.js";
import type { Shape, ShapeId, SmithyModel } from "../../../model/model.js";

/**
 * Returns the unions and structures of a model that have no finite value: those whose every member leads to one that
 * has none, and structures only if all of their members are required. Empty ones are not among them.
 */
export function findEndless(model: SmithyModel): ReadonlySet<ShapeId> {
  const candidates = new Set<Shape>();
  for (const shape of model.shapes.values())
    if ((shape.type === "union" || shape.type === "structure") && shape.members.size > 0)
      candidates.add(shape);
  // Those that are known to end are taken out, until no other follows from them.
  let isChanged = true;
  while (isChanged) {
    isChanged = false;
    for (const shape of candidates)
      if (ends(model, shape, candidates)) isChanged = candidates.delete(shape);
  }
  return new Set([...candidates].map(({ id }) => id));
}

/** Whether a shape has a finite value, if those in question have none. */
function ends(model: SmithyModel, shape: Shape, inQuestion: ReadonlySet<Shape>): boolean {
  const members = [...shape.members.values()];
  return members.some(({ target, traits }) => {
    if (shape.type === "structure" && !traits.has("smithy.api#required")) return true;
    const found = findShape(model, target);
    return found === undefined || !inQuestion.has(found);
  });
}
