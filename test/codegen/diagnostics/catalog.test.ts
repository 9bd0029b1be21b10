import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { codes, entryOf, isCode } from "../../../codegen/src/diagnostics/catalog.js";
import { repository } from "../support/generated.js";

const source = join(repository, "codegen/src");
const files = readdirSync(source, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .map((name) => name.replaceAll("\\", "/"));
const isCatalog = (name: string): boolean => name.startsWith("diagnostics/catalog/");
const textOf = (name: string): string => readFileSync(join(source, name), "utf8");

/** The codes in string literals of the sources. */
const used = new Set(
  files
    .filter((name) => !isCatalog(name))
    .flatMap((name) => [...textOf(name).matchAll(/["'`](SC\d+)["'`]/g)])
    .map(([, code]) => code ?? ""),
);

/** A sentence ends with a period, or with a command after a colon. */
const sentence = /^[A-Z`"].*(\.|: (smithy|smithy-codec|npm|git) .*[^. ])$/s;

describe.each(codes.map((code) => [code, entryOf(code)] as const))("%s", (code, entry) => {
  it("has the form of its group", () => {
    expect(code).toMatch(/^SC[1-4]\d{3}$/);
  });

  it("has a title that is a phrase", () => {
    expect(entry.title).toMatch(/^(?:[a-z]|HTTP|JSON|Smithy |URI).*[^.!?:;, ]$/);
  });

  it("has an explanation and a hint in whole sentences", () => {
    expect(entry.explanation).toMatch(/^([A-Z`"]|smithy\.api#).*\.$/s);
    expect(entry.hint).toMatch(sentence);
    expect(entry.explanation + entry.hint).not.toMatch(/ {2}|\n/);
  });

  it("is used", () => {
    expect(used).toContain(code);
  });
});

describe("the catalog", () => {
  it("has a text of its own for every code", () => {
    const titles = codes.map((code) => entryOf(code).title);
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
  });

  it.each(files.filter((name) => isCatalog(name) && !name.endsWith("/entry.ts")))(
    "has the codes of %s once, and in ascending order",
    (name) => {
      const found = [...textOf(name).matchAll(/^ {2}(SC\d+):/gm)].map(([, code]) => code ?? "");
      expect(found.length).toBeGreaterThan(0);
      expect(found).toEqual([...new Set(found)].sort());
      const others = files.filter((other) => isCatalog(other) && other !== name).map(textOf);
      expect(found.filter((code) => others.join("").includes(`  ${code}:`))).toEqual([]);
    },
  );

  it("knows every code in the sources", () => {
    expect(used.size).toBeGreaterThan(0);
    expect([...used].filter((code) => !isCode(code))).toEqual([]);
  });

  it("does not take inherited names for codes", () => {
    expect(["toString", "__proto__", "constructor", ""].filter(isCode)).toEqual([]);
  });

  // A code never changes its meaning and is never used again, also after it was removed.
  it("keeps the meaning of every code", async () => {
    const lines = codes.map((code) => `${code} ${entryOf(code).title}\n`);
    await expect(lines.join("")).toMatchFileSnapshot("codes.txt");
  });
});
