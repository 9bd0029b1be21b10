import type { Change, SemverStep, Severity } from "./change.js";

/** The changes between two models in numbers. */
export interface DiffSummary {
  /** The part of the version that must be raised. */
  readonly step: SemverStep;
  readonly breaking: number;
  readonly dangerous: number;
  readonly compatible: number;
}

const steps: readonly SemverStep[] = ["major", "minor", "patch"];

/** Counts changes by severity. */
export function summarizeDiff(changes: readonly Change[]): DiffSummary {
  const count = (severity: Severity): number =>
    changes.filter((change) => change.severity === severity).length;
  return {
    step: steps.find((step) => changes.some((change) => change.step === step)) ?? "none",
    breaking: count("breaking"),
    dangerous: count("dangerous"),
    compatible: count("compatible"),
  };
}

/** How many changes there are, as a phrase. */
export function countChanges({ breaking, dangerous, compatible }: DiffSummary): string {
  const total = breaking + dangerous + compatible;
  if (total === 0) return "No differences";
  const noun = total === 1 ? "difference" : "differences";
  return `${total} ${noun} (${breaking} breaking, ${dangerous} dangerous, ${compatible} compatible)`;
}
