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
    await writeFile(path("wrong"), bytesOf(modelOf({ a: "Missing" })));
  });

  afterAll(async () => {
    await rm(base, { recursive: true });
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
