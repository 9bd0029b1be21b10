import type { Mutant } from "./mutant.js";

/** Mutants that no test can notice, and why. */
interface Equivalent {
  readonly file: string;
  /** The changed lines, as the survivors are listed. */
  readonly before: string;
  /** The lines after the change; left out where the reason holds for every change of them. */
  readonly after?: string;
  readonly reason: string;
}

/** Matched by their text, so that they survive being moved within a file. */
export const equivalents: readonly Equivalent[] = [];

/** Whether a mutant is on the list. */
export function isEquivalent(
  { file, before, after }: Pick<Mutant, "file" | "before" | "after">,
  list: readonly Equivalent[] = equivalents,
): boolean {
  return list.some(
    (known) =>
      known.file === file &&
      known.before === before &&
      (known.after === undefined || known.after === after),
  );
}
