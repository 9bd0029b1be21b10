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
export const equivalents: readonly Equivalent[] = [
  {
    file: "codegen/src/print/print-modules.ts",
    before: 'return structure.name ?? "";',
    after: "return structure.name;",
    reason: "join takes undefined for an empty text",
  },
  {
    file: "codegen/runtime/base64.ts",
    before: "if (padding === 2 && !/[AQgw]==/.test(text.slice(-3))) return undefined;",
    after: "if (padding === 2 && !/[AQgw]==/.test(text)) return undefined;",
    reason: "cutting the end off only saves a search through the whole text",
  },
  {
    file: "codegen/runtime/base64.ts",
    before: "if (padding === 2 && !/[AQgw]==/.test(text.slice(-3))) return undefined;",
    after: "if (padding === 2 && !/[AQgw]==/.test(text.slice(-4))) return undefined;",
    reason: "cutting the end off only saves a search through the whole text",
  },
  {
    file: "codegen/runtime/base64.ts",
    before: "if (padding === 1 && !/[AEIMQUYcgkosw048]=/.test(text.slice(-2))) return undefined;",
    after: "if (padding === 1 && !/[AEIMQUYcgkosw048]=/.test(text)) return undefined;",
    reason: "cutting the end off only saves a search through the whole text",
  },
  {
    file: "codegen/runtime/base64.ts",
    before: "if (padding === 1 && !/[AEIMQUYcgkosw048]=/.test(text.slice(-2))) return undefined;",
    after: "if (padding === 1 && !/[AEIMQUYcgkosw048]=/.test(text.slice(-3))) return undefined;",
    reason: "cutting the end off only saves a search through the whole text",
  },
  {
    file: "codegen/runtime/base64.ts",
    before: "if (padding === 1 && !/[AEIMQUYcgkosw048]=/.test(text.slice(-2))) return undefined;",
    after: "if (padding === 1 && !/[AEIMQUYcgkosw048]=/.test(text.slice(2))) return undefined;",
    reason: "cutting the end off only saves a search through the whole text",
  },
];

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
