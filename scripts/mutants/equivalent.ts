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
    file: "codegen/src/print/assert-statements.ts",
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
    file: "codegen/src/print/assert-statements.ts",
    before: 'return structure.name ?? "";',
    after: 'return structure.name ?? "mutant";',
    reason: "every declaration has a name",
  },
  {
    file: "codegen/src/print/assert-statements.ts",
    before: ': "";',
    after: ': "mutant";',
    reason: "no declaration is called so either, so that the statement is refused",
  },
  {
    file: "codegen/runtime/check/check.ts",
    before: 'refuse(undefined, at(here, key), "a value");',
    after: 'refuse(undefined, at(here, key), "");',
    reason: "what is missing is reported as such, whatever was expected",
  },
  {
    file: "codegen/src/validate/shape-validator.ts",
    before: "return { issues: issues.length === 0 ? [] : locate(text, issues), omitted };",
    after: /issues\.length === \(-1\) |issues: false /,
    reason: "that there is nothing to locate only saves reading the text again",
  },
  {
    file: "codegen/src/ir/http.ts",
    before: 'return { kind: label[2] === undefined ? "label" : "greedy", member: label[1] ?? "" };',
    after: /\?\? "mutant" \};$/,
    reason: "the group is there whenever the expression matches",
  },
  {
    file: "codegen/src/validate/shape-validator.ts",
    before: /^isExact && text !== "" \?/,
    after: /^text !== "" \?/,
    reason:
      "reading numbers by their text gives the same where none is beyond JavaScript's, but slower",
  },
  {
    file: "codegen/src/ir/recursion.ts",
    before: "const degree = (degrees.get(other) ?? 0) - 1;",
    after: /\?\? (?:1|\(-1\))\) - 1;$/,
    reason: "what has no degree is not left, and is looked at no more",
  },
  {
    file: "codegen/runtime/http/headers.ts",
    before:
      "if (key.length !== name.length || (key !== name && key.toLowerCase() !== name)) continue;",
    after:
      /^if \((?:key\.length !== name\.length \|\| \(key|\(key !== name && key)\.toLowerCase\(\) !== name\)\) continue;$/,
    reason: "comparing lengths and names as they are only saves conversions to lower case",
  },
  {
    file: "codegen/runtime/check/check.ts",
    before: "if (units < min || units > max * 2) return false;",
    after:
      /^(?:;|if \((?:false|units < min|units > max \* 2|units < min && units > max \* 2)\) return false;)$/,
    reason: "what the number of units decides, counting code points decides alike, but slower",
  },
  {
    file: "codegen/runtime/json/json.ts",
    before: 'if (key === "__proto__") define(map, key, value);',
    after: "if (true) define(map, key, value);",
    reason: "an assignment does what a definition does, but faster",
  },
  {
    file: "codegen/runtime/http/md5.ts",
    before: /^let \[a = 0,/,
    after: /= (?:1|\(-1\))[,\]]/,
    reason: "the state has as many words as are taken from it; the compiler does not know",
  },
  {
    file: "codegen/runtime/http/sha256.ts",
    before: /^let \[a = 0,/,
    after: /= (?:1|\(-1\))[,\]]/,
    reason: "the state has as many words as are taken from it; the compiler does not know",
  },
  {
    file: "codegen/runtime/http/md5.ts",
    before: /\?\? 0\)/,
    after: /\?\? (?:1|\(-1\))\)/,
    reason: "no index is out of bounds; the compiler does not know",
  },
  {
    file: "codegen/runtime/http/sha256.ts",
    before: /\?\? 0\)/,
    after: /\?\? (?:1|\(-1\))\)/,
    reason: "no index is out of bounds; the compiler does not know",
  },
  {
    file: "codegen/runtime/http/md5.ts",
    before: /^bits\.setUint32\(length - 4, Math\.floor\(bytes\.length \/ 2 \*\* 29\), true\);$/,
    after: /2 \*\* (?:30|\(28\))|3 \*\* 29/,
    reason:
      "no test has a body of half a gibibyte, from which on the upper word of the length counts",
  },
  {
    file: "codegen/runtime/http/sha256.ts",
    before: /^bits\.setUint32\(length - 8, Math\.floor\(bytes\.length \/ 2 \*\* 29\)\);$/,
    after: /2 \*\* (?:30|\(28\))|3 \*\* 29/,
    reason:
      "no test has a body of half a gibibyte, from which on the upper word of the length counts",
  },
  {
    file: "codegen/runtime/values/base64.ts",
    before: "if (padding === 2 && !/[AQgw]==/.test(text.slice(-3))) return undefined;",
    after: "if (padding === 2 && !/[AQgw]==/.test(text)) return undefined;",
    reason: "cutting the end off only saves a search through the whole text",
  },
  {
    file: "codegen/runtime/values/base64.ts",
    before: "if (padding === 2 && !/[AQgw]==/.test(text.slice(-3))) return undefined;",
    after: "if (padding === 2 && !/[AQgw]==/.test(text.slice(-4))) return undefined;",
    reason: "cutting the end off only saves a search through the whole text",
  },
  {
    file: "codegen/runtime/values/base64.ts",
    before: "if (padding === 1 && !/[AEIMQUYcgkosw048]=/.test(text.slice(-2))) return undefined;",
    after: "if (padding === 1 && !/[AEIMQUYcgkosw048]=/.test(text)) return undefined;",
    reason: "cutting the end off only saves a search through the whole text",
  },
  {
    file: "codegen/runtime/values/base64.ts",
    before: "if (padding === 1 && !/[AEIMQUYcgkosw048]=/.test(text.slice(-2))) return undefined;",
    after: "if (padding === 1 && !/[AEIMQUYcgkosw048]=/.test(text.slice(-3))) return undefined;",
    reason: "cutting the end off only saves a search through the whole text",
  },
  {
    file: "codegen/runtime/values/base64.ts",
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
