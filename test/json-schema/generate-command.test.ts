import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { featuresModel } from "../support/features-model.js";
import { runCli } from "../support/run-cli.js";

describe("generate --json-schema", () => {
  let folder: string;
  let args: string[];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "json-schema-"));
    await writeFile(join(folder, "model.json"), featuresModel);
    args = ["generate", "--model", join(folder, "model.json"), "--out", join(folder, "src")];
  });

  afterAll(async () => {
    await rm(folder, { recursive: true });
  });

  const schemas = (): string => join(folder, "schemas");

  it("writes nothing on a dry run, but lists what it would write", async () => {
    const { status, stdout } = await runCli([...args, "--json-schema", schemas(), "--dry-run"]);
    expect(status).toBe(0);
    expect(stdout).toContain("missing Try.input.schema.json");
    await expect(readdir(schemas())).rejects.toThrow("ENOENT");
  });

  it("writes both folders, each with its manifest", async () => {
    const { status } = await runCli([...args, "--json-schema", schemas()]);
    expect(status).toBe(0);
    const manifest = JSON.parse(
      await readFile(join(schemas(), "manifest.json"), "utf8"),
    ) as unknown;
    expect(manifest).toEqual({
      generator: "smithy-codec",
      files: ["Oops.error.schema.json", "Try.input.schema.json", "Try.output.schema.json"],
    });
    expect(await readdir(join(folder, "src"))).toContain("manifest.json");
  });

  it("finds a schema that was changed, and says how to fix it", async () => {
    const check = [...args, "--json-schema", schemas(), "--check"];
    expect(await runCli(check)).toMatchObject({ status: 0 });
    await writeFile(join(schemas(), "Try.input.schema.json"), "{}");
    const { status, stdout } = await runCli(check);
    expect(status).toBe(1);
    expect(stdout).toContain("changed Try.input.schema.json");
    expect(stdout).toContain(`--json-schema ${schemas()}`);
  });

  it("takes two folders", async () => {
    const { status, stderr } = await runCli([...args, "--json-schema", join(folder, "src", ".")]);
    expect(status).toBe(2);
    expect(stderr).toContain("different folder");
  });
});
