import { spawnSync } from "node:child_process";
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { repository } from "../codegen/support/generated.js";
import {
  member,
  model,
  operation,
  simple,
  structure,
  type Json,
} from "../codegen/support/models.js";

/*
 * There is no JVM to run `smithy build`: the test does what its process plugin does (Smithy 2.0, "run plugin"). The
 * command is found relative to the root, and runs in the folder of the plugin with the model on standard input.
 */

interface Plugin {
  readonly command: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly sendPrelude?: boolean;
}

interface SmithyBuild {
  readonly plugins: Readonly<Record<string, Plugin>>;
  readonly projections: Readonly<
    Record<string, { readonly plugins: Readonly<Record<string, Plugin>> }>
  >;
}

let root: string;
let build: SmithyBuild;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "smithy-codec-"));
  await cp(fileURLToPath(new URL("smithy-build", import.meta.url)), root, { recursive: true });
  build = JSON.parse(await readFile(join(root, "smithy-build.json"), "utf8")) as SmithyBuild;
  const bin = join(root, "node_modules/.bin");
  await mkdir(bin, { recursive: true });
  const main = join(repository, "codegen/dist/src/cli/main.js");
  await writeFile(
    join(bin, "smithy-codec"),
    `#!/bin/sh\nexec "${process.execPath}" "${main}" "$@"\n`,
  );
  await chmod(join(bin, "smithy-codec"), 0o755);
});

afterAll(async () => {
  await rm(root, { recursive: true, force: true });
});

interface PluginResult {
  readonly status: number | null;
  readonly output: string;
  readonly folder: string;
}

/** Runs a plugin as `smithy build` does. */
async function runPlugin(
  projection: string,
  id: string,
  plugin: Plugin,
  ast: Json,
): Promise<PluginResult> {
  const artifact = id.replace(/^run::/, "");
  const folder = join(root, "build/smithy", projection, artifact);
  await mkdir(folder, { recursive: true });
  const [command = "", ...args] = plugin.command;
  const { status, stdout, stderr } = spawnSync(join(root, command), args, {
    cwd: folder,
    input: JSON.stringify(plugin.sendPrelude === true ? withPrelude(ast) : ast),
    encoding: "utf8",
    timeout: 60_000,
    env: {
      ...process.env,
      SMITHY_ROOT_DIR: root,
      SMITHY_PLUGIN_DIR: folder,
      SMITHY_PROJECTION_NAME: projection,
      SMITHY_ARTIFACT_NAME: artifact,
      SMITHY_INCLUDES_PRELUDE: String(plugin.sendPrelude === true),
      ...plugin.env,
    },
  });
  return { status, output: stdout + stderr, folder };
}

/** The model as `model/weather.smithy` has it, with some or all of its operations. */
function weather(...names: readonly ("GetReport" | "PutReport")[]): Json {
  const city = member("CityName", { httpLabel: {}, required: {} });
  const http = { method: "PUT", uri: "/cities/{city}", code: 204 };
  const operations = {
    GetReport: operation("/cities/{city}", { input: "GetReportInput", output: "GetReportOutput" }),
    PutReport: operation("/cities/{city}", { input: "PutReportInput", traits: { http } }),
  };
  return JSON.parse(
    JSON.stringify(
      model({
        ...Object.fromEntries(names.map((name) => [name, operations[name]])),
        GetReportInput: structure({ city }),
        GetReportOutput: structure({ degrees: "Integer" }),
        PutReportInput: structure({ city, degrees: member("Integer", { required: {} }) }),
        CityName: simple("string"),
      }),
    ).replaceAll("test#", "example.weather#"),
  ) as Json;
}

function withPrelude(ast: Json): Json {
  const shapes = {
    "smithy.api#String": { type: "string" },
    "smithy.api#required": {
      type: "structure",
      members: {},
      traits: { "smithy.api#trait": { selector: "structure > member" } },
    },
  };
  return { ...ast, shapes: { ...(ast["shapes"] as Json), ...shapes } };
}

describe("the process plugin of the example", () => {
  it("writes below the folder of the plugin, with the settings of smithy-build.json", async () => {
    const plugin = build.plugins["run::typescript"];
    expect(plugin).toBeDefined();
    if (plugin === undefined) return;
    const done = await runPlugin(
      "source",
      "run::typescript",
      plugin,
      weather("GetReport", "PutReport"),
    );
    expect(done).toMatchObject({ status: 0 });
    expect(done.output).toContain("Read example.weather#Weather: 2 operations");
    expect((await readdir(done.folder)).sort()).toEqual(["API.md", "src"]);
    const text = await readFile(join(done.folder, "src/shapes/GetReportInput.ts"), "utf8");
    expect(text).toContain("1 to 80 code points");
  });

  it("takes a projection, with the prelude in its model", async () => {
    const [projection] = Object.entries(build.projections);
    expect(projection).toBeDefined();
    if (projection === undefined) return;
    const [name, { plugins }] = projection;
    const [[id, plugin] = ["", { command: [] }]] = Object.entries(plugins);
    const done = await runPlugin(name, id, plugin, weather("GetReport"));
    expect(done).toMatchObject({ status: 0 });
    expect(await readdir(done.folder)).toEqual(
      expect.arrayContaining(["arbitraries.ts", "index.ts", "manifest.json"]),
    );
    expect(await readdir(join(done.folder, "operations"))).toEqual(["GetReport.ts"]);
  });

  it("fails with the errors of the model, and writes nothing", async () => {
    const plugin = { command: ["node_modules/.bin/smithy-codec", "smithy-build"] };
    const done = await runPlugin("broken", "run::typescript", plugin, {
      smithy: "2.0",
      shapes: {},
    });
    expect(done.status).toBe(1);
    expect(done.output).toBe("-: the model has no service [SC1301]\n");
    expect(await readdir(done.folder)).toEqual([]);
  });

  it.each([
    [
      "outside of its folder",
      ["--out", "../elsewhere"],
      {},
      "the folder ../elsewhere is not below that of the plugin",
    ],
    [
      "without its environment",
      [],
      { SMITHY_PLUGIN_DIR: "" },
      "the environment variable SMITHY_PLUGIN_DIR is not set",
    ],
  ])("is refused %s", async (_, args, env, message) => {
    const command = ["node_modules/.bin/smithy-codec", "smithy-build", ...args];
    const done = await runPlugin(
      "refused",
      "run::typescript",
      { command, env },
      weather("GetReport"),
    );
    expect(done.status).toBe(2);
    expect(done.output).toBe(`${message} [SC3201]\n`);
  });
});
