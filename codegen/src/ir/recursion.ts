import type { AstShape, ShapeId } from "../load/ast.js";
import type { Diagnostics } from "../diagnostics/diagnostics.js";
import { hasTrait } from "../load/traits.js";

/**
 * Finds the shapes whose values can nest to any depth: those on a cycle, or between two cycles. All
 * others are removed from both ends, in time linear in the number of references.
 */
export function findRecursive(shapes: ReadonlyMap<ShapeId, AstShape>): ReadonlySet<ShapeId> {
  const forward = new Map<ShapeId, readonly ShapeId[]>();
  const backward = new Map<ShapeId, ShapeId[]>();
  for (const [id, shape] of shapes) {
    const targets = targetsOf(shape).filter((target) => shapes.has(target));
    forward.set(id, targets);
    for (const target of targets) {
      const sources = backward.get(target);
      if (sources === undefined) backward.set(target, [id]);
      else sources.push(id);
    }
  }
  const left = new Set(shapes.keys());
  peel(left, forward, backward);
  peel(left, backward, forward);
  return left;
}

type Edges = ReadonlyMap<ShapeId, readonly ShapeId[]>;

/** Removes nodes without an edge to a remaining node, until there are none. */
function peel(left: Set<ShapeId>, to: Edges, from: Edges): void {
  const degrees = new Map<ShapeId, number>();
  for (const id of left)
    degrees.set(id, (to.get(id) ?? []).filter((other) => left.has(other)).length);
  const ends = [...left].filter((id) => degrees.get(id) === 0);
  for (let id = ends.pop(); id !== undefined; id = ends.pop()) {
    left.delete(id);
    for (const other of from.get(id) ?? []) {
      const degree = (degrees.get(other) ?? 0) - 1;
      degrees.set(other, degree);
      if (degree === 0 && left.has(other)) ends.push(other);
    }
  }
}

/**
 * Reports shapes that have no finite values: collections that contain only each other, and
 * structures that require each other (Smithy 2.0, "Recursive shape definitions").
 */
export function reportEndless(
  shapes: ReadonlyMap<ShapeId, AstShape>,
  diagnostics: Diagnostics,
): void {
  const demanding = new Map<ShapeId, AstShape>();
  for (const [id, shape] of shapes) {
    if (shape.type === "structure") {
      const members = [...shape.members].filter(([, member]) =>
        hasTrait(member, "smithy.api#required"),
      );
      demanding.set(id, { ...shape, members: new Map(members) });
    }
  }
  const collections = new Map(
    [...shapes].filter(([, { type }]) => type === "list" || type === "set" || type === "map"),
  );
  for (const [graph, problem] of [
    [collections, "is a collection that contains only itself"],
    [demanding, "is a structure that requires itself"],
  ] as const) {
    for (const id of findRecursive(graph)) {
      diagnostics.error("SC1504", id, `${problem}, so every value would be infinite`);
    }
  }
}

function targetsOf(shape: AstShape): ShapeId[] {
  switch (shape.type) {
    case "structure":
    case "union":
      return [...shape.members.values()].map(({ target }) => target);
    case "list":
    case "set":
      return [shape.member.target];
    case "map":
      return [shape.value.target];
    default:
      return [];
  }
}
