/**
 * Measures the tests: makes random changes to the code and counts those that no test notices. For the
 * options, run `npm run mutants`.
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { repository } from "../bench/setup/command-line.js";
import { measureCoverage } from "./coverage.js";
import { isEquivalent } from "./equivalent.js";
import { listMutants, type Mutant } from "./mutant.js";
import { parseOptions, usage, type Options } from "./options.js";
import { shuffle } from "./random.js";
import {
  count,
  describeSample,
  figuresTable,
  mutantLine,
  recordFigures,
  type Figures,
  type Result,
} from "./results.js";
import { createSandbox, removeSandbox } from "./sandbox.js";
import { createTester } from "./test-mutant.js";
import { createTypeCheck, type TypeCheck } from "./type-check.js";

const options = parseOptions(process.argv.slice(2));
if (options === undefined) {
  process.stderr.write(usage);
  process.exitCode = 2;
} else {
  await main(options);
}

async function main(options: Options): Promise<void> {
  const sources = sourceFiles();
  const chosen = sources.filter((file) =>
    options.paths.some((path) => file === path || file.startsWith(`${path}/`)),
  );
  process.stdout.write(`seed ${options.seed}\n`);
  const root = createSandbox(repository);
  // The sandbox is removed even if a signal ends the process.
  process.once("exit", () => {
    removeSandbox(root);
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.once(signal, () => process.exit(1));
  }
  const coverage = await measureCoverage(repository, root, sources, options.fresh);
  const check = createTypeCheck(root);
  const test = createTester(root, coverage, options.within * 1000);
  const folders: Record<string, Figures> = {};
  const missed: Mutant[] = [];
  for (const [folder, files] of byFolder(chosen)) {
    const results: Result[] = [];
    for (const mutant of sample(root, files, options, check)) {
      const outcome = isEquivalent(mutant) ? "equivalent" : await test(mutant);
      results.push({ mutant, outcome });
      process.stdout.write(`${outcome.padEnd(12)} ${mutantLine(mutant)}\n`);
      if (outcome === "survived" || outcome === "not covered") missed.push(mutant);
    }
    const figures = count(results, describeSample(options));
    folders[folder] = figures;
    if (options.record) recordFigures({ [folder]: figures });
  }
  process.stdout.write(`\n${figuresTable(folders)}\n\n`);
  for (const mutant of missed) process.stdout.write(`${mutantLine(mutant)}\n`);
  process.stdout.write(`seed ${options.seed}\n`);
}

/** Lists all sources that can be mutated. */
function sourceFiles(): string[] {
  return ["codegen/src", "codegen/runtime"].flatMap((folder) =>
    (readdirSync(join(repository, folder), { recursive: true }) as string[])
      .map((file) => `${folder}/${file.replaceAll("\\", "/")}`)
      .filter((file) => file.endsWith(".ts") && statSync(join(repository, file)).isFile())
      .sort(),
  );
}

function byFolder(files: readonly string[]): Map<string, string[]> {
  const folders = new Map<string, string[]>();
  for (const file of files) {
    const folder = file.slice(0, file.lastIndexOf("/"));
    folders.set(folder, [...(folders.get(folder) ?? []), file]);
  }
  return folders;
}

/** Draws random mutants that compile. */
function* sample(
  root: string,
  files: readonly string[],
  { count, seed }: Options,
  check: TypeCheck,
): Iterable<Mutant> {
  const all = files.flatMap((file) => listMutants(file, readFileSync(join(root, file), "utf8")));
  let drawn = 0;
  for (const mutant of shuffle(all, seed)) {
    if (drawn === count) return;
    if (!check(mutant.file, mutant.text)) continue;
    drawn++;
    yield mutant;
  }
}
