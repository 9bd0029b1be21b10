import { findShape } from "../../../model/find-shape.js";
import type { ResourceShape, ShapeId, SmithyModel } from "../../../model/model.js";
import type { Rule } from "../../rule.js";

/** Resources do not contain each other in a circle. */
export const resourceCycle: Rule = {
  id: "ResourceCycle",
  *check({ model, shapesOf, event }) {
    for (const resource of shapesOf("resource")) {
      const circle = findCircle(model, resource);
      if (circle === undefined) continue;
      yield event("ERROR", resource, `the resources form a circle: ${circle.join(" -> ")}`);
    }
  },
};

/** Returns a path from a resource to one that is on the path already. Needs no call for each level. */
function findCircle(model: SmithyModel, start: ResourceShape): readonly ShapeId[] | undefined {
  const done = new Set<ShapeId>();
  const path: { readonly id: ShapeId; readonly rest: ShapeId[] }[] = [
    { id: start.id, rest: [...start.resources] },
  ];
  const onPath = new Set<ShapeId>([start.id]);
  for (let last = path.at(-1); last !== undefined; last = path.at(-1)) {
    const next = last.rest.shift();
    if (next === undefined) {
      path.pop();
      onPath.delete(last.id);
      done.add(last.id);
      continue;
    }
    if (onPath.has(next)) return [...path.map(({ id }) => id), next];
    const shape = findShape(model, next);
    if (shape?.type !== "resource" || done.has(next)) continue;
    path.push({ id: next, rest: [...shape.resources] });
    onPath.add(next);
  }
  return undefined;
}
