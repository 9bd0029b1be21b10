import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  realpath,
  rm,
  stat,
  utimes,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openCache, type StoredCache } from "../../../codegen/src/write/stored-cache.js";

const here = process.cwd();
let base: string;

beforeEach(async () => {
  base = await realpath(await mkdtemp(join(tmpdir(), "smithy-codec-")));
  await mkdir(join(base, "node_modules"));
  process.chdir(base);
});

afterEach(async () => {
  process.chdir(here);
  await rm(base, { recursive: true, force: true });
});

async function open(folder = "out"): Promise<StoredCache> {
  const cache = await openCache(folder);
  if (cache === undefined) throw new Error("there is no cache");
  return cache;
}

/** Stores entries for an output folder. */
async function store(entries: Record<string, string>, folder = "out"): Promise<void> {
  const cache = await open(folder);
  for (const [key, text] of Object.entries(entries)) cache.set(key, text);
  await cache.store();
}

const cacheFolder = (): string => join(base, "node_modules/.cache/smithy-codec");

/** The path of the only file of the cache. */
async function cacheFile(): Promise<string> {
  const [name = "", ...rest] = await readdir(cacheFolder());
  expect(rest).toEqual([]);
  return join(cacheFolder(), name);
}

describe("the cache of an output folder", () => {
  it("gives back what an earlier run stored", async () => {
    await store({ a: "text of a", b: "text of b" });
    const cache = await open();
    expect([cache.get("a"), cache.get("b"), cache.get("c")]).toEqual([
      "text of a",
      "text of b",
      undefined,
    ]);
  });

  it("is empty before anything is stored, and for another folder", async () => {
    expect((await open()).get("a")).toBeUndefined();
    await store({ a: "text" });
    expect((await open("other")).get("a")).toBeUndefined();
    expect((await open("./x/../out")).get("a")).toBe("text");
  });

  it("keeps only what the last run used", async () => {
    await store({ a: "1", b: "2", c: "3" });
    const second = await open();
    second.get("a");
    second.set("d", "4");
    await second.store();
    const third = await open();
    expect(["a", "b", "c", "d"].map((key) => third.get(key))).toEqual([
      "1",
      undefined,
      undefined,
      "4",
    ]);
  });

  it.each<[string, string[], string[], boolean]>([
    ["all entries are used", ["a", "b"], [], false],
    ["an entry is not used", ["a"], [], true],
    ["none is used", [], [], true],
    ["one is added", ["a", "b"], ["c"], true],
    ["one is replaced by another", ["a"], ["c"], true],
  ])("is written only if it differs: %s", async (_, used, added, isWritten) => {
    await store({ a: "1", b: "2" });
    const file = await cacheFile();
    const then = new Date(1e12);
    await utimes(file, then, then);
    const cache = await open();
    for (const key of used) cache.get(key);
    for (const key of added) cache.set(key, "3");
    await cache.store();
    expect((await stat(file)).mtimeMs !== then.getTime()).toBe(isWritten);
  });

  it("is below the nearest node_modules of the current folder and those above it", async () => {
    await mkdir(join(base, "a/b/c"), { recursive: true });
    process.chdir(join(base, "a/b/c"));
    await store({ a: "1" });
    expect(await readdir(join(base, "node_modules/.cache"))).toEqual(["smithy-codec"]);
    await mkdir(join(base, "a/node_modules"));
    await store({ a: "1" });
    expect(await readdir(join(base, "a/node_modules/.cache/smithy-codec"))).toHaveLength(1);
    expect(await readdir(join(base, "a/b/c"))).toEqual([]);
  });

  it("is not kept without node_modules", async () => {
    await rm(join(base, "node_modules"), { recursive: true });
    expect(await openCache("out")).toBeUndefined();
    await writeFile(join(base, "node_modules"), "a file");
    expect(await openCache("out")).toBeUndefined();
  });

  it("is empty if another version of the generator wrote it", async () => {
    await store({ a: "1" });
    const file = await cacheFile();
    const json = JSON.parse(await readFile(file, "utf8")) as { fingerprint: string };
    expect(json.fingerprint).toMatch(/^[\w-]{43}$/);
    await writeFile(file, JSON.stringify({ ...json, fingerprint: `${json.fingerprint}x` }));
    expect((await open()).get("a")).toBeUndefined();
  });

  it.each<[string, (json: object) => unknown]>([
    ["null", () => null],
    ["no texts", (json) => ({ ...json, texts: undefined })],
    ["texts in another format", (json) => ({ ...json, texts: { a: "1" } })],
    ["a text that is a number", (json) => ({ ...json, texts: [["a", 1]] })],
    ["an entry that is no pair", (json) => ({ ...json, texts: [["a", "1"], ["a"]] })],
    ["an entry that is no list", (json) => ({ ...json, texts: [["a", "1"], null] })],
  ])("is empty if it is damaged: %s", async (_, damage) => {
    await store({ a: "1" });
    const file = await cacheFile();
    const json = JSON.parse(await readFile(file, "utf8")) as object;
    await writeFile(file, JSON.stringify(damage(json)));
    expect((await open()).get("a")).toBeUndefined();
    await writeFile(file, "{");
    expect((await open()).get("a")).toBeUndefined();
  });

  it.each([
    ["a file in the place of its folder", "node_modules/.cache"],
    ["a file in the place of its own folder", "node_modules/.cache/smithy-codec"],
  ])("that cannot be used is empty and not stored: %s", async (_, path) => {
    await mkdir(dirname(join(base, path)), { recursive: true });
    await writeFile(join(base, path), "mine");
    await store({ a: "1" });
    expect((await open()).get("a")).toBeUndefined();
    expect(await readFile(join(base, path), "utf8")).toBe("mine");
  });

  it("that cannot be replaced leaves no temporary file", async () => {
    await store({ a: "1" });
    const file = await cacheFile();
    await rm(file);
    await mkdir(file);
    await store({ a: "1" });
    expect(await cacheFile()).toBe(file);
  });

  it("removes the temporary files of runs that were killed long ago, and no others", async () => {
    await store({ a: "1" });
    const file = await cacheFile();
    const [old, recent, other] = [
      `${file}.0123456789ab.tmp`,
      `${file}.1123456789ab.tmp`,
      join(cacheFolder(), "x.tmp"),
    ];
    for (const path of [old, recent, other]) await writeFile(path, "");
    const then = new Date(Date.now() - 7_200_000);
    for (const path of [old, other]) await utimes(path, then, then);
    await store({ b: "1" });
    const names = await readdir(cacheFolder());
    expect(names.map((name) => join(cacheFolder(), name)).sort()).toEqual(
      [file, recent, other].sort(),
    );
  });
});
