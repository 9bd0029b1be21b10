import {
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  utimes,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  compareFolder,
  manifestText,
  OutputError,
  writeFolder,
} from "../../../codegen/src/write/output-folder.js";

let base: string;
let folder: string;

beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), "smithy-codec-"));
  folder = join(base, "out");
});

afterEach(async () => {
  await rm(base, { recursive: true, force: true });
});

/** Files with the manifest that lists them. */
function output(files: Record<string, string>): Map<string, string> {
  return new Map([...Object.entries(files), ["manifest.json", manifestText(Object.keys(files))]]);
}

async function write(files: ReadonlyMap<string, string>): Promise<void> {
  await writeFolder(folder, files, await compareFolder(folder, files));
}

async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
}

/** Every file below the base, by its path from there. */
async function everything(): Promise<string[]> {
  const entries = await readdir(base, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(base.length + 1))
    .sort();
}

const text = (path: string): Promise<string> => readFile(join(folder, path), "utf8");

describe("writing a folder", () => {
  it("makes it, with every file and nothing else", async () => {
    await write(output({ "index.ts": "a", "shapes/A.ts": "b" }));
    expect(await everything()).toEqual(["out/index.ts", "out/manifest.json", "out/shapes/A.ts"]);
    expect(JSON.parse(await text("manifest.json"))).toEqual({ files: ["index.ts", "shapes/A.ts"] });
  });

  it("does not touch what is unchanged", async () => {
    await write(output({ "index.ts": "a", "b.ts": "b" }));
    const then = new Date(1e12);
    for (const path of ["index.ts", "b.ts", "manifest.json"])
      await utimes(join(folder, path), then, then);
    await write(output({ "index.ts": "a", "b.ts": "changed" }));
    const times = async (path: string): Promise<number> => (await stat(join(folder, path))).mtimeMs;
    expect(await times("index.ts")).toBe(then.getTime());
    expect(await times("manifest.json")).toBe(then.getTime());
    expect(await times("b.ts")).not.toBe(then.getTime());
    expect(await text("b.ts")).toBe("changed");
  });

  it("removes what an earlier run listed and this one does not, and folders that come to be empty", async () => {
    await write(
      output({
        "index.ts": "a",
        "shapes/A.ts": "a",
        "shapes/B.ts": "b",
        "operations/deep/C.ts": "c",
      }),
    );
    await put("shapes/mine.ts", "mine");
    const next = output({ "index.ts": "a", "shapes/B.ts": "b" });
    expect(await compareFolder(folder, next)).toEqual({
      missing: [],
      changed: ["manifest.json"],
      stale: ["operations/deep/C.ts", "shapes/A.ts"],
      unchanged: ["index.ts", "shapes/B.ts"],
    });
    await write(next);
    expect(await everything()).toEqual([
      "out/index.ts",
      "out/manifest.json",
      "out/shapes/B.ts",
      "out/shapes/mine.ts",
    ]);
    expect(await readdir(folder)).not.toContain("operations");
  });

  it("leaves alone what it did not write", async () => {
    await put("README.md", "mine");
    await put("shapes/Old.ts", "mine");
    await put(".git/config", "mine");
    await write(output({ "shapes/A.ts": "a" }));
    await write(output({}));
    expect(await everything()).toEqual([
      "out/.git/config",
      "out/README.md",
      "out/manifest.json",
      "out/shapes/Old.ts",
    ]);
  });

  it("mends what was changed, and what was removed", async () => {
    const files = output({ "index.ts": "a", "b.ts": "b" });
    await write(files);
    await put("index.ts", "edited");
    await rm(join(folder, "b.ts"));
    expect(await compareFolder(folder, files)).toMatchObject({
      missing: ["b.ts"],
      changed: ["index.ts"],
      stale: [],
    });
    await write(files);
    expect(await compareFolder(folder, files)).toMatchObject({
      missing: [],
      changed: [],
      stale: [],
    });
  });

  it("that is a link writes to where the link leads, and keeps it", async () => {
    await mkdir(join(base, "real"));
    await symlink("real", folder);
    await write(output({ "index.ts": "a" }));
    expect(await readFile(join(base, "real/index.ts"), "utf8")).toBe("a");
    expect(await everything()).toContain("out");
  });

  it("leaves the earlier files whole and listed where it cannot go on", async () => {
    await write(output({ "a.ts": "1", "old.ts": "1" }));
    // A folder stands where a file should be, so that the second file cannot be written.
    await mkdir(join(folder, "z.ts"));
    const next = output({ "a.ts": "2", "z.ts": "2" });
    await expect(compareFolder(folder, next)).rejects.toThrow(OutputError);
    const blind = {
      missing: ["z.ts"],
      changed: ["a.ts", "manifest.json"],
      stale: ["old.ts"],
      unchanged: [],
    };
    await expect(writeFolder(folder, next, blind)).rejects.toThrow(
      /z\.ts: this is a folder; expected a file$/,
    );
    expect(await text("a.ts")).toBe("2");
    expect(await everything()).toEqual(["out/a.ts", "out/manifest.json", "out/old.ts"]);
    const { files } = JSON.parse(await text("manifest.json")) as { files: string[] };
    expect(files).toEqual(["a.ts", "old.ts", "z.ts"]);
  });
});

describe("a manifest that is not ours", () => {
  it.each([
    ["no JSON", "{"],
    ["of another form", '{"name":"app","version":"1"}'],
    ["null", "null"],
    ["a list", '["a.ts"]'],
    ["with a number", '{"files":[1]}'],
    ...[
      "../outside.ts",
      "shapes/../../outside.ts",
      "/etc/hosts.json",
      "shapes//a.ts",
      "./a.ts",
      "a/./b.ts",
      "..",
      "",
      "a\\..\\b.ts",
      "C:x.ts",
      "a\u0000.ts",
      "passwd",
      ".git/config",
      "shapes/",
    ].map((path) => [`that lists ${JSON.stringify(path)}`, JSON.stringify({ files: [path] })]),
  ])("is refused: %s", async (_, manifest) => {
    await put("manifest.json", manifest);
    await writeFile(join(base, "outside.ts"), "mine");
    const compared = compareFolder(folder, output({ "index.ts": "a" }));
    await expect(compared).rejects.toThrow(OutputError);
    await expect(compared).rejects.toThrow(
      /manifest\.json is not a manifest of this program; move it away or choose another folder$/,
    );
    expect(await everything()).toEqual(["out/manifest.json", "outside.ts"]);
  });
});

describe("links within the folder", () => {
  const outside = (): string => join(base, "outside");

  beforeEach(async () => {
    await mkdir(outside());
    await writeFile(join(outside(), "A.ts"), "mine");
    await mkdir(folder);
  });

  it.each<[string, string, string, Record<string, string>]>([
    ["as a file that would be written", "index.ts", "../outside/A.ts", { "index.ts": "a" }],
    ["as a folder that would be written to", "shapes", "../outside", { "shapes/A.ts": "a" }],
    ["as the manifest", "manifest.json", "../outside/A.ts", {}],
    ["that leads nowhere", "index.ts", "../nowhere", { "index.ts": "a" }],
  ])("are refused: %s", async (_, path, target, files) => {
    await symlink(target, join(folder, path));
    await expect(compareFolder(folder, output(files))).rejects.toThrow(
      new OutputError(`${join(folder, path)} is a symbolic link; nothing is written through links`),
    );
    expect(await readFile(join(outside(), "A.ts"), "utf8")).toBe("mine");
  });

  it("are refused where a stale file would be removed through them", async () => {
    await put("manifest.json", manifestText(["old/A.ts"]));
    await symlink("../outside", join(folder, "old"));
    await expect(compareFolder(folder, output({}))).rejects.toThrow(OutputError);
    expect(await readFile(join(outside(), "A.ts"), "utf8")).toBe("mine");
  });

  it("are left alone where nothing of ours lies", async () => {
    await symlink("../outside", join(folder, "theirs"));
    await write(output({ "index.ts": "a" }));
    expect(await everything()).toContain("out/theirs");
  });
});

describe("what the file system refuses", () => {
  it("is told in one line: a file stands where the folder should be", async () => {
    await writeFile(folder, "mine");
    await expect(write(output({ "index.ts": "a" }))).rejects.toThrow(OutputError);
    expect(await readFile(folder, "utf8")).toBe("mine");
  });

  it.skipIf(process.getuid?.() === 0)(
    "is told in one line: the folder may not be written",
    async () => {
      await mkdir(folder);
      await chmod(folder, 0o500);
      await expect(write(output({ "index.ts": "a" }))).rejects.toThrow(OutputError);
    },
  );
});
