import type { Shape } from "./ir.js";
import { membersOf } from "./members.js";

/**
 * Marks the shapes whose values contain defaults that servers write, but clients do not: those of
 * members with `clientOptional`. Operation inputs are excluded, since only clients write them.
 */
export function markServerDefaults(shapes: Iterable<Shape>): void {
  const holders = new Map<Shape, Shape[]>();
  const pending: Shape[] = [];
  for (const shape of shapes) {
    if (shape.kind === "structure" && shape.input) continue;
    const members = membersOf(shape);
    if (members.some((member) => member.defaultValue !== undefined && !member.clientDefault)) {
      pending.push(shape);
    }
    for (const { target } of members) {
      const others = holders.get(target);
      if (others === undefined) holders.set(target, [shape]);
      else others.push(shape);
    }
  }
  for (let shape = pending.pop(); shape !== undefined; shape = pending.pop()) {
    if (!("serverDefaults" in shape) || shape.serverDefaults) continue;
    (shape as { serverDefaults: boolean }).serverDefaults = true;
    pending.push(...(holders.get(shape) ?? []));
  }
}
