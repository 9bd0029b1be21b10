import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { findModelFiles } from "../../../codegen/src/run/find-model-files.js";
import { InputError } from "../../../codegen/src/run/read-source.js";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "smithy-codec-"));
  for (const name of [
    ...["b.smithy", "a.json", "c.txt", ".hidden.smithy", "deep/er/d.smithy", "deep/a.smithy"],
    ...[".git/e.smithy", "node_modules/f/f.smithy", "build/smithy/g.smithy", "empty/h.txt"],
  ]) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), "");
  }
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function find(paths: readonly string[], ...extensions: string[]): Promise<string[]> {
  const given = paths.map((path) => (/^(-|git:)/.test(path) ? path : join(folder, path)));
  const found = await findModelFiles(given, extensions);
  return found.map((path) => (path.startsWith(folder) ? relative(folder, path) : path));
}

test("in place of a folder come its files in order", async () => {
  expect(await find(["."], ".smithy")).toEqual(["b.smithy", "deep/a.smithy", "deep/er/d.smithy"]);
  expect(await find(["."], ".smithy", ".json")).toEqual([
    ...["a.json", "b.smithy", "deep/a.smithy", "deep/er/d.smithy"],
  ]);
});

test("what is given by name is read, each file once and in the order that is given", async () => {
  const given = ["c.txt", "-", "git:main:a.smithy", "build", "deep", "deep/a.smithy", "b.smithy"];
  expect(await find(given, ".smithy")).toEqual([
    ...["c.txt", "-", "git:main:a.smithy", "build/smithy/g.smithy"],
    ...["deep/a.smithy", "deep/er/d.smithy", "b.smithy"],
  ]);
});

test("symbolic links are followed, but not in a circle", async () => {
  await symlink("..", join(folder, "deep", "up"));
  await symlink("nowhere", join(folder, "broken.smithy"));
  await symlink(join(folder, "c.txt"), join(folder, "link.smithy"));
  expect(await find(["."], ".smithy")).toEqual([
    ...["b.smithy", "deep/a.smithy", "deep/er/d.smithy", "link.smithy"],
  ]);
});

test.each([
  ["empty", "the folder has no .smithy or .json file"],
  ["missing", "no such file or folder"],
])("%s is an error that names it", async (path, message) => {
  const failure = find([path], ".smithy", ".json");
  await expect(failure).rejects.toThrow(InputError);
  await expect(failure).rejects.toThrow(`${join(folder, path)}: ${message}`);
});
