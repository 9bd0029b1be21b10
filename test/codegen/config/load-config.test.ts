import { mkdir, symlink, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ConfigError } from "../../../codegen/src/config/config-error.js";
import { configNames, findConfig, loadConfig } from "../../../codegen/src/config/load-config.js";
import { createFolder, removeFolder, writeFiles } from "./support.js";

let folder: string;

beforeEach(async () => {
  folder = await createFolder();
});

afterEach(async () => {
  await removeFolder(folder);
});

const config = { outputs: [{ models: "model.json", out: "out" }], strict: true };
const json = JSON.stringify(config);

describe("loading a configuration", () => {
  it.each<[string, string, string]>([
    ["JSON", "c.json", json],
    ["JavaScript", "c.js", `export default ${json};`],
    ["JavaScript with its own ending", "c.mjs", `export default ${json};`],
    ["JavaScript of the other kind", "c.cjs", `module.exports = ${json};`],
    [
      "JavaScript that imports and waits",
      "c.mjs",
      `import { readFile } from "node:fs/promises";
       import { defineConfig } from "smithy-codec/config";
       await readFile(new URL(import.meta.url));
       export default defineConfig(${json});`,
    ],
    [
      "TypeScript with types",
      "c.ts",
      `import { defineConfig, type Config } from "smithy-codec/config";
       interface Own { readonly strict: boolean }
       const own: Own = { strict: true };
       export default defineConfig({ ...(${json} satisfies Config), ...own } as Config);`,
    ],
    [
      "TypeScript that imports another file",
      "c.ts",
      `import { outputs } from "./other.ts";
       export default { outputs: outputs as readonly unknown[], strict: true };`,
    ],
  ])("%s", async (_, name, text) => {
    const other = `export const outputs: readonly object[] = ${JSON.stringify(config.outputs)};`;
    await writeFiles(folder, { [name]: text, "other.ts": other });
    expect(await loadConfig(join(folder, name))).toEqual(config);
  });

  it.each(["c.mjs", "c.ts"])("loads %s again when it has changed", async (name) => {
    const path = join(folder, name);
    await writeFile(path, `export default ${json};`);
    expect(await loadConfig(path)).toEqual(config);
    await writeFile(path, `export default ${JSON.stringify({ ...config, strict: false })};`);
    await utimes(path, 1, 1);
    expect(await loadConfig(path)).toEqual({ ...config, strict: false });
  });

  it("follows a link", async () => {
    await writeFiles(folder, { "real.json": config });
    await symlink(join(folder, "real.json"), join(folder, "link.json"));
    expect(await loadConfig(join(folder, "link.json"))).toEqual(config);
  });
});

/** What loading fails with. */
async function failure(path: string): Promise<ConfigError> {
  const error = await loadConfig(path).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ConfigError);
  return error as ConfigError;
}

describe("a configuration that cannot be loaded", () => {
  it.each<[string, string, string, RegExp]>([
    ["JSON that is cut off", "c.json", '{"outputs":', /Unexpected end of JSON input$/],
    ["JSON that is no JSON", "c.json", "outputs", /Unexpected token/],
    ["empty JSON", "c.json", "", /Unexpected end of JSON input$/],
    ["a module that throws", "c.mjs", 'throw new Error("no luck\\nat all");', /: no luck$/],
    ["a module that throws a text", "c.mjs", 'throw "no luck";', /: no luck$/],
    ["TypeScript that throws", "c.ts", 'throw new Error("no luck" as string);', /: no luck$/],
    [
      "a module that reads a missing file",
      "c.mjs",
      'import { readFileSync } from "node:fs"; readFileSync("none.txt");',
      /ENOENT: .*none\.txt'$/,
    ],
  ])("%s", async (_, name, text, message) => {
    const path = join(folder, name);
    await writeFile(path, text);
    const { diagnostics } = await failure(path);
    expect(diagnostics).toEqual([
      {
        ...{ code: "SC3003", severity: "error", file: path, place: "" },
        message: expect.stringMatching(message) as unknown,
      },
    ]);
    expect(diagnostics[0]?.message).toMatch(/^the configuration cannot be loaded: [^\n]+$/);
  });

  it.each(["c.mjs", "c.ts"])("because %s has no default export", async (name) => {
    const path = join(folder, name);
    await writeFile(path, "export const outputs = [];");
    expect((await failure(path)).diagnostics).toMatchObject([
      { code: "SC3004", pointer: "", message: "expected an object, found nothing" },
    ]);
  });

  it("with an error of syntax", async () => {
    for (const name of ["c.mjs", "c.ts"]) {
      const path = join(folder, name);
      await writeFile(path, "export default { outputs: ;");
      expect((await failure(path)).diagnostics).toMatchObject([{ code: "SC3003", file: path }]);
    }
  });

  it.each(["c.json", "c.js", "c.mjs", "c.ts"])("for a missing or a folder %s", async (name) => {
    const path = join(folder, name);
    const message = "the configuration cannot be loaded: no such file or folder";
    expect((await failure(path)).diagnostics).toMatchObject([{ code: "SC3003", message }]);
    await mkdir(path);
    expect((await failure(path)).diagnostics).toMatchObject([
      {
        code: "SC3003",
        message: "the configuration cannot be loaded: this is a folder; expected a file",
      },
    ]);
  });
});

describe("finding a configuration", () => {
  it("takes the first of the names", async () => {
    expect(configNames.map((name) => name.replace("smithy-codec.config", ""))).toEqual([
      ...[".ts", ".js", ".mjs", ".json"],
    ]);
    expect(findConfig(folder)).toBeUndefined();
    for (const name of [...configNames].reverse()) {
      await writeFiles(folder, { [name]: "" });
      expect(findConfig(folder)).toBe(join(folder, name));
    }
  });

  it("finds nothing in a folder that is not there", () => {
    expect(findConfig(join(folder, "none"))).toBeUndefined();
  });
});
