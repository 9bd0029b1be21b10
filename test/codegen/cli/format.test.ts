import { lstat, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runCli } from "../../support/run-cli.js";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "smithy-codec-"));
  await mkdir(join(folder, "sub"));
  await writeFile(join(folder, "a.smithy"), "namespace  a\n");
  await writeFile(join(folder, "good.smithy"), "namespace a\n");
  await writeFile(join(folder, "sub", "b.smithy"), "namespace b\nstring  B // c");
  await writeFile(join(folder, "other.json"), "{ }");
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

function read(name: string): Promise<string> {
  return readFile(join(folder, name), "utf8");
}

describe("format", () => {
  it("writes the files that change", async () => {
    const before = await lstat(join(folder, "good.smithy"));
    expect(await runCli(["format", folder])).toEqual({
      status: 0,
      stdout: "Formatted a.smithy\nFormatted b.smithy\nChecked 3 files: 2 formatted.\n",
      stderr: "",
    });
    expect(await read("a.smithy")).toBe("namespace a\n");
    expect(await read("sub/b.smithy")).toBe("namespace b\n\nstring B // c\n");
    expect((await lstat(join(folder, "good.smithy"))).ino).toBe(before.ino);
    expect(await readdir(folder)).toEqual(["a.smithy", "good.smithy", "other.json", "sub"]);
    const { stdout } = await runCli(["format", folder]);
    expect(stdout).toBe("Checked 3 files: all formatted already.\n");
  });

  it("writes nothing with --check, and fails if a file would change", async () => {
    expect(await runCli(["format", "--check", folder])).toEqual({
      status: 1,
      stdout: "a.smithy\nb.smithy\nChecked 3 files: 2 not formatted. Run smithy-codec format.\n",
      stderr: "",
    });
    expect(await read("a.smithy")).toBe("namespace  a\n");
    expect((await runCli(["format", "--check", join(folder, "good.smithy")])).status).toBe(0);
  });

  it("leaves files with mistakes as they are, and says where they are", async () => {
    await writeFile(join(folder, "bad.smithy"), "namespace  a\nstring A B\nstrin C\n");
    await writeFile(join(folder, "binary.smithy"), Uint8Array.of(0xff, 0xfe, 0x00, 0x80));
    const { status, stdout, stderr } = await runCli(["format", folder]);
    expect(status).toBe(1);
    expect(stderr).toBe(
      [
        'bad.smithy:2:10: expected a line break, found "B"',
        "bad.smithy:3:1: there is no type of shapes strin. Did you mean string?",
        "binary.smithy: the file is in UTF-16; expected UTF-8",
        "",
      ].join("\n"),
    );
    expect(stdout).toContain("Checked 5 files: 2 formatted, 2 with errors.");
    expect(await read("bad.smithy")).toBe("namespace  a\nstring A B\nstrin C\n");
  });

  it("formats standard input to standard output", async () => {
    expect(await runCli(["format", "-"], ["namespace  a"])).toEqual({
      status: 0,
      stdout: "namespace a\n",
      stderr: "",
    });
    const { status, stdout } = await runCli(["format", "-", "--check"], ["namespace  a"]);
    expect([status, stdout.split("\n", 1)[0]]).toEqual([1, "-"]);
    const bad = await runCli(["format", "-"], ["namespace"]);
    expect(bad).toEqual({
      status: 1,
      stdout: "",
      stderr: "-:1:10: expected a space, found the end of the file\n",
    });
  });

  it("formats what a symbolic link leads to", async () => {
    await symlink("a.smithy", join(folder, "link.smithy"));
    expect((await runCli(["format", join(folder, "link.smithy")])).status).toBe(0);
    expect((await lstat(join(folder, "link.smithy"))).isSymbolicLink()).toBe(true);
    expect(await read("a.smithy")).toBe("namespace a\n");
  });

  it.each([
    [["missing.smithy"], "no such file or folder"],
    [["empty"], "the folder has no .smithy file"],
    [["other.json"], "this is a JSON file; expected Smithy IDL"],
    [["a.smithy", "-"], "standard input cannot be formatted together with files"],
    [["git:main:a.smithy"], "is a revision, which cannot be written"],
  ])("refuses %j", async (paths, message) => {
    await mkdir(join(folder, "empty"));
    const given = paths.map((path) => (/^(-|git:)/.test(path) ? path : join(folder, path)));
    const { status, stderr } = await runCli(["format", ...given]);
    expect([status, stderr]).toEqual([2, expect.stringContaining(message)]);
  });
});
