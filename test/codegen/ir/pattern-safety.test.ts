import fc from "fast-check";
import { RE2JS } from "re2js";
import { checkSync } from "recheck";
import { describe, expect, it } from "vitest";
import { planPattern } from "../../../codegen/src/patterns/plan.js";
import { toRe2 } from "../../../codegen/src/patterns/re2.js";
import { attacksOn } from "../../../scripts/patterns/attacks.js";
import { functionOf, generateFrom, importFiles, importModel } from "../support/generated.js";
import { member, modelOf, structure } from "../support/models.js";

process.env["RECHECK_SYNC_BACKEND"] ??= "pure";

const regExp = (source: string): RegExp => new RegExp(source, "u");

/** Patterns that take no longer than in proportion to any text, though some repeat groups. */
const linear: readonly string[] = [
  "^[a-z0-9]+(-[a-z0-9]+)*$",
  "^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9][a-z0-9-]{0,61}[a-z0-9]$",
  "^arn:[^:]*:ecr:[^:]*:\\d{12}:repository/(?:[a-z0-9]+(?:[._-][a-z0-9]+)*/)*[a-z0-9]+(?:[._-][a-z0-9]+)*$",
  "^(.|\\n|\\r)*$",
  "^([a-z]{4}-){40}$",
  "[a-zA-Z0-9-]+",
  "^(?!aws:)[\\w.-]{1,63}$",
  "^a(/[\\w/]+)*",
  // The literal is found at the end only, since a word ends after it.
  "^([0-9a-zA-Z]|\\bSTABLE\\b)+$",
  "^(a|aa)(b|bb)(c|cc)$",
  "^(?=.{1,99}$)([a-z]+\\.)*[a-z]+$",
];

/** Patterns that would be slow on long texts, with the greatest length that the model gives. */
const bounded: readonly (readonly [source: string, maxLength: number])[] = [
  ["^\\w+\\s*\\w+$", 1000],
  // An item of one letter or of three: as many ways as sequences of thirteen, and no more.
  ["^at\\(([-?*,/\\dL]|[a-zA-Z]{3}){1,13} [^)]+\\)$", 256],
];

/** Patterns that can take too long, with equal ones that cannot. */
const rewritten: readonly (readonly [given: string, want: string])[] = [
  ["^([0-9]+)+$", "^\\d+$"],
  ["^(a|b|ab)*$", "^[ab]*$"],
  ["^((((a*)*)*)*)*$", "^a*$"],
  ["^(\\S+\\s*)+$", "^\\S"],
  ["(x+x+)+y", ""],
  ["^([A-Za-z](-|_|.)?)+$", ""],
  [".*\\S.*", "^\\s*\\S"],
  ["^.+@.+\\..+$", ""],
  ["^\\s*\\w*\\s*\\w*\\w*x$", ""],
  ["([0-9]+)\\.([0-9]+)", ""],
  ["^arn:.+:.+:.+", ""],
  // Of a dash it is open whether it stands before a letter or for one.
  [
    "^[a-zA-Z0-9](-*[a-zA-Z0-9\\+\\-\\.]){0,63}$",
    "^[\\dA-Za-z](?:-*[\\d+.A-Za-z]){0,62}-*[\\d+.A-Za-z]?$",
  ],
  [
    "^role/(([^/][!-~]+/){1,511})?[A-Za-z0-9_]{1,64}$",
    "^role\\/(?:[^/][\\x21-\\x7e]+\\/(?:[^\\x21-\\x7e][\\x21-\\x7e]+\\/){0,510})?\\w{1,64}$",
  ],
  ["^group/([^\\s].+[^\\s]){1,255}$", "^group\\/\\S.+\\S$"],
];

/** Patterns that can take too long, and that have no equal one of a reasonable size. */
const limited: readonly string[] = [
  "arn:aws.*:kms:.*:[0-9]{12}:key/.*",
  ".+@.+\\..+",
  "^https://(.*)\\.s3(.*)\\.example\\.com/(.*)$",
  "(https:|http:)+[^\\s]+[\\w]/(x|y){12}",
  "([0-9a-z]([-.\\w]*[0-9a-z])*@([0-9a-z]([-\\w]*[0-9a-z]+)*\\.)+[a-z]{2,9})",
];

const unicode = fc
  .array(fc.constantFrom(..."ab01xyz!A_-. \n\r\u2028:/@é\u{1f600}\ud83d\ude00\u0130ſ".split("")), {
    maxLength: 14,
  })
  .map((parts) => parts.join(""));

/** Texts made of parts of a pattern, so that some match. */
function textsFor(source: string): fc.Arbitrary<string> {
  const words = source.match(/[a-z]{2,}|[:/@.!-]/g) ?? ["a"];
  const digits = source.includes("{12}") ? "123456789012" : "1";
  const near = fc
    .array(fc.constantFrom(...words, digits, "x", " "), { maxLength: 14 })
    .map((parts) => parts.join(""));
  return fc.oneof(unicode, near);
}

const longest = 100_000;

/** More than this is not in proportion to the length of the text. */
const generous = 2000;

describe("a search for a pattern", () => {
  it.each(linear)("is in proportion to the text, and kept: %s", (source) => {
    const given = regExp(source);
    expect(planPattern(given, Infinity)).toEqual({ regExp: given, limit: undefined });
    const { status } = checkSync(source, "u", { checker: "automaton", timeout: 20_000 });
    // The checker looks at what is matched to the end, not at the first place that is found.
    if (source.startsWith("^") && source.endsWith("$")) expect(status).not.toBe("vulnerable");
  });

  it.each(bounded)("is kept where no text is longer: %s, up to %i", (source, maxLength) => {
    const given = regExp(source);
    expect(planPattern(given, maxLength)).toEqual({ regExp: given, limit: undefined });
    expect(planPattern(given, Infinity)).not.toEqual({ regExp: given, limit: undefined });
  });

  it.each(rewritten)("is made one in proportion to the text: %s", (source, want) => {
    const given = regExp(source);
    const plan = planPattern(given, Infinity);
    expect(plan.limit).toBeUndefined();
    expect(plan.regExp?.source).not.toBe(given.source);
    if (want !== "") expect(plan.regExp?.source).toBe(want);
    expect(planPattern(plan.regExp ?? given, Infinity)).toEqual(plan);
    fc.assert(
      fc.property(textsFor(source), (text) => {
        expect(plan.regExp?.test(text)).toBe(given.test(text));
      }),
      { numRuns: 1000 },
    );
    const start = performance.now();
    for (const text of attacksOn(given, 20_000)) plan.regExp?.test(text);
    expect(performance.now() - start).toBeLessThan(generous);
  });

  it("is not bounded by a count that no text reaches", () => {
    const source = "^https://([.\\-_a-zA-Z0-9]+/?){3,1016}$";
    const { regExp: relaxed, limit } = planPattern(regExp(source), 1024);
    expect(limit).toBeUndefined();
    expect(relaxed?.source).toBe("^https:\\/\\/[\\w\\-.](?:\\/?[\\w\\-.]){2,}\\/?$");
  });

  it.each(limited)("has a limit, and an engine above it: %s", (source) => {
    const given = regExp(source);
    const { regExp: kept, limit = 0 } = planPattern(given, Infinity);
    expect(limit).toBeLessThan(longest);
    expect([given, undefined]).toContain(kept);
    const engine = RE2JS.compile(toRe2(given) ?? "(");
    fc.assert(
      fc.property(textsFor(source), (text) => {
        expect(engine.test(text)).toBe(given.test(text));
      }),
      { numRuns: 1000 },
    );
    if (kept === undefined) return;
    const start = performance.now();
    for (const text of attacksOn(given, limit - 1)) kept.test(text);
    expect(performance.now() - start).toBeLessThan(20 * generous);
  });

  it("is bounded also by what a back-reference stands for", () => {
    const source = "^([+-]?)\\d{4}\\1\\d{2}$";
    expect(planPattern(regExp(source), Infinity).limit).toBeUndefined();
    expect(planPattern(regExp("^(a+)+\\1$"), Infinity)).toEqual({ regExp: undefined, limit: 0 });
    expect(planPattern(regExp("^(?<x>a*)b*\\k<x>b*$"), Infinity).limit).toBeGreaterThan(1);
  });

  it.each([
    "\\d\\D\\w\\W\\s\\S",
    "^[\\p{L}\\p{M}]+\\P{Lu}$",
    "\\b\\w+\\b",
    "\\Ba",
    "^[^a]$",
    "^.$",
    "^.{1,1500}$",
    "^a{1001,}|b{2000}$",
    "[^\\x00-\\x1f]",
    "^$|[]",
    "[^]",
    "(?:)",
    "^\\u{1f600}+$",
    "[\\ud800-\\udfff]",
    "a|b*?c+?",
    "[\\-\\]^\\\\]",
  ])("matches the same texts in re2js: %s", (source) => {
    const given = regExp(source);
    const engine = RE2JS.compile(toRe2(given) ?? "(");
    fc.assert(
      fc.property(fc.oneof(unicode, fc.string({ unit: "binary", maxLength: 6 })), (text) => {
        expect(engine.test(text)).toBe(given.test(text));
      }),
      { numRuns: 1000 },
    );
  });

  it.each(["a(?=b)", "(?<!a)b", "(a|b)\\1", "((a{99}b?){99}c?){99}"])(
    "has none in re2js: %s",
    (source) => {
      expect(toRe2(regExp(source))).toBeUndefined();
    },
  );
});

/** A model with one pattern that needs re2js, and one that does not. */
const hopeless = "^x?([0-9a-z]([-.\\w]*[0-9a-z])*@([0-9a-z]([-\\w]*[0-9a-z]+)*\\.)+[a-z]{2,9})$";
const email = ".+@.+\\..+";
const thing = (traits: Record<string, unknown>): unknown =>
  modelOf({ text: member("String", traits) });

/** Texts on which an engine that tries alternatives would not come to an end. */
const attacks = [
  `${"0".repeat(84)}!`,
  "a".repeat(100_000),
  `${"a-".repeat(50_000)}!`,
  " ".repeat(999),
];

describe("validating against a pattern that can take too long", () => {
  it("comes to an end", async () => {
    const exports = await importModel("patterns", thing({ pattern: "^([0-9a-z]+-?)+$" }));
    const validate = functionOf(exports, "validateThing");
    for (const text of attacks) {
      const isMatch = /^(?!-)[0-9a-z-]+$/.test(text) && !text.includes("--");
      expect(validate({ text })).toMatchObject({ ok: isMatch });
    }
  });

  it.each([
    ["nothing-after", "^x((a+)+b)*", `x${"a".repeat(60)}`, true],
    ["counted", "^(?:a|a){40}$", `${"a".repeat(39)}!`, false],
    ["short", email, "a@b.c", true],
    ["long", email, `${"a@".repeat(30_000)}b.c`, true],
    ["long-wrong", email, "@.".repeat(30_000).replaceAll(".", "\n"), false],
    ["exponential", hopeless, `${"a".repeat(60_000)}?`, false],
    ["exponential-right", hopeless, "a-b.c@d-e.fg.org", true],
  ])("comes to an end: %s", async (name, pattern, text, ok) => {
    const exports = await importModel(`pattern-${name}`, thing({ pattern }));
    expect(functionOf(exports, "validateThing")({ text })).toMatchObject({ ok });
  });

  it("imports re2js where it is needed, and says for what", async () => {
    const model = {
      Contact: structure({ email: member("String", { pattern: email }) }),
      Plain: structure({ name: member("String", { pattern: "^[a-z]+$" }) }),
    };
    const given = modelOf({ contact: "Contact", plain: "Plain" }, model);
    const { files, linearPatterns, warnings } = await generateFrom(given);
    expect(warnings).toEqual([]);
    expect(linearPatterns).toEqual(["test#Contact$email"]);
    const importers = [...files].filter(([, text]) => /re2js|linear-pattern/.test(text));
    expect(importers.map(([path]) => path)).toEqual([
      "manifest.json",
      "runtime/check/linear-pattern.ts",
      "shapes/Contact.ts",
    ]);
    expect(files.get("shapes/Contact.ts")).toMatch(
      /^const Contact\$email: LinearPattern = \{\s+regExp: \/.*\/u,\s+limit: \d+,/m,
    );
    const plain = await generateFrom(modelOf({ plain: "Plain" }, { Plain: model.Plain }));
    expect(plain.linearPatterns).toEqual([]);
    expect([...plain.files.values()].join("")).not.toContain("re2js");
  });

  it("is skipped on long texts where that is asked for, with a warning", async () => {
    const { files, linearPatterns, warnings } = await generateFrom(thing({ pattern: email }), {
      patterns: "skip",
    });
    expect(linearPatterns).toEqual([]);
    expect(warnings.map(({ place, message }) => `${place}: ${message}`)).toEqual([
      expect.stringMatching(
        /^test#Thing\$text: the pattern "\.\+@\.\+\\\\\.\.\+" can take too long; texts of more than \d+ UTF-16 units are not checked against it$/,
      ),
    ]);
    expect([...files.values()].join("")).not.toContain("re2js");
    const validate = functionOf(await importFiles("pattern-skip", files), "validateThing");
    expect(validate({ text: "a" })).toMatchObject({ ok: false });
    expect(validate({ text: "a".repeat(100_000) })).toMatchObject({ ok: true });
    const patternEngine = (): { test: () => boolean } => ({ test: () => false });
    expect(validate({ text: "a".repeat(100_000) }, { patternEngine })).toMatchObject({ ok: false });
  });

  it("is warned of where re2js does not know it either", async () => {
    const { files, warnings } = await generateFrom(thing({ pattern: "^(a+)+\\1$" }));
    expect(warnings.map(({ message }) => message)).toEqual([
      'the pattern "^(a+)+\\\\1$" can take too long, and re2js does not support it; it is not checked',
    ]);
    const validate = functionOf(await importFiles("pattern-unknown", files), "validateThing");
    expect(validate({ text: "b" })).toMatchObject({ ok: true });
    const sources: string[] = [];
    const patternEngine = (source: string): { test: (text: string) => boolean } => {
      sources.push(source);
      return { test: (text) => text === "aa" };
    };
    expect(validate({ text: "aa" }, { patternEngine })).toMatchObject({ ok: true });
    expect(validate({ text: "b" }, { patternEngine })).toMatchObject({
      issues: [{ path: "/text", constraint: "pattern" }],
    });
    expect(sources).toEqual(["^(a+)+\\1$", "^(a+)+\\1$"]);
  });

  it("counts with the greatest length of all members that have the pattern", async () => {
    const pattern = "^\\w+\\s*\\w+$";
    const short = member("String", { pattern, length: { max: 100 } });
    const both = { a: short, b: member("String", { pattern }) };
    const wants = async (members: Parameters<typeof modelOf>[0]): Promise<string> => {
      const { files } = await generateFrom(modelOf(members));
      return files.get("shapes/Thing.ts") ?? "";
    };
    expect(await wants({ a: short })).toContain("const Thing$a = /^\\w+\\s*\\w+$/u;");
    expect(await wants(both)).not.toContain("const Thing$a = /^\\w+\\s*\\w+$/u;");
  });
});
