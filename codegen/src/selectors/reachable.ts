import type { Entity } from "./attributes.js";
import type { ShapeGraph } from "./shape-graph.js";

/**
 * Returns shapes and everything that they refer to, each once.
 * @param more further shapes that a shape refers to, such as by the values of its traits
 */
export function reachable(
  graph: ShapeGraph,
  roots: Iterable<Entity>,
  more: (entity: Entity) => Iterable<Entity> = () => [],
): readonly Entity[] {
  const found = new Set(roots);
  // A set yields what is added while it is iterated.
  for (const entity of found) {
    for (const { to } of graph.forward(entity)) found.add(to);
    for (const to of more(entity)) found.add(to);
  }
  return [...found];
}
