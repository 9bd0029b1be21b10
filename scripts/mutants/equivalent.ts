import type { Mutant } from "./mutant.js";

/** A mutant that no test can notice, with the reason. */
interface Equivalent {
  readonly file: string;
  /** The changed lines, as printed for mutants that survived. */
  readonly before: string | RegExp;
  /** The lines after the change. Omitted if the reason is valid for every change. */
  readonly after?: string | RegExp;
  readonly reason: string;
}

/** Mutants are matched by text, so that the entries stay valid when code is moved within a file. */
export const equivalents: readonly Equivalent[] = [
  {
    file: "codegen/src/print/print-modules.ts",
    before: 'return structure.name ?? "";',
    after: "return structure.name;",
    reason: "join treats undefined as an empty string",
  },
  {
    file: "codegen/src/load/known-traits.ts",
    before: /"/,
    after: /^("[\w.#]+": )?"",$/,
    reason: "the description of a known trait is only for readers of the source",
  },
  {
    file: "codegen/src/validate/read-records.ts",
    before: "else parts = [];",
    after: "else ;",
    reason: "it only frees memory: the text of a line that is too long is not used",
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

/** Returns whether a mutant is in the list. */
export function isEquivalent(
  { file, before, after }: Pick<Mutant, "file" | "before" | "after">,
  list: readonly Equivalent[] = equivalents,
): boolean {
  return list.some(
    (known) =>
      known.file === file &&
      fits(known.before, before) &&
      (known.after === undefined || fits(known.after, after)),
  );
}

function fits(wanted: string | RegExp, text: string): boolean {
  return typeof wanted === "string" ? wanted === text : wanted.test(text);
}
