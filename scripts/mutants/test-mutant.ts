import { readFileSync } from "node:fs";
import { join } from "node:path";
import { testFilesOf, type Coverage } from "./coverage.js";
import type { Mutant } from "./mutant.js";
import type { Outcome } from "./results.js";
import { runTests } from "./run-tests.js";
import { cleanSandbox, writeSource } from "./sandbox.js";

/** Tests whether a mutant is noticed. */
export type Tester = (mutant: Mutant) => Promise<Outcome>;

/** The time limit of a run of test files, relative to the time that they took on unchanged sources. */
const graceMilliseconds = 45_000;
const factor = 4;

/**
 * Creates a tester, which runs the tests that call the changed code in a copy of the tree.
 * @param longest the time limit in milliseconds: test files that take longer are skipped
 */
export function createTester(root: string, coverage: Coverage, longest: number): Tester {
  /** Whether test files pass on unchanged sources, for those that were checked. */
  const passes = new Map<string, boolean>();
  /** How many mutants of a source each test file has noticed. The best test files run first. */
  const successes = new Map<string, number>();

  const run = async (files: readonly string[]): ReturnType<typeof runTests> => {
    const measured = files.reduce((sum, file) => sum + (coverage[file]?.milliseconds ?? 0), 0);
    cleanSandbox(root);
    return runTests(root, files, { limitMilliseconds: graceMilliseconds + factor * measured });
  };

  const runWith = async (mutant: Mutant, files: string[]): ReturnType<typeof runTests> => {
    const original = readFileSync(join(root, mutant.file), "utf8");
    writeSource(root, mutant.file, mutant.text);
    try {
      return await run(files);
    } finally {
      writeSource(root, mutant.file, original);
    }
  };

  return async (mutant) => {
    const rank = (file: string): number =>
      (successes.get(`${mutant.file} ${file}`) ?? 0) + nearness(mutant.file, file);
    const files = testFilesOf(coverage, mutant.place)
      .filter((file) => passes.get(file) !== false)
      .filter((file) => (coverage[file]?.milliseconds ?? 0) <= longest)
      .sort((left, right) => rank(right) - rank(left));
    while (files.length > 0) {
      const { outcome, files: done } = await runWith(mutant, files);
      if (outcome === "timed out") return "timed out";
      if (outcome === "passed") return "survived";
      const failed = done.filter(({ passed }) => !passed).map(({ file }) => file);
      const [first] = failed;
      // If the whole run crashes, the result has no files.
      if (first === undefined) return "killed";
      if (!passes.has(first)) passes.set(first, (await run([first])).outcome === "passed");
      if (passes.get(first) === true) {
        const key = `${mutant.file} ${first}`;
        successes.set(key, (successes.get(key) ?? 0) + 1);
        return "killed";
      }
      process.stderr.write(`${first} fails on unchanged sources and is skipped.\n`);
      files.splice(files.indexOf(first), 1);
    }
    return "not covered";
  };
}

/** Tests of the same name as the source are most likely to notice a mutant, then those of the same folder. */
function nearness(source: string, test: string): number {
  const [folder = "", name = ""] = source.replace(/\.ts$/, "").split("/").slice(-2);
  if (test.endsWith(`/${name}.test.ts`)) return 2;
  return test.includes(`/${folder}/`) ? 1 : 0;
}
