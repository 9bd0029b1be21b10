import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runCli } from "../../support/run-cli.js";
import { bytesOf, modelOf } from "../support/models.js";

/* The cache makes runs faster, and never changes what they write. */

const here = process.cwd();
let base: string;

beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), "smithy-codec-"));
  await mkdir(join(base, "node_modules"));
  process.chdir(base);
  await writeModel("a");
});

afterEach(async () => {
  process.chdir(here);
  await rm(base, { recursive: true, force: true });
});

async function writeModel(member: string): Promise<void> {
  await writeFile("model.json", bytesOf(modelOf({ [member]: "String" })));
}

const generate = async (...options: string[]): Promise<number> => {
  const args = ["generate", "--model", "model.json", "--out", "out", ...options];
  const { status, stderr } = await runCli(args);
  expect(stderr).toBe("");
  return status;
};

const cacheFolder = "node_modules/.cache/smithy-codec";
const text = (path: string): Promise<string> => readFile(join("out", path), "utf8");

/** Changes every text in the cache, to see where they are used. */
async function markCache(): Promise<void> {
  const [name = ""] = await readdir(cacheFolder);
  const path = join(cacheFolder, name);
  const json = JSON.parse(await readFile(path, "utf8")) as { texts: [string, string][] };
  const texts = json.texts.map(([key, value]) => [key, `${value}// cached\n`]);
  await writeFile(path, JSON.stringify({ ...json, texts }));
}

describe("generate", () => {
  it("takes files from the cache, if their part of the model did not change", async () => {
    await generate();
    await markCache();
    await writeModel("b");
    await generate();
    expect(await text("shapes/Thing.ts")).toMatch(/\bb\?:(?!.*\/\/ cached)/s);
    expect(await text("index.ts")).toContain("// cached");
  });

  it("takes none with --no-cache, and writes none", async () => {
    await generate();
    await markCache();
    await generate("--no-cache");
    expect(await text("index.ts")).not.toContain("// cached");
    await rm(cacheFolder, { recursive: true });
    await generate("--no-cache");
    await expect(readdir(cacheFolder)).rejects.toThrow("ENOENT");
  });

  it.each([
    ["--check", 1],
    ["--dry-run", 0],
  ])("%s writes no cache", async (mode, status) => {
    expect(await generate(mode)).toBe(status);
    expect(await readdir("node_modules")).toEqual([]);
    await generate();
    await writeModel("b");
    const before = await readFile(join(cacheFolder, (await readdir(cacheFolder))[0] ?? ""), "utf8");
    await generate(mode);
    const after = await readFile(join(cacheFolder, (await readdir(cacheFolder))[0] ?? ""), "utf8");
    expect(after).toBe(before);
  });

  it("works without a usable cache, and writes the same bytes", async () => {
    await generate();
    const want = await text("index.ts");
    await rm("node_modules/.cache", { recursive: true });
    await rm("out", { recursive: true });
    await writeFile("node_modules/.cache", "mine");
    expect(await generate()).toBe(0);
    expect(await text("index.ts")).toBe(want);
    expect(await generate("--check")).toBe(0);
    expect(await readFile("node_modules/.cache", "utf8")).toBe("mine");
  });
});
