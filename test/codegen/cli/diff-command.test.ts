import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCli } from "../../support/run-cli.js";
import { bytesOf, modelOf } from "../support/models.js";

describe("diff", () => {
  let base: string;
  const path = (name: string): string => join(base, `${name}.json`);

  beforeAll(async () => {
    base = await mkdtemp(join(tmpdir(), "smithy-codec-"));
    await writeFile(path("one"), bytesOf(modelOf({ a: "String" })));
    await writeFile(path("two"), bytesOf(modelOf({ a: "String", b: "String" })));
    await writeFile(path("three"), bytesOf(modelOf({ a: "String", b: "String", c: "String" })));
    await writeFile(path("wrong"), bytesOf(modelOf({ a: "Missing" })));
  });

  afterAll(async () => {
    await rm(base, { recursive: true });
  });

  it.each([
    ["one", "one", 0, "No differences between"],
    ["one", "two", 1, "1 difference, 0 of them breaking between"],
    ["one", "three", 1, "2 differences, 0 of them breaking between"],
    ["two", "one", 1, "1 difference, 1 of them breaking between"],
  ])("of %s and %s: status %i", async (before, after, status, summary) => {
    const done = await runCli(["diff", path(before), path(after)]);
    expect(done).toMatchObject({ status, stderr: "" });
    const lines = done.stdout.trimEnd().split("\n");
    expect(lines.at(-1)).toBe(`${summary} ${path(before)} and ${path(after)}.`);
  });

  it.each([
    ["one", "wrong", 1, /^\S*wrong\.json: test#Thing\$a: [^\n]+\n$/],
    ["wrong", "one", 1, /^\S*wrong\.json: test#Thing\$a: [^\n]+\n$/],
    ["one", "none", 2, /^\S*none\.json: no such file or folder\n$/],
    ["none", "one", 2, /^\S*none\.json: no such file or folder\n$/],
  ])("of %s and %s is an error: status %i", async (before, after, status, want) => {
    const done = await runCli(["diff", path(before), path(after)]);
    expect(done).toMatchObject({ status, stdout: "" });
    expect(done.stderr).toMatch(want);
  });
});
