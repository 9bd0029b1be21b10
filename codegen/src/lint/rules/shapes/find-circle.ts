import { findShape } from "../../../model/find-shape.js";
import type { Member, Shape, ShapeId, SmithyModel } from "../../../model/model.js";

/**
 * Returns the shortest path from a shape back to itself.
 * @param next the members of a shape that can be followed
 * @returns the members and shapes on the path, without the shape at its beginning; `undefined` if there is none
 */
export function findCircle(
  model: SmithyModel,
  start: Shape,
  next: (shape: Shape, model: SmithyModel) => readonly Member[],
): readonly ShapeId[] | undefined {
  const reachedBy = new Map<ShapeId, { readonly member: Member; readonly from: ShapeId }>();
  let level: readonly Shape[] = [start];
  while (level.length > 0) {
    const below: Shape[] = [];
    for (const shape of level) {
      for (const member of next(shape, model)) {
        const target = findShape(model, member.target);
        if (target === undefined || reachedBy.has(target.id)) continue;
        reachedBy.set(target.id, { member, from: shape.id });
        if (target.id === start.id) return pathTo(start.id, reachedBy);
        below.push(target);
      }
    }
    level = below;
  }
  return undefined;
}

function pathTo(
  id: ShapeId,
  reachedBy: ReadonlyMap<ShapeId, { readonly member: Member; readonly from: ShapeId }>,
): readonly ShapeId[] {
  const path: ShapeId[] = [];
  let at = id;
  for (let step = reachedBy.get(at); step !== undefined; step = reachedBy.get(at)) {
    path.unshift(step.member.id, at);
    at = step.from;
    if (at === id) break;
  }
  return path;
}
