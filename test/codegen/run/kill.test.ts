import { watch } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { manifestText } from "../../../codegen/src/write/manifest.js";
import { loadCommand, type Command } from "../support/built-command.js";
import { buildGenerator } from "../support/built-generator.js";
import { killAll, startGenerate, type GenerateProcess } from "../support/generate-process.js";
import { seededRandom } from "../support/random.js";
import { readTree, type Tree } from "../support/tree.js";
import { configOf, createProject, versions, type Version } from "../support/versioned-services.js";

/* The command in a process that is killed at any time, as by a time limit of CI or a user who is in a hurry. */

const seed = Number(process.env["SMITHY_CODEC_KILL_SEED"] ?? Math.floor(Math.random() * 2 ** 31));
const kills = Number(process.env["SMITHY_CODEC_KILLS"] ?? 200);

let generator: string;
let command: Command;
let base: string;
const fresh = {} as Record<Version, Tree>;

beforeAll(async () => {
  generator = await buildGenerator();
  command = await loadCommand(generator);
  base = await mkdtemp(join(tmpdir(), "smithy-codec-"));
  for (const version of versions) {
    const folder = join(base, `fresh-${version}`);
    await createProject(folder);
    const args = ["generate", "--config", configOf(version), "--jobs", "1"];
    expect(await command(folder, args)).toEqual({ status: 0, stderr: "" });
    fresh[version] = readTree(join(folder, "out"));
  }
});

afterAll(async () => {
  killAll();
  await rm(base, { recursive: true, force: true });
});

/** Files of a user, with names like those of ours. */
const users: Tree = {
  "plain/src/mine.ts": "mine",
  "plain/src/shapes/0.tmp": "mine",
  "plain/src/index.ts.0123456789ab.tmp": "mine",
  "schemas/src/mine.tmp": "mine",
  "reported/src/.smithy-codec.tmp": "mine",
  "reported/API.md.0123456789ab.tmp": "mine",
  "reported/schemas/mine.json": "{}",
};

/** A project whose two versions are generated in turn. */
class Project {
  readonly #folder: string;
  readonly #jobs: string;
  readonly #fresh: Record<Version, Tree>;
  /** How many milliseconds a run takes. */
  duration = 0;

  /**
   * @param jobs how many threads a run has
   * @param fresh what a run in an empty folder writes
   */
  constructor(name: string, jobs: number, fresh: Record<Version, Tree>) {
    this.#folder = join(base, name);
    this.#jobs = String(jobs);
    this.#fresh = fresh;
  }

  async prepare(): Promise<void> {
    await createProject(this.#folder);
    await this.empty();
    for (const version of versions) {
      // Each version has a cache of its own, which makes its runs short.
      await mkdir(join(this.#folder, version, "node_modules"), { recursive: true });
      await this.repair(version);
    }
    const start = performance.now();
    await this.repair("A");
    this.duration = performance.now() - start;
  }

  get #out(): string {
    return join(this.#folder, "out");
  }

  /** Deletes everything but the files of the user. */
  async empty(): Promise<void> {
    await rm(this.#out, { recursive: true, force: true });
    for (const [path, text] of Object.entries(users)) {
      await mkdir(dirname(join(this.#out, path)), { recursive: true });
      await writeFile(join(this.#out, path), text);
    }
  }

  /** Starts to generate a version. */
  start(version: Version): GenerateProcess {
    const options = ["--config", `../${configOf(version)}`, "--jobs", this.#jobs];
    return startGenerate(generator, join(this.#folder, version), options);
  }

  /** Waits until a run that has been started begins to write, or has ended. */
  async untilWriting({ ended }: GenerateProcess): Promise<void> {
    const stop = new AbortController();
    const writing = new Promise<void>((resolve) => {
      for (const path of ["plain/src", "schemas/src", "reported/src"]) {
        const { signal } = stop;
        watch(join(this.#out, path), { signal }, () => resolve()).on("error", () => resolve());
      }
    });
    await Promise.race([writing, ended]);
    stop.abort();
  }

  /** Runs a process to its end, after which all is as in an empty folder, but for the files of the user. */
  async repair(version: Version): Promise<void> {
    expect(await this.start(version).ended).toEqual({ status: 0, stderr: "" });
    this.#expectFresh(version);
  }

  /** Does the same without a process of its own, in less time. */
  async repairHere(version: Version): Promise<void> {
    expect(await this.#runHere(version)).toEqual({ status: 0, stderr: "" });
    this.#expectFresh(version);
  }

  #expectFresh(version: Version): void {
    expect(readTree(this.#out)).toEqual({ ...this.#fresh[version], ...users });
  }

  async #runHere(version: Version, ...options: readonly string[]): ReturnType<Command> {
    const args = ["generate", "--config", `../${configOf(version)}`, "--jobs", "1", ...options];
    return command(join(this.#folder, version), args);
  }

  /** Fails if a file is torn, or not one of ours or of the user. @returns whether there is a claim */
  expectWhole(): boolean {
    let hasClaim = false;
    for (const [path, text] of Object.entries(readTree(this.#out))) {
      const isClaim = claim.test(path);
      hasClaim ||= isClaim;
      expect(isClaim || this.#isWhole(path, text), `${path}: ${text.slice(0, 100)}`).toBe(true);
    }
    return hasClaim;
  }

  #isWhole(path: string, text: string): boolean {
    if (path in users) return users[path] === text;
    const texts = versions.map((version) => this.#fresh[version]);
    if (texts.some((tree) => tree[path] === text)) return true;
    // A folder that is about to be filled, or has become empty.
    if (path.endsWith("/")) return [...texts, users].some((tree) => hasFolder(tree, path));
    if (path.endsWith("/manifest.json")) return this.#isManifest(path, text);
    const isReport = /^reported\/API\.md\.[0-9a-f]{12}\.tmp$/.test(path);
    return isReport && texts.some((tree) => tree["reported/API.md"]?.startsWith(text));
  }

  /** Whether a manifest is whole: while files change, it lists those of both versions. */
  #isManifest(path: string, text: string): boolean {
    const { files } = JSON.parse(text) as { files: string[] };
    const folder = dirname(path);
    const isKnown = (file: string): boolean =>
      versions.some((version) => `${folder}/${file}` in this.#fresh[version]);
    return text === manifestText(files) && files.every(isKnown);
  }

  /** Fails if `--check` says anything else than whether the files are as in an empty folder. */
  async expectHonestCheck(version: Version): Promise<void> {
    const found = readTree(this.#out);
    const fresh = this.#fresh[version];
    const ours = versions.flatMap((one) => Object.keys(this.#fresh[one]));
    const isFresh = ours.every((path) => found[path] === fresh[path]);
    const { status, stderr } = await this.#runHere(version, "--check");
    expect(status, stderr).toBe(isFresh ? 0 : 1);
  }
}

const claim = /^\w+\/\w+\/\.smithy-codec\.\d+\.\d+\.[0-9a-f]{12}\.[0-9a-f]{12}\/(?:\d+\.tmp)?$/;

function hasFolder(tree: Tree, folder: string): boolean {
  return Object.keys(tree).some((path) => path.startsWith(folder));
}

describe(`generate, killed at any time, with SMITHY_CODEC_KILL_SEED=${seed}`, () => {
  // Side by side, to use all processors.
  it.concurrent.each([
    ["in one thread", 1, 0.4],
    ["in one thread, again", 1, 0.4],
    ["in three threads", 3, 0.2],
  ])(
    "leaves whole files, and the next run removes all that it left: %s",
    { timeout: 400_000 },
    async (name, jobs, share) => {
      const random = seededRandom(seed + name.length);
      const project = new Project(name, jobs, fresh);
      await project.prepare();
      let whileWriting = 0;
      for (let kill = 0; kill < kills * share; kill++) {
        const version = versions[kill % 2] ?? "A";
        if (random() < 0.1) await project.empty();
        const run = project.start(version);
        // Writing is a small part of a run, but the one that matters.
        if (random() < 0.25) await setTimeout(random() * project.duration);
        else await project.untilWriting(run).then(() => setTimeout(random() ** 2 * 60));
        run.kill();
        await run.ended;
        if (project.expectWhole()) whileWriting++;
        if (random() < 0.25) await project.expectHonestCheck(versions[random() < 0.5 ? 0 : 1]);
        if (random() < 0.2) await project.repairHere(version);
      }
      await project.repair("A");
      // Otherwise the kills were too early or too late.
      expect(whileWriting).toBeGreaterThan((kills * share) / 10);
    },
  );
});
