import type { ShapeId } from "../model.js";

/** Shapes in an order in which each comes after those that it needs, and the circles among them. */
export interface Order {
  readonly sorted: readonly ShapeId[];
  readonly circles: readonly (readonly ShapeId[])[];
}

interface Visit {
  readonly id: ShapeId;
  readonly needs: readonly ShapeId[];
  next: number;
}

/**
 * Sorts shapes by what they need: their mixins, and the resources of elided targets. Shapes on a circle, and those that
 * need one, are not in the order. Tarjan's algorithm, without recursion.
 */
export function sortByNeeds(needsOf: ReadonlyMap<ShapeId, readonly ShapeId[]>): Order {
  const indices = new Map<ShapeId, number>();
  const lows = new Map<ShapeId, number>();
  const open: ShapeId[] = [];
  const isOpen = new Set<ShapeId>();
  const sorted: ShapeId[] = [];
  const circles: ShapeId[][] = [];
  const refused = new Set<ShapeId>();

  const enter = (id: ShapeId): Visit => {
    indices.set(id, indices.size);
    lows.set(id, indices.size - 1);
    open.push(id);
    isOpen.add(id);
    return { id, needs: needsOf.get(id) ?? [], next: 0 };
  };
  const lower = (id: ShapeId, low: number | undefined): void => {
    if (low !== undefined) lows.set(id, Math.min(lows.get(id) ?? low, low));
  };
  const leave = ({ id, needs }: Visit): void => {
    if (lows.get(id) !== indices.get(id)) return;
    const group = open.splice(open.lastIndexOf(id));
    for (const member of group) isOpen.delete(member);
    const isCircle = group.length > 1 || needs.includes(id);
    if (isCircle) circles.push(group);
    const isRefused = isCircle || needs.some((need) => refused.has(need));
    if (isRefused) for (const member of group) refused.add(member);
    else sorted.push(id);
  };

  for (const start of needsOf.keys()) {
    if (indices.has(start)) continue;
    const path = [enter(start)];
    for (let visit = path.at(-1); visit !== undefined; visit = path.at(-1)) {
      const need = visit.needs[visit.next++];
      if (need === undefined) {
        path.pop();
        leave(visit);
        const parent = path.at(-1);
        if (parent !== undefined) lower(parent.id, lows.get(visit.id));
      } else if (!needsOf.has(need)) {
        continue;
      } else if (!indices.has(need)) {
        path.push(enter(need));
      } else if (isOpen.has(need)) {
        lower(visit.id, indices.get(need));
      }
    }
  }
  return { sorted, circles };
}
