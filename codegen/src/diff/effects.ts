import { breaking, compatible, dangerous, type Direction, type Effect } from "./change.js";

/** The effects of a stricter rule, which rejects values that were valid. */
export function narrowed(direction: Direction): Effect[] {
  return direction === "input"
    ? [breaking.validation("Requests that were valid may be rejected.")]
    : [dangerous.validation("Validators may reject responses that were valid.")];
}

/** The effects of a rule that allows more than before. */
export function widened(direction: Direction): Effect[] {
  return direction === "input"
    ? [compatible.validation("Requests that were rejected may be valid.")]
    : [compatible.validation("Validators of the old version may reject responses.")];
}

/** The effect of a different wire format. */
export function misread(direction: Direction): Effect {
  return direction === "input"
    ? breaking.wire("Requests of old clients are misread.")
    : breaking.wire("Old clients misread responses.");
}

/** The effects of `sensitive`, which keeps values out of messages. */
export function sensitivity({ now }: { readonly now: boolean }): Effect[] {
  return now
    ? [compatible.validation("Error messages no longer contain its values.")]
    : [breaking.validation("Error messages and logs may contain its values.")];
}

export const doesNotCompile: Effect = breaking.code(
  "Code that uses the old name does not compile.",
);
