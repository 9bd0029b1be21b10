import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startEmulator, withEmulator } from "../emulator/start-emulator.js";
import { repository } from "../package/support/packages.js";
import { canImport } from "../server/support/run-python.js";
import type { Listening } from "../support/listening-process.js";
import { parseBlocks } from "./parse-blocks.js";

/*
 * Clients in Python get what the README says from the emulator. Those in TypeScript are followed with all other blocks of
 * the README.
 */

const run = promisify(execFile);
const section = /^## Emulator\n.*?(?=^## )/ms.exec(
  readFileSync(join(repository, "README.md"), "utf8"),
)?.[0];
const blocks = parseBlocks(section ?? "");
const blockOf = (language: string): string =>
  blocks.find((block) => block.language === language)?.text ?? "";

let emulator: Listening;
beforeAll(async () => {
  emulator = await startEmulator(["--example"]);
});
afterAll(() => emulator.stop());

describe("the emulator's section of the README", () => {
  it.skipIf(!canImport("boto3"))("has a call by boto3 that prints what it says", async () => {
    const text = withEmulator(blockOf("python"), emulator);
    const stated = /^# (.*)$/m.exec(text)?.[1];
    expect(stated).toBe("$default");
    const { stdout } = await run("python3", ["-c", text]);
    expect(stdout.trimEnd()).toBe(stated);
  });

  it.skipIf(!canImport("awscli"))("has a call by the AWS CLI that works", async () => {
    const text = withEmulator(blockOf("sh"), emulator);
    expect(text).toMatch(/^aws /);
    const { stdout } = await run("sh", ["-c", text.replace(/^aws/, "python3 -m awscli")], {
      env: { PATH: process.env["PATH"], AWS_CONFIG_FILE: "/dev/null" },
    });
    expect(JSON.parse(stdout)).toMatchObject({ IntegrationResponseKey: "$default" });
  });
});
