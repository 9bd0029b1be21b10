import { spawnSync, type SpawnSyncReturns } from "node:child_process";
import { existsSync, openSync } from "node:fs";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { repository } from "../support/generated.js";
import { bytesOf, modelOf } from "../support/models.js";

/* The program in a process of its own. All else is tested within this process. */

const main = join(repository, "codegen/src/cli/main.ts");
const start = (
  args: readonly string[],
  stdout: number | "pipe" = "pipe",
): SpawnSyncReturns<string> =>
  spawnSync(process.execPath, ["--import", "ts-blank-space/register", main, ...args], {
    cwd: repository,
    encoding: "utf8",
    stdio: ["ignore", stdout, "pipe"],
  });

let base: string;

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), "smithy-codec-"));
});

afterAll(async () => {
  await rm(base, { recursive: true, force: true });
});

describe("the program", () => {
  it("exits with the status of its command, and prints no stack trace", async () => {
    const path = join(base, "model.json");
    await writeFile(path, bytesOf(modelOf({ a: "Missing" })));
    const done = start(["generate", "--model", path, "--out", join(base, "out")]);
    expect(done.status).toBe(1);
    expect(done.stderr).toMatch(
      /^[^\n]*test#Thing\$a: refers to "test#Missing", which is not in the model\.[^\n]*\n$/,
    );
    expect(await readdir(base)).toEqual(["model.json"]);
  });

  it.skipIf(!existsSync("/dev/full"))("reports that standard output cannot be written", () => {
    const done = start(["--help"], openSync("/dev/full", "w"));
    expect(done.status).toBe(2);
    expect(done.stderr).toBe("standard output: no space left on the disk\n");
  });
});
