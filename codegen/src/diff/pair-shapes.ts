import type { Operation, Service } from "../ir/service.js";
import { isNamed } from "../ir/build-service.js";
import type { Shape } from "../ir/ir.js";
import { membersOf } from "../ir/members.js";
import type { ShapeId } from "../load/ast.js";

type Shapes = ReadonlyMap<ShapeId, Shape>;

/** The shapes of two versions, each with its counterpart. */
export interface ShapePairs {
  readonly pairs: readonly (readonly [before: Shape, after: Shape])[];
  readonly removed: readonly Shape[];
  readonly added: readonly Shape[];
  /** Whether two shapes are versions of one shape. */
  readonly isPair: (before: Shape, after: Shape) => boolean;
}

/**
 * Pairs the shapes of two versions by id. A named shape whose id is gone is paired with a new one of
 * its kind that the same member or operation refers to: it was renamed.
 */
export function pairShapes(
  before: Service,
  after: Service,
  oldShapes: Shapes,
  newShapes: Shapes,
): ShapePairs {
  const partners = new Map<ShapeId, Shape>();
  const paired = new Set<ShapeId>();
  const pending: [Shape, Shape][] = [];
  for (const [id, shape] of oldShapes) {
    const partner = newShapes.get(id);
    if (partner !== undefined) pair(shape, partner);
  }
  const current = new Map(after.operations.map((operation) => [operation.name, operation]));
  for (const operation of before.operations) {
    const partner = current.get(operation.name);
    if (partner !== undefined) pairMessages(operation, partner);
  }
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const members = new Map(membersOf(next[1]).map((member) => [member.name, member]));
    for (const { name, target } of membersOf(next[0]))
      pairIfRenamed(target, members.get(name)?.target);
  }

  const isPair = (old: Shape, now: Shape): boolean => partners.get(old.id) === now;
  return {
    pairs: [...oldShapes.values()].flatMap((shape) => {
      const partner = partners.get(shape.id);
      return partner === undefined ? [] : [[shape, partner] as const];
    }),
    removed: [...oldShapes.values()].filter(({ id }) => !partners.has(id)),
    added: [...newShapes.values()].filter(({ id }) => !paired.has(id)),
    isPair,
  };

  function pairMessages(old: Operation, now: Operation): void {
    pairIfRenamed(old.input, now.input);
    pairIfRenamed(old.output, now.output);
    const errors = new Map(now.errors.map((error) => [error.name, error]));
    for (const error of old.errors) pairIfRenamed(error, errors.get(error.name));
  }

  function pairIfRenamed(old: Shape | undefined, now: Shape | undefined): void {
    if (old === undefined || now === undefined || !isNamed(old) || old.kind !== now.kind) return;
    if (newShapes.has(old.id) || oldShapes.has(now.id)) return;
    if (!partners.has(old.id) && !paired.has(now.id)) pair(old, now);
  }

  function pair(old: Shape, now: Shape): void {
    partners.set(old.id, now);
    paired.add(now.id);
    pending.push([old, now]);
  }
}
