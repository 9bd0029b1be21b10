import { appendFile, cp, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type * as Generator from "../../../codegen/src/index.js";
import { ownIdentity } from "../../../codegen/src/write/process-identity.js";
import { buildGenerator } from "../support/built-generator.js";
import { bytesOf, modelOf, named, simple, type Json } from "../support/models.js";
import { readTree } from "../support/tree.js";

/* The built generator, because a worker is a file of JavaScript. */

const here = process.cwd();
let built: string;
let generator: typeof Generator;
let base: string;
/** Folders of changed generators. */
const copies: string[] = [];

beforeAll(async () => {
  built = await buildGenerator();
  generator = await load(built);
});

async function load(folder: string): Promise<typeof Generator> {
  return (await import(/* @vite-ignore */ join(folder, "index.js"))) as typeof Generator;
}

afterAll(async () => {
  for (const copy of copies) await rm(copy, { recursive: true, force: true });
});

beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), "smithy-codec-"));
  await mkdir(join(base, "node_modules"));
  process.chdir(base);
});

afterEach(async () => {
  process.chdir(here);
  process.removeAllListeners("worker");
  await rm(base, { recursive: true, force: true });
});

const task = (name: string, options: Partial<Generator.Task> = {}): Generator.Task => ({
  name,
  models: [`${name}.json`],
  out: `out/${name}`,
  ...{ isReadOnly: false, force: false, cache: true, strict: false, ignore: [] },
  ...options,
});

async function put(path: string, content: string | Json): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, typeof content === "string" ? content : bytesOf(content));
}

const good = (member: string): Json =>
  modelOf({ [member]: "Text" }, { Text: simple("string", { length: { max: 9 } }) });

interface Run {
  readonly outcomes: readonly Generator.TaskOutcome[];
  /** What each task reported. */
  readonly progress: ReadonlyMap<string, readonly string[]>;
  readonly ends: readonly string[];
  /** How many worker threads were started. */
  readonly workers: number;
}

/** Runs tasks and records everything that is told. */
async function run(
  tasks: readonly Generator.Task[],
  jobs: number = 2,
  { runTasks }: typeof Generator = generator,
): Promise<Run> {
  const progress = new Map(tasks.map(({ name }) => [name, [] as string[]]));
  const ends: string[] = [];
  let workers = 0;
  const count = (): void => {
    workers++;
  };
  process.on("worker", count);
  const outcomes = await runTasks(
    tasks,
    {
      onProgress: ({ name }, text) => progress.get(name)?.push(text),
      onEnd: (outcome) => ends.push(outcome.task.name),
    },
    jobs,
  );
  process.off("worker", count);
  return { outcomes, progress, ends, workers };
}

function reportOf(outcome: Generator.TaskOutcome | undefined): Generator.TaskReport {
  if (outcome === undefined || "error" in outcome)
    throw new Error("the task failed", outcome && { cause: outcome.error });
  return outcome.report;
}

/** Changes nothing, as opposed to others in a table. */
const unchanged = (): Promise<void> => Promise.resolve();

/** The claim of a process that has ended. */
const claimOfDead = `out/schemas/.smithy-codec.999999999.1.${ownIdentity().host}.0123456789ab`;

const names = ["one", "two", "three", "four"];

describe("several tasks", () => {
  beforeEach(async () => {
    for (const name of names) await put(`${name}.json`, good(name));
  });

  it("write the same files side by side as one after the other", async () => {
    const tasksIn = (folder: string): Generator.Task[] =>
      names.map((name) =>
        task(name, {
          out: `${folder}/${name}/src`,
          jsonSchema: `${folder}/${name}/schemas`,
          apiReport: `${folder}/${name}/API.md`,
        }),
      );
    const apart = await run(tasksIn("apart"), 1);
    const together = await run(tasksIn("together"), 3);
    expect([apart.workers, together.workers]).toEqual([0, 3]);
    expect(readTree("together")).toEqual(readTree("apart"));
    expect(Object.keys(readTree("together"))).toContain("four/API.md");
    expect(together.outcomes.map(({ task: { name } }) => name)).toEqual(names);
    const plain = ({ outcomes }: Run, folder: string): unknown =>
      JSON.parse(
        JSON.stringify(
          outcomes.map((outcome) => ({ ...reportOf(outcome), seconds: 0 })),
        ).replaceAll(`"${folder}/`, '"'),
      );
    expect(plain(together, "together")).toEqual(plain(apart, "apart"));
  });

  it("report their progress, and their end once", async () => {
    const { progress, ends } = await run(names.map((name) => task(name)));
    for (const name of names) {
      expect(progress.get(name)?.slice(0, 2)).toEqual([`reading ${name}.json`, "generating"]);
      expect(progress.get(name)?.at(-1)).toMatch(/^generating (\d+) of \1 files$/);
    }
    expect(ends.toSorted()).toEqual(names.toSorted());
  });

  it("report a run that they wait for", async () => {
    const { pid, start, host } = ownIdentity();
    const claim = `out/one/.smithy-codec.${pid}.${start}.${host}.0123456789ab`;
    await mkdir(claim, { recursive: true });
    const waits: string[] = [];
    const outcomes = await generator.runTasks(
      [task("one"), task("two")],
      {
        onWait: ({ name }, message) => {
          waits.push(`${name}: ${message}`);
          void rm(claim, { recursive: true });
        },
      },
      2,
    );
    expect(waits).toEqual([expect.stringMatching(/^one: out\/one: another run .* waiting/)]);
    for (const outcome of outcomes) expect(reportOf(outcome).files).toEqual([]);
  });

  it("need no thread if they have nothing to do", async () => {
    const tasks = names.map((name) => task(name));
    await run(tasks);
    const second = await run(tasks);
    expect(second.workers).toBe(0);
    for (const outcome of second.outcomes) {
      const [folder] = reportOf(outcome).folders;
      expect(folder).toMatchObject({ missing: [], changed: [], stale: [] });
      expect(folder?.unchanged).toContain("index.ts");
    }
    await put("three.json", good("changed"));
    const third = await run(tasks);
    expect(third.workers).toBe(0);
    expect(
      [...third.progress].filter(([, texts]) => texts.length > 0).map(([name]) => name),
    ).toEqual(["three"]);
    expect(third.ends.toSorted()).toEqual(names.toSorted());
  });
});

describe("a task that fails", () => {
  it("does not stop the others, and its error is the same from a thread", async () => {
    for (const name of ["before", "conflict", "after"]) await put(`${name}.json`, good(name));
    await put("model.json", modelOf({ a: "Missing", b: "Absent" }));
    await put("out/conflict/index.ts", "mine");
    const tasks = [
      task("before"),
      task("model"),
      task("conflict"),
      task("input"),
      task("revision", { models: ["git:none:model.json"] }),
      task("after"),
    ];
    const { outcomes, ends } = await run(tasks, 3);
    expect(ends.toSorted()).toEqual(tasks.map(({ name }) => name).toSorted());
    const errorsOf = (all: readonly Generator.TaskOutcome[]): unknown[] =>
      all.map((outcome) => {
        if ("report" in outcome) return outcome.task.name;
        const { name, message, diagnostics, note } = outcome.error;
        return { name, class: outcome.error.constructor, message, diagnostics, note };
      });
    const errors = errorsOf(outcomes);
    const { ModelError, ConflictError, InputError, RevisionError } = generator;
    expect(errors).toMatchObject([
      "before",
      { class: ModelError, diagnostics: [{ place: "test#Thing$b" }, { place: "test#Thing$a" }] },
      { class: ConflictError, diagnostics: [{ file: "out/conflict/index.ts" }] },
      { class: InputError, diagnostics: [{ file: "input.json" }] },
      { class: RevisionError, diagnostics: [{ code: "SC3101" }] },
      "after",
    ]);
    expect(errorsOf((await run(tasks, 1)).outcomes)).toEqual(errors);
    expect(readTree("out/conflict")).toEqual({ "index.ts": "mine" });
    for (const name of ["before", "after"])
      expect(Object.keys(readTree(`out/${name}`))).toContain("manifest.json");
    expect(await readdir("out")).toHaveLength(3);
  });

  it("for its warnings has them as errors", async () => {
    await put("one.json", modelOf({ a: "Text" }, { Text: simple("string", { "test#odd": {} }) }));
    await put("two.json", good("two"));
    const { outcomes } = await run([task("one", { strict: true }), task("two", { strict: true })]);
    const [first, second] = outcomes;
    expect(first).toMatchObject({
      error: { name: "ModelError", note: expect.stringContaining("--strict") as string },
    });
    expect(reportOf(second).warnings).toEqual([]);
  });
});

describe("what an earlier run wrote", () => {
  const options: Partial<Generator.Task> = {
    overlays: ["overlay.json"],
    jsonSchema: "out/schemas",
    apiReport: "out/API.md",
  };
  const overlay = (max: number): Json => ({
    smithy: "2.0",
    shapes: { "test#Text": { type: "apply", traits: named({ length: { max } }) } },
  });
  let before: ReturnType<typeof readTree>;

  beforeEach(async () => {
    await put("one.json", good("a"));
    await put("overlay.json", overlay(3));
    await run([task("one", options)]);
    before = readTree("out");
  });

  const isGenerated = ({ progress }: Run): boolean =>
    progress.get("one")?.includes("generating") === true;

  it("is taken as it is if nothing changed", async () => {
    for (const more of [{}, { isReadOnly: true }, { strict: true }]) {
      const second = await run([task("one", { ...options, ...more })]);
      expect(second.progress.get("one")).not.toContain("generating");
      const { folders, files } = reportOf(second.outcomes[0]);
      for (const folder of folders)
        expect(folder).toMatchObject({ missing: [], changed: [], stale: [], kept: [] });
      expect(folders.map(({ path }) => path)).toEqual(["out/one", "out/schemas"]);
      expect(files).toEqual([{ path: "out/API.md", status: "unchanged" }]);
    }
  });

  it.each<[string, () => Promise<unknown>]>([
    ["a file that was changed", () => appendFile("out/one/index.ts", "// mine\n")],
    ["a schema that was changed", () => appendFile("out/schemas/Do.input.schema.json", "\n")],
    ["a file that was deleted", () => rm("out/one/shapes/Thing.ts")],
    ["a report that was changed", () => appendFile("out/API.md", "mine\n")],
    ["a report that was deleted", () => rm("out/API.md")],
    ["a manifest that was deleted", () => rm("out/one/manifest.json")],
    ["a folder that was deleted", () => rm("out/schemas", { recursive: true })],
    ["a temporary file of release 0.1", () => put("out/one/index.ts.0123456789ab.tmp", "")],
    ["a temporary file beside the report", () => put("out/API.md.0123456789ab.tmp", "")],
    ["a claim of a run that was killed", () => mkdir(claimOfDead, { recursive: true })],
  ])("is repaired: %s", async (_, change) => {
    await change();
    const repaired = await run([task("one", options)]);
    expect(isGenerated(repaired)).toBe(true);
    expect(readTree("out")).toEqual(before);
    expect(isGenerated(await run([task("one", options)]))).toBe(false);
  });

  it.each<[string, Partial<Generator.Task>, () => Promise<unknown>]>([
    ["the model", {}, () => put("one.json", good("b"))],
    ["an overlay", {}, () => put("overlay.json", overlay(4))],
    ["which overlays there are", { overlays: [] }, unchanged],
    ["an option", { long: "bigint" }, unchanged],
    ["another option", { importExtension: ".ts" }, unchanged],
    ["an output that is added", { arbitraries: true }, unchanged],
  ])("is generated again after a change of %s", async (_, more, change) => {
    await change();
    expect(isGenerated(await run([task("one", { ...options, ...more })]))).toBe(true);
    const again = await run([task("one", { ...options, ...more })]);
    expect(isGenerated(again)).toBe(false);
  });

  /** A copy of the generator; what a process has loaded does not change any more. */
  async function copyGenerator(change: string): Promise<typeof Generator> {
    const copy = await mkdtemp(join(dirname(dirname(dirname(built))), "generator-"));
    copies.push(copy);
    await cp(dirname(built), join(copy, "dist"), { recursive: true });
    await symlink(join(here, "codegen/runtime"), join(copy, "runtime"), "junction");
    await appendFile(join(copy, "dist/src/cli/colors.js"), change);
    return load(join(copy, "dist/src"));
  }

  it("is generated again by another generator", { timeout: 120_000 }, async () => {
    const same = await copyGenerator("");
    expect(isGenerated(await run([task("one", options)], 1, same))).toBe(false);
    const other = await copyGenerator("// changed\n");
    expect(isGenerated(await run([task("one", options)], 1, other))).toBe(true);
  });

  it("is not used without the cache", async () => {
    expect(isGenerated(await run([task("one", { ...options, cache: false })]))).toBe(true);
  });
});
