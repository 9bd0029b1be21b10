import type { IgnoredWarning } from "../config/config.js";
import { ModelError, type Diagnostic } from "../diagnostics/diagnostic.js";

/** Removes the warnings that the configuration ignores. */
export function withoutIgnored(
  warnings: readonly Diagnostic[],
  ignore: readonly IgnoredWarning[],
): readonly Diagnostic[] {
  return warnings.filter((warning) => !ignore.some((entry) => matches(entry, warning)));
}

/** The indexes of the entries that match any warning. */
export function matchingEntries(
  warnings: readonly Diagnostic[],
  ignore: readonly IgnoredWarning[],
): readonly number[] {
  return [...ignore.keys()].filter((index) => {
    const entry = ignore[index];
    return entry !== undefined && warnings.some((warning) => matches(entry, warning));
  });
}

/** Whether an entry of `ignore` is about a warning. */
function matches({ code, shape }: IgnoredWarning, warning: Diagnostic): boolean {
  return code === warning.code && (shape === undefined || shape === warning.place);
}

/**
 * Turns warnings into errors.
 * @throws ModelError with every warning, if there are any
 */
export function failForWarnings(warnings: readonly Diagnostic[]): void {
  if (warnings.length === 0) return;
  throw new ModelError(
    warnings.map((warning) => ({ ...warning, severity: "error" as const })),
    "Warnings are errors because of --strict or `strict` in the configuration.",
  );
}
