import type { Bounds, Constraints } from "../ir/ir.js";
import type { Changes } from "./change.js";

/** Compares constraints: a tighter one may refuse what was valid before, a looser one may not. */
export function diffConstraints(
  place: string,
  before: Constraints,
  after: Constraints,
  changes: Changes,
): void {
  diffBounds(place, "length", before.length, after.length, changes);
  diffBounds(place, "range", before.range, after.range, changes);
  const [old, current] = [before.pattern?.source, after.pattern?.source];
  if (old === current) return;
  if (current === undefined) changes.compatible(place, "has no pattern any more");
  else changes.breaking(place, `must match the pattern ${current}`);
}

function diffBounds(
  place: string,
  name: string,
  before: Bounds<number | bigint> | undefined,
  after: Bounds<number | bigint> | undefined,
  changes: Changes,
): void {
  const [oldMin, oldMax] = [before?.min ?? -Infinity, before?.max ?? Infinity];
  const [min, max] = [after?.min ?? -Infinity, after?.max ?? Infinity];
  if (oldMin === min && oldMax === max) return;
  const message = `its ${name} was ${describe(oldMin, oldMax)} and is ${describe(min, max)}`;
  if (min > oldMin || max < oldMax) changes.breaking(place, message);
  else changes.compatible(place, message);
}

function describe(min: number | bigint, max: number | bigint): string {
  if (min === -Infinity && max === Infinity) return "not bounded";
  if (max === Infinity) return `at least ${min}`;
  return min === -Infinity ? `at most ${max}` : `${min} to ${max}`;
}
