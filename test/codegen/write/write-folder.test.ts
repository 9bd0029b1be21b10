import {
  chmod,
  mkdir,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  utimes,
  writeFile,
} from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { compareFolder } from "../../../codegen/src/write/compare-folder.js";
import { OutputError } from "../../../codegen/src/write/output-error.js";
import { writeFolder } from "../../../codegen/src/write/write-folder.js";
import { generated, output, TestFolder } from "../support/folder.js";

let folder: TestFolder;

beforeEach(async () => {
  folder = await TestFolder.create();
});

afterEach(async () => {
  await folder.remove();
});

describe("writing a folder", () => {
  it("creates it, with every file and nothing else", async () => {
    await folder.write(output({ "index.ts": "a", "shapes/A.ts": "b" }));
    expect(await folder.everything()).toEqual([
      "out/index.ts",
      "out/manifest.json",
      "out/shapes/A.ts",
    ]);
    expect(JSON.parse(await folder.text("manifest.json"))).toEqual({
      generator: "smithy-codec",
      files: ["index.ts", "shapes/A.ts"],
    });
  });

  it("does not touch what is unchanged", async () => {
    await folder.write(output({ "index.ts": "a", "b.ts": "b" }));
    const then = new Date(1e12);
    for (const path of ["index.ts", "b.ts", "manifest.json"])
      await utimes(join(folder.path, path), then, then);
    await folder.write(output({ "index.ts": "a", "b.ts": "changed" }));
    const times = async (path: string): Promise<number> =>
      (await stat(join(folder.path, path))).mtimeMs;
    expect(await times("index.ts")).toBe(then.getTime());
    expect(await times("manifest.json")).toBe(then.getTime());
    expect(await times("b.ts")).not.toBe(then.getTime());
    expect(await folder.text("b.ts")).toBe(generated("changed"));
  });

  it("does not touch the folder itself if nothing changed", async () => {
    await folder.write(output({ "index.ts": "a" }));
    const then = new Date(1e12);
    await utimes(folder.path, then, then);
    await folder.write(output({ "index.ts": "a" }));
    expect((await stat(folder.path)).mtimeMs).toBe(then.getTime());
  });

  it("deletes the files of an earlier run that are no longer generated, and folders that become empty", async () => {
    await folder.write(
      output({
        "index.ts": "a",
        "shapes/A.ts": "a",
        "shapes/B.ts": "b",
        "operations/deep/C.ts": "c",
      }),
    );
    await folder.put("shapes/mine.ts", "mine");
    const next = output({ "index.ts": "a", "shapes/B.ts": "b" });
    expect(await compareFolder(folder.path, next)).toEqual({
      missing: [],
      changed: ["manifest.json"],
      stale: ["operations/deep/C.ts", "shapes/A.ts"],
      kept: [],
      unchanged: ["index.ts", "shapes/B.ts"],
    });
    await folder.write(next);
    expect(await folder.everything()).toEqual([
      "out/index.ts",
      "out/manifest.json",
      "out/shapes/B.ts",
      "out/shapes/mine.ts",
    ]);
    expect(await readdir(folder.path)).not.toContain("operations");
  });

  it("deletes empty folders if a killed run had created or deleted only some of them", async () => {
    await folder.write(output({ "index.ts": "a", "operations/deep/C.ts": "c" }));
    await rm(join(folder.path, "operations/deep"), { recursive: true });
    await folder.write(output({ "index.ts": "a" }));
    expect(await readdir(folder.path)).not.toContain("operations");
  });

  it("leaves alone what it did not write", async () => {
    await folder.put("README.md", "mine");
    await folder.put("shapes/Old.ts", "mine");
    await folder.put(".git/config", "mine");
    await folder.write(output({ "shapes/A.ts": "a" }));
    await folder.write(output({}));
    expect(await folder.everything()).toEqual([
      "out/.git/config",
      "out/README.md",
      "out/manifest.json",
      "out/shapes/Old.ts",
    ]);
  });

  it("restores files that were changed or deleted", async () => {
    const files = output({ "index.ts": "a", "b.ts": "b" });
    await folder.write(files);
    await folder.put("index.ts", "edited");
    await rm(join(folder.path, "b.ts"));
    expect(await compareFolder(folder.path, files)).toMatchObject({
      missing: ["b.ts"],
      changed: ["index.ts"],
      stale: [],
    });
    await folder.write(files);
    expect(await compareFolder(folder.path, files)).toMatchObject({
      missing: [],
      changed: [],
      stale: [],
    });
  });

  it("through a link writes to where the link leads, and keeps it", async () => {
    await mkdir(join(folder.base, "real"));
    await symlink("real", folder.path);
    await folder.write(output({ "index.ts": "a" }));
    expect(await readFile(join(folder.base, "real/index.ts"), "utf8")).toBe(generated("a"));
    expect(await folder.everything()).toContain("out");
  });

  it("renames a file whose name changes only in case", async () => {
    // On a disk that ignores case, both names are one file, which must not be deleted after it is written.
    await folder.write(output({ "shapes/thing.ts": "a" }));
    await folder.write(output({ "shapes/Thing.ts": "b" }));
    expect(await folder.text("shapes/Thing.ts")).toBe(generated("b"));
    expect(await readdir(join(folder.path, "shapes"))).toEqual(["Thing.ts"]);
  });

  it("lists old and new files if it cannot finish", async () => {
    await folder.write(output({ "a.ts": "1", "old/b.ts": "1" }));
    class FailingMap extends Map<string, string> {
      override get(path: string): string | undefined {
        if (path === "z/z.ts") throw new Error("cannot finish");
        return super.get(path);
      }
    }
    const next = new FailingMap(output({ "a.ts": "2", "z/z.ts": "2" }));
    await expect(folder.write(next)).rejects.toThrow("cannot finish");
    expect(await folder.everything()).toEqual(["out/a.ts", "out/manifest.json"]);
    const { files } = JSON.parse(await folder.text("manifest.json")) as { files: string[] };
    expect(files).toEqual(["a.ts", "old/b.ts", "z/z.ts"]);
  });

  it("compares again before it writes", async () => {
    const files = output({ "index.ts": "a" });
    const early = await compareFolder(folder.path, files);
    await folder.put("index.ts", "mine");
    await expect(writeFolder(folder.path, files, early)).rejects.toThrow(/index\.ts/);
    expect(await folder.everything()).toEqual(["out/index.ts"]);
    expect(await folder.text("index.ts")).toBe("mine");
  });
});

describe("links within the folder", () => {
  const outside = (): string => join(folder.base, "outside");

  beforeEach(async () => {
    await mkdir(outside());
    await writeFile(join(outside(), "A.ts"), generated("theirs"));
    await mkdir(folder.path);
  });

  it.each<[string, string, string, Record<string, string>]>([
    ["as a file that would be written", "index.ts", "../outside/A.ts", { "index.ts": "a" }],
    ["as a folder that would be written to", "shapes", "../outside", { "shapes/A.ts": "a" }],
    ["as the manifest", "manifest.json", "../outside/A.ts", {}],
    ["that leads nowhere", "index.ts", "../nowhere", { "index.ts": "a" }],
  ])("are refused, even with force: %s", async (_, path, target, files) => {
    await symlink(target, join(folder.path, path));
    for (const options of [{}, { force: true }]) {
      await expect(folder.write(output(files), options)).rejects.toThrow(
        OutputError.of(
          "SC2004",
          join(folder.path, path),
          "this is a symbolic link; files are not written through links",
        ),
      );
    }
    expect(await readFile(join(outside(), "A.ts"), "utf8")).toBe(generated("theirs"));
  });

  it("are refused if a stale file would be deleted through them", async () => {
    await folder.write(output({ "old/A.ts": "a" }));
    await rm(join(folder.path, "old"), { recursive: true });
    await symlink("../outside", join(folder.path, "old"));
    await expect(folder.write(output({}))).rejects.toThrow(OutputError);
    expect(await readFile(join(outside(), "A.ts"), "utf8")).toBe(generated("theirs"));
  });

  it("are left alone in other places", async () => {
    await symlink("../outside", join(folder.path, "theirs"));
    await folder.write(output({ "index.ts": "a" }));
    expect(await folder.everything()).toContain("out/theirs");
  });
});

describe("an error of the file system is reported in one line", () => {
  it.each<[string, () => Promise<unknown>, RegExp]>([
    [
      "a file in the place of the folder",
      () => writeFile(folder.path, "mine"),
      /out: this is a file; expected a folder$/,
    ],
    [
      "a file in the place of a folder in it",
      () => folder.put("shapes", "mine"),
      /shapes: this is a file; expected a folder$/,
    ],
    [
      "a folder in the place of a file",
      () => mkdir(join(folder.path, "shapes/A.ts"), { recursive: true }),
      /A\.ts: this is a folder; expected a file$/,
    ],
  ])("%s", async (_, prepare, want) => {
    await prepare();
    const before = await folder.everything();
    const written = folder.write(output({ "shapes/A.ts": "a" }));
    await expect(written).rejects.toThrow(OutputError);
    await expect(written).rejects.toThrow(want);
    expect(await folder.everything()).toEqual(before);
  });

  it("an output folder with a name that is too long", async () => {
    const long = join(folder.base, "x".repeat(300));
    const files = output({ "index.ts": "a" });
    await expect(compareFolder(long, files)).rejects.toThrow(/: name too long \(ENAMETOOLONG\)$/);
  });

  it.skipIf(process.getuid?.() === 0)("a folder that may not be written", async () => {
    await mkdir(folder.path);
    await chmod(folder.path, 0o500);
    await expect(folder.write(output({ "index.ts": "a" }))).rejects.toThrow(/permission denied$/);
  });
});
