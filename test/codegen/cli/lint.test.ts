import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runCli } from "../../support/run-cli.js";
import { repository } from "../support/generated.js";

/* The command `lint`: what it prints, and when it fails. */

const model = `$version: "2.0"

namespace a

@range(min: 5, max: 1)
integer Wrong

@auth([httpBasicAuth])
service Plain {
    version: "1"
}

@deprecated
string Old

structure Uses {
    old: Old
}
`;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "smithy-codec-"));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function lint(text: string, ...options: readonly string[]): ReturnType<typeof runCli> {
  const path = join(folder, "a.smithy");
  await writeFile(path, text);
  const { status, stdout, stderr } = await runCli(["lint", path, ...options]);
  return { status, stdout, stderr };
}

const valid = '$version: "2.0"\n\nnamespace a\n\nstring A\n';

it("has no findings in a valid model", async () => {
  expect(await lint(valid)).toEqual({
    status: 0,
    stdout: "",
    stderr: "Checked 1 file: no findings.\n",
  });
});

it("prints places, severities, shapes and ids", async () => {
  const { status, stdout, stderr } = await lint(model);
  expect(status).toBe(1);
  const lines = stdout.trimEnd().split("\n");
  expect(lines.map((line) => line.replace(/(a#\S+): .* \[/, "$1: ... ["))).toEqual([
    "a.smithy:5:1: ERROR a#Wrong: ... [RangeTrait]",
    "a.smithy:8:1: DANGER a#Plain: ... [AuthTrait]",
    "a.smithy:17:5: WARNING a#Uses$old: ... [DeprecatedShape.a#Old]",
  ]);
  expect(stderr).toBe("Checked 1 file: 1 ERROR, 1 DANGER, 1 WARNING.\n");
});

const warning = model.replace("@range(min: 5, max: 1)\n", "").replace(/@auth[^]*?\n}\n/, "");
const danger = model.replace("@range(min: 5, max: 1)\n", "");

describe("fails", () => {
  it.each<[text: string, failOn: string, status: number]>([
    [warning, "ERROR", 0],
    [warning, "DANGER", 0],
    [warning, "WARNING", 1],
    [danger, "ERROR", 0],
    [danger, "DANGER", 1],
    [model, "ERROR", 1],
  ])("by severity %#", async (text, failOn, status) => {
    expect((await lint(text, "--fail-on", failOn)).status).toBe(status);
  });

  it("without --fail-on for errors only", async () => {
    expect((await lint(danger)).status).toBe(0);
  });

  it("for traits that nothing defines, unless they are allowed", async () => {
    const text = valid.replace("string A", "@b#unknown\nstring A");
    expect((await lint(text)).stdout).toContain("[Model.UnresolvedTrait]");
    expect((await lint(text)).status).toBe(1);
    expect((await lint(text, "--allow-unknown-traits")).status).toBe(0);
  });
});

it("leaves out what the model suppresses, and counts it", async () => {
  const { status, stdout, stderr } = await lint(
    warning.replace("structure Uses {\n", 'structure Uses {\n    @suppress(["DeprecatedShape"])\n'),
    "--fail-on",
    "WARNING",
  );
  expect({ status, stdout }).toEqual({ status: 0, stdout: "" });
  expect(stderr).toContain("1 SUPPRESSED");
});

it("prints what the problem matchers of the README match", async () => {
  const readme = await readFile(join(repository, "codegen/README.md"), "utf8");
  const patterns = [...readme.matchAll(/"regexp": (".*"),/g)].map(
    ([, text = ""]) => new RegExp(JSON.parse(text) as string),
  );
  expect(patterns).toHaveLength(2);
  const { stdout } = await lint(model);
  for (const line of stdout.trimEnd().split("\n")) {
    const matches = patterns.map((pattern) => pattern.exec(line)).filter((match) => match !== null);
    expect(matches).toHaveLength(1);
    const [, file, row, column, message = "", code] = matches[0] ?? [];
    expect(line.startsWith(`${file}:${row}:${column}: `)).toBe(true);
    expect(line.endsWith(` [${code}]`)).toBe(true);
    expect(message).toMatch(/^a#/);
  }
});
