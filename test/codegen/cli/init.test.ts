import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { assemble } from "../../../codegen/src/model/assemble/assemble.js";
import { formatIdl } from "../../../codegen/src/format-idl/format-idl.js";
import { sampleModel } from "../../../codegen/src/init/sample-model.js";
import { validateModel } from "../../../codegen/src/lint/validate-model.js";
import { runCli } from "../../support/run-cli.js";

/* The command `init`: what it writes can be used at once, and what exists is left as it is. */

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "smithy-codec-"));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const read = (name: string): Promise<string> => readFile(join(folder, name), "utf8");
const init = (...options: readonly string[]): ReturnType<typeof runCli> =>
  runCli(["init", folder, ...options]);

it("writes a model without findings that is formatted", () => {
  const name = fc.stringMatching(/^[A-Z][A-Za-z0-9]{0,9}$/);
  const namespace = fc.stringMatching(/^[a-z]{1,5}(\.[a-z]{1,5}){0,2}$/);
  fc.assert(
    fc.property(name, namespace, (service, space) => {
      // A service with the name of a shape of the model is refused by the model itself.
      fc.pre(!/^(Note|Color|.*Note.*|NoteId|ValidationError)$/i.test(service));
      const text = sampleModel({ service, namespace: space });
      const { model, events } = assemble([{ name: "main.smithy", bytes: Buffer.from(text) }]);
      expect(validateModel(model, { events })).toEqual([]);
      expect(formatIdl(text).text).toBe(text);
    }),
    { numRuns: 20 },
  );
});

it("writes a project from which code is generated", async () => {
  const { status } = await init("--namespace", "org.acme", "--service", "Billing");
  expect(status).toBe(0);
  expect(await read("model/main.smithy")).toContain("namespace org.acme\n");
  expect(await read("smithy-codec.config.ts")).toContain('models: "model"');
  expect(JSON.parse(await read("package.json"))).toMatchObject({
    name: "billing",
    type: "module",
    scripts: { "api:generate": "smithy-codec generate" },
    devDependencies: { "smithy-codec": expect.stringMatching(/^\^\d/) as string },
  });
  const generated = await runCli([
    ...["generate", "--model", join(folder, "model"), "--out", join(folder, "src/api")],
    ...["--client", "--server"],
  ]);
  expect(generated).toMatchObject({ status: 0, stderr: "" });
});

it("adds to a package.json what it does not have, with its indentation", async () => {
  const given = {
    name: "mine",
    scripts: { "api:check": "mine", test: "vitest" },
    dependencies: { "smithy-codec": "1.0.0" },
  };
  await writeFile(join(folder, "package.json"), JSON.stringify(given, null, "\t"));
  expect((await init("--yes")).status).toBe(0);
  const text = await read("package.json");
  expect(text).toMatch(/^\{\n\t"name"/);
  const json = JSON.parse(text) as typeof given;
  expect(json).toMatchObject({ ...given, scripts: given.scripts });
  expect(json).not.toHaveProperty("devDependencies");
  expect(Object.keys(json.scripts)).toContain("api:generate");
});

describe("refuses", () => {
  it.each<[options: readonly string[], message: string]>([
    [[], "standard input is not a terminal"],
    [["--namespace", "a b"], '--namespace "a b"'],
    [["--service", "notes"], '--service "notes"'],
  ])("%j", async (options, message) => {
    const { status, stderr } = await init(...options);
    expect(status).toBe(2);
    expect(stderr).toContain(message);
    await expect(read("package.json")).rejects.toThrow("ENOENT");
  });

  it.each(["{", "[]", "null"])("a package.json that is %s, and writes nothing", async (text) => {
    await writeFile(join(folder, "package.json"), text);
    const { status, stderr } = await init("--yes");
    expect(status).toBe(2);
    expect(stderr).toContain("not valid JSON");
    expect(await read("package.json")).toBe(text);
    await expect(read("model/main.smithy")).rejects.toThrow("ENOENT");
  });
});
