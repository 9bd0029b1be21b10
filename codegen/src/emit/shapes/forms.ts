import type { Member, Shape } from "../../ir/ir.js";
import { membersOf } from "../../ir/members.js";

/**
 * The forms of a type: valid values, values that were received without validation, or the form that
 * the type parameter of a declaration selects.
 */
export type Form = "valid" | "received" | "parameter";

/** A cache, since shapes of a service share most of their targets. */
const known = new WeakMap<Shape, boolean>();

/** Returns whether received values may have unknown enum values or missing members. */
export function hasForms(shape: Shape): boolean {
  const answer = known.get(shape);
  if (answer !== undefined) return answer;
  const seen = new Set([shape]);
  let found = false;
  for (const reached of seen) {
    const members = partsOf(reached);
    found = reached.kind === "enum" || known.get(reached) === true || members.some(mayBeMissing);
    if (found) break;
    if (known.has(reached)) continue;
    for (const { target } of members) seen.add(target);
  }
  // If nothing was found, the result is the same for all shapes that were visited.
  for (const reached of found ? [shape] : seen) known.set(reached, found);
  return found;
}

/** Returns the members whose types are part of the type of a shape. */
function partsOf(shape: Shape): readonly Member[] {
  // Keys of a map have one form: an object may always have more properties than its type.
  if (shape.kind === "map") return [shape.value];
  // An error in an event stream is an instance of its class, which has one form.
  if (shape.kind === "union" && shape.streaming) {
    return shape.members.filter(({ target }) => !("error" in target && target.error !== undefined));
  }
  return membersOf(shape);
}

/** Returns whether a service may omit a required member. */
export function mayBeMissing({ required, present, idempotencyToken }: Member): boolean {
  return required && !present && !idempotencyToken;
}
