import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { loadCommand, type Command } from "../support/built-command.js";
import { buildGenerator } from "../support/built-generator.js";
import { killAll, startGenerate } from "../support/generate-process.js";
import { readTree, type Tree } from "../support/tree.js";
import {
  configOf,
  createProject,
  outputNames,
  versions,
  type Version,
} from "../support/versioned-services.js";

/* Processes of the same command at once, as when an editor, a watcher and a build all generate. */

let generator: string;
let command: Command;
let base: string;
const fresh = {} as Record<Version, Tree>;

beforeAll(async () => {
  generator = await buildGenerator();
  command = await loadCommand(generator);
  base = await mkdtemp(join(tmpdir(), "smithy-codec-"));
  await createProject(base);
  for (const version of versions) {
    // Each version has a cache of its own, so that both versions are written after about the same time.
    await mkdir(join(base, version, "node_modules"), { recursive: true });
    await rm(out(), { recursive: true, force: true });
    expect(await generate(version)).toBe(0);
    fresh[version] = readTree(out());
  }
});

afterEach(killAll);

afterAll(async () => {
  await rm(base, { recursive: true, force: true });
});

const out = (): string => join(base, "out");

/** Runs a process to its end. @returns its status */
async function generate(version: Version, ...options: readonly string[]): Promise<number | null> {
  const args = ["--config", `../${configOf(version)}`, ...options];
  const { status, stderr } = await startGenerate(generator, join(base, version), args).ended;
  // A process may say that it waits for another, and nothing else.
  expect(stderr).toMatch(/^(?:[^\n]* waiting for it to end\n)*$/);
  return status;
}

/** Whether `--check` finds everything up to date. */
async function isUpToDate(version: Version): Promise<boolean> {
  const args = ["generate", "--config", `../${configOf(version)}`, "--jobs", "1", "--check"];
  const { status, stderr } = await command(join(base, version), args);
  expect([0, 1], stderr).toContain(status);
  return status === 0;
}

describe("several runs of one command at once", () => {
  it.each([2, 10])("all succeed, and write what one would: %i runs", async (count) => {
    await rm(out(), { recursive: true, force: true });
    // Into an empty folder, and then over another version.
    for (const version of versions) {
      const runs = Array.from({ length: count }, () => generate(version));
      expect(await Promise.all(runs)).toEqual(runs.map(() => 0));
      expect(readTree(out())).toEqual(fresh[version]);
      expect(await isUpToDate(version)).toBe(true);
    }
  });
});

describe("two runs of different versions at once", () => {
  it("leave each output entirely in one of the versions", { timeout: 120_000 }, async () => {
    for (let round = 0; round < 12; round++) {
      const runs = versions.map(async (version, index) => {
        await setTimeout(index * round * 5);
        return generate(version, "--jobs", "1");
      });
      expect(await Promise.all(runs)).toEqual([0, 0]);
      const found = readTree(out());
      for (const name of outputNames) {
        const texts = versions.map((version) => partOf(fresh[version], name));
        expect(texts).toContainEqual(partOf(found, name));
      }
      for (const version of versions)
        expect(await isUpToDate(version)).toBe(isDeepStrictEqual(found, fresh[version]));
    }
  });
});

/** The files of one output. */
function partOf(tree: Tree, name: string): Tree {
  return Object.fromEntries(Object.entries(tree).filter(([path]) => path.startsWith(`${name}/`)));
}
