import type { TaskOutcome } from "../run/run-tasks.js";
import { exitStatus } from "./exit-status.js";
import type { IgnoreList } from "./plan-tasks.js";
import type { Reporter } from "./reporter.js";

/**
 * Warns about entries of `ignore` that matched no warning of any output. If an output failed, nobody knows.
 * @returns the exit status
 */
export function reportUnused(
  outcomes: readonly TaskOutcome[],
  { file, entries, strict }: IgnoreList,
  reporter: Reporter,
): number {
  if (outcomes.some((outcome) => "error" in outcome)) return exitStatus.done;
  const used = new Set(
    outcomes.flatMap((outcome) => ("report" in outcome ? outcome.report.ignored : [])),
  );
  const unused = [...entries.entries()].filter(([index]) => !used.has(index));
  for (const [index, { code, shape }] of unused) {
    const pointer = `/ignore/${index}`;
    reporter.diagnostic({
      code: "SC3005",
      severity: strict ? "error" : "warning",
      ...{ file, place: pointer, pointer },
      message: `no warning ${code}${shape === undefined ? "" : ` at ${shape}`} is left to ignore`,
    });
  }
  return strict && unused.length > 0 ? exitStatus.failed : exitStatus.done;
}
