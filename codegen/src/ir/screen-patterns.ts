import type { Diagnostics } from "../load/diagnostics.js";
import type { Pattern, Service } from "./ir.js";
import { membersOf } from "./members.js";

/**
 * Sees to it that no pattern can take exponential time: where one could, an equal one that cannot
 * takes its place. Where there is none, the model is refused, or the pattern is left to an engine
 * that the caller of the generated code passes in.
 */
export async function screenPatterns(
  service: Service,
  allowUnsafe: boolean,
  diagnostics: Diagnostics,
): Promise<void> {
  const found = new Map<Pattern, string>();
  for (const member of service.shapes.flatMap(membersOf)) {
    const { pattern } = member.constraints;
    if (pattern !== undefined && mayRepeatGroups(pattern.source)) found.set(pattern, member.id);
  }
  if (found.size === 0) return;
  // The libraries for this take longer to load than most models take to generate.
  const { isExponential, toLinear } = await import("./pattern-safety.js");
  const safe = new Map<string, RegExp | undefined>();
  for (const [pattern, place] of found) {
    const { source, regExp } = pattern;
    if (regExp === undefined) continue;
    if (!safe.has(source)) safe.set(source, isExponential(regExp) ? toLinear(regExp) : regExp);
    const linear = safe.get(source);
    (pattern as { regExp: RegExp | undefined }).regExp = linear;
    if (linear !== undefined) continue;
    const problem = `the pattern ${JSON.stringify(source)} can take exponential time, and no equal one was found that cannot`;
    if (allowUnsafe)
      diagnostics.warn(place, `${problem}; validating needs the option patternEngine`);
    else
      diagnostics.error(
        place,
        `${problem}; --allow-unsafe-patterns leaves it to an engine that you pass in`,
      );
  }
  diagnostics.throwIfErrors();
}

/** Loops over single characters alone cannot take exponential time; those over groups may. */
function mayRepeatGroups(source: string): boolean {
  return /\)(?:[*+]|\{\d)/.test(source);
}
