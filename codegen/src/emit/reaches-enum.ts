import type { Shape } from "../ir/ir.js";
import { membersOf } from "../ir/members.js";

/** What is known already, since shapes of a service share most of what they refer to. */
const known = new WeakMap<Shape, boolean>();

/**
 * Whether a value of a shape may hold a value of an enum, so that its type differs between what the
 * model allows and what a service may send.
 */
export function reachesEnum(shape: Shape): boolean {
  const answer = known.get(shape);
  if (answer !== undefined) return answer;
  const seen = new Set([shape]);
  let found = false;
  for (const reached of seen) {
    if (reached.kind === "enum" || known.get(reached) === true) {
      found = true;
      break;
    }
    if (known.has(reached)) continue;
    // The keys of a map stay as they are: an object may always have more members than its type says.
    const members = reached.kind === "map" ? [reached.value] : membersOf(reached);
    for (const { target } of members) seen.add(target);
  }
  // Where there is none, there is none below any of the shapes that were looked at.
  for (const reached of found ? [shape] : seen) known.set(reached, found);
  return found;
}
