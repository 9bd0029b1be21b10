import type { Member, Shape } from "../ir/ir.js";
import { membersOf } from "../ir/members.js";

/**
 * The forms of a type: what the model allows, what may be received without validation, or whichever
 * of the two the type parameter of a declaration says.
 */
export type Form = "valid" | "received" | "parameter";

/** What is known already, since shapes of a service share most of what they refer to. */
const known = new WeakMap<Shape, boolean>();

/** Whether what a service sends may differ from the type of a shape: by an enum's value, or a missing member. */
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
  // Where nothing was found, nothing would be found from any of the shapes that were looked at.
  for (const reached of found ? [shape] : seen) known.set(reached, found);
  return found;
}

/** The members whose types are part of a shape's own. */
function partsOf(shape: Shape): readonly Member[] {
  // The keys of a map stay as they are: an object may always have more members than its type says.
  if (shape.kind === "map") return [shape.value];
  // An error among events is an instance of its class, which has one form.
  if (shape.kind === "union" && shape.streaming) {
    return shape.members.filter(({ target }) => !("error" in target && target.error !== undefined));
  }
  return membersOf(shape);
}

/** Whether a service may leave out a member that a valid value has. */
export function mayBeMissing({ required, present, idempotencyToken }: Member): boolean {
  return required && !present && !idempotencyToken;
}
