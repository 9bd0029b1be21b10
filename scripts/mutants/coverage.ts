import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { hitsName, instrument } from "./instrument.js";
import { runTests } from "./run-tests.js";
import { cleanSandbox, writeSandboxFile, writeSource } from "./sandbox.js";

/** The functions that a test file calls, and how long it takes. */
export interface TestFileCoverage {
  /** A digest of the test file and the modules in its folder. */
  readonly hash: string;
  readonly milliseconds: number;
  /** Functions and modules, as in `Mutant.place`. */
  readonly places: readonly string[];
}

export type Coverage = Readonly<Record<string, TestFileCoverage>>;

/** Test files that check packages and documents, and take minutes. */
const left = ["test/package/", "test/readme/", "test/.generated/", "test/scripts/"];

const cacheFile = "node_modules/.cache/mutants/coverage.json";
const hitsFolder = "mutants-hits";
const setupFile = "mutants-setup.ts";

/** Records which functions a test file has called, when it is done. */
const setup = `import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { afterAll, expect } from "vitest";

const hits = (globalThis.${hitsName} ??= new Set());
afterAll(() => {
  const file = expect.getState().testPath;
  mkdirSync(process.env["MUTANT_HITS"], { recursive: true });
  const name = createHash("sha1").update(file).digest("hex");
  writeFileSync(process.env["MUTANT_HITS"] + "/" + name + ".json", JSON.stringify({ file, places: [...hits] }));
});
`;

/**
 * Finds out which test files call which functions, by running them on instrumented sources. Results of an
 * earlier run are kept for test files that have not changed.
 */
export async function measureCoverage(
  repository: string,
  root: string,
  sources: readonly string[],
  isFresh: boolean,
): Promise<Coverage> {
  const cache = join(repository, cacheFile);
  const known =
    !isFresh && existsSync(cache) ? (JSON.parse(readFileSync(cache, "utf8")) as Coverage) : {};
  const hashes = new Map(testFiles(root).map((file) => [file, hashOf(root, file)]));
  const missing = [...hashes.keys()].filter((file) => known[file]?.hash !== hashes.get(file));
  const kept = Object.entries(known).filter(
    ([file]) => hashes.has(file) && !missing.includes(file),
  );
  const found = new Map<string, TestFileCoverage>(kept);
  if (missing.length > 0) {
    process.stderr.write(`Finding out which functions ${missing.length} test files call ...\n`);
    const texts = sources.map((file) => [file, readFileSync(join(root, file), "utf8")] as const);
    for (const [file, text] of texts) writeSource(root, file, instrument(file, text));
    writeSandboxFile(root, setupFile, setup);
    const run = await runTests(root, missing, {
      limitMilliseconds: 30 * 60_000,
      goOn: true,
      setup: join(root, setupFile),
      environment: { MUTANT_HITS: join(root, hitsFolder) },
    });
    for (const [file, text] of texts) writeSource(root, file, text);
    const places = readHits(root);
    for (const { file, milliseconds } of run.files) {
      const hash = hashes.get(file) ?? "";
      found.set(file, { hash, milliseconds, places: places.get(file) ?? [] });
    }
    rmSync(join(root, hitsFolder), { recursive: true, force: true });
    cleanSandbox(root);
  }
  const coverage = Object.fromEntries(found);
  mkdirSync(dirname(cache), { recursive: true });
  writeFileSync(cache, JSON.stringify(coverage));
  return coverage;
}

/** Returns the test files that call a function or module, fastest first. */
export function testFilesOf(coverage: Coverage, place: string): string[] {
  return Object.entries(coverage)
    .filter(([, { places }]) => places.includes(place))
    .sort(([, one], [, other]) => one.milliseconds - other.milliseconds)
    .map(([file]) => file);
}

function testFiles(root: string): string[] {
  return (readdirSync(join(root, "test"), { recursive: true }) as string[])
    .map((file) => `test/${file.replaceAll("\\", "/")}`)
    .filter((file) => file.endsWith(".test.ts") && !left.some((start) => file.startsWith(start)))
    .sort();
}

/** Returns a digest of a test file and the modules in its folder, which it may import. */
function hashOf(root: string, file: string): string {
  const folder = join(root, dirname(file));
  const modules = readdirSync(folder)
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
    .map((name) => join(folder, name));
  const hash = createHash("sha256");
  for (const path of [join(root, file), ...modules.sort()]) hash.update(readFileSync(path));
  return hash.digest("hex");
}

function readHits(root: string): Map<string, readonly string[]> {
  const folder = join(root, hitsFolder);
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return new Map(
    names.map((name) => {
      const { file, places } = JSON.parse(readFileSync(join(folder, name), "utf8")) as {
        readonly file: string;
        readonly places: readonly string[];
      };
      return [file.slice(root.length + 1), places];
    }),
  );
}
