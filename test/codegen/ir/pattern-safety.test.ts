import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isExponential, toLinear } from "../../../codegen/src/ir/pattern-safety.js";
import { functionOf, generateFrom, importFiles, importModel } from "../support/generated.js";
import { member, modelOf } from "../support/models.js";

/** Patterns that can take exponential time, with one that finds the same texts and cannot. */
const exponential: readonly (readonly [given: string, want: string])[] = [
  ["^([0-9]+)+$", "^(?:\\d+)$"],
  ["^(a|b|ab)*$", "^(?:[ab]*)$"],
  ["^((((a*)*)*)*)*$", "^(?:a*)$"],
  ["^(\\S+\\s*)+$", "^(?:\\S[^]*)$"],
  ["(x+x+)+y", "(?:x{2,})y"],
  ["^(?!aws:)([a-z]+-?)*$", "^(?!aws:)(?:(?:[a-z]+-)*[a-z]*)$"],
  // The end of a search does not depend on such a loop, but the engine tries it all the same.
  ["^x((a+)+b)*", "^x"],
  ["^a(/[\\w/]+)*", "^a"],
  // A count is no limit that helps.
  ["^(?:a|a){40}$", `^(?:${"a".repeat(40)})$`],
  ["^(?=(a+)+$)b", "^(?=(?:a+)$)b"],
  [
    "^([A-Za-z](-|_|.)?)+!$",
    "^(?:[A-Za-z](?:[^\\n\\rA-Za-z\\u2028\\u2029]?[A-Za-z])*[^\\n\\rA-Za-z\\u2028\\u2029]?)!$",
  ],
];

/** Patterns that cannot, though their loops stand in loops; AWS's models have many like them. */
const harmless: readonly string[] = [
  "^[a-z0-9]+(-[a-z0-9]+)*$",
  "^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9][a-z0-9-]{0,61}[a-z0-9]$",
  "arn:aws(-[\\w]+)*:.+:.+:[0-9]{12}:.+",
  "^arn:[^:]*:ecr:[^:]*:\\d{12}:repository/(?:[a-z0-9]+(?:[._-][a-z0-9]+)*/)*[a-z0-9]+$",
  "^(.|\\n|\\r)*$",
  "^([\\w-]{1,100}/?){1,5}$",
  "^([a-z]{4}-){40}$",
];

/** Patterns that can, and that have no equal one of a reasonable size. */
const hopeless: readonly [string, ...string[]] = [
  "^(a+)+\\1$",
  "^(([a-z]{1,1000}){1,1000}){1,1000}$",
];

const regExp = (source: string): RegExp => new RegExp(source, "u");

describe("patterns that can take exponential time", () => {
  it.each(exponential)("%s is found, and replaced by an equal one", (given, want) => {
    expect(isExponential(regExp(given))).toBe(true);
    const linear = toLinear(regExp(given));
    expect(linear?.source).toBe(want);
    const texts = fc.stringMatching(/^[ab01xyz!A_\- \n\u{1f600}:]{0,12}$/u);
    fc.assert(
      fc.property(texts, (text) => {
        expect(linear?.test(text)).toBe(regExp(given).test(text));
      }),
      { numRuns: 1000 },
    );
  });

  it.each(harmless)("%s is none", (source) => {
    expect(isExponential(regExp(source))).toBe(false);
  });

  it.each(hopeless)("%s has no equal one", (source) => {
    expect(isExponential(regExp(source))).toBe(true);
    expect(toLinear(regExp(source))).toBeUndefined();
  });
});

const thing = (pattern: string): unknown => modelOf({ text: member("String", { pattern }) });

/** Texts on which an engine that tries alternatives would not come to an end. */
const attacks = [
  `${"0".repeat(84)}!`,
  "a".repeat(100_000),
  `${"a-".repeat(50_000)}!`,
  " ".repeat(999),
];

describe("validating against a pattern that can take exponential time", () => {
  it("comes to an end", async () => {
    const exports = await importModel("patterns", thing("^([0-9a-z]+-?)+$"));
    const validate = functionOf(exports, "validateThing");
    for (const text of attacks) {
      const isMatch = /^(?!-)[0-9a-z-]+$/.test(text) && !text.includes("--");
      expect(validate({ text })).toMatchObject({ ok: isMatch });
    }
  });

  it.each([
    ["nothing-after", "^x((a+)+b)*", `x${"a".repeat(60)}`, true],
    ["counted", "^(?:a|a){40}$", `${"a".repeat(39)}!`, false],
  ])("comes to an end: %s", async (name, pattern, text, ok) => {
    const exports = await importModel(`pattern-${name}`, thing(pattern));
    expect(functionOf(exports, "validateThing")({ text })).toMatchObject({ ok });
  });

  it("is refused where no equal pattern is found, with the shape's id", async () => {
    await expect(generateFrom(thing(hopeless[0]))).rejects.toThrow(
      `model.json: test#Thing$text: the pattern "^(a+)+\\\\1$" can take exponential time, and no equal one was found that cannot; --allow-unsafe-patterns leaves it to an engine that you pass in`,
    );
  });

  it("is left to the caller's engine where that is asked for", async () => {
    const { files, warnings } = await generateFrom(thing(hopeless[0]), {
      allowUnsafePatterns: true,
    });
    expect(warnings.map(({ message }) => message)).toEqual([
      `the pattern "^(a+)+\\\\1$" can take exponential time, and no equal one was found that cannot; validating needs the option patternEngine`,
    ]);
    const validate = functionOf(await importFiles("unsafe-patterns", files), "validateThing");
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
    expect(() => validate({ text: "aa" })).toThrow("/options/patternEngine");
  });
});
