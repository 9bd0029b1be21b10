import { spawnSync, type SpawnSyncReturns } from "node:child_process";
import { readFile, utimes } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runCli, runCliRaw, type CliResult } from "../../support/run-cli.js";
import { createFolder, removeFolder, writeFiles } from "../config/support.js";
import { repository } from "../support/generated.js";
import { member, modelOf, operation, model, simple } from "../support/models.js";

let folder: string;

beforeEach(async () => {
  folder = await createFolder();
});

afterEach(async () => {
  await removeFolder(folder);
});

const good = modelOf({ a: "Text" }, { Text: simple("string") });
const both = model({ A: operation("/a"), B: operation("/b") });
/** A model with warnings for two of its members. */
const odd = modelOf({
  a: member("String", { "own#one": {} }),
  b: member("String", { "own#other": {} }),
});

interface ConfigFile {
  readonly outputs: readonly object[];
  readonly strict?: boolean;
  readonly ignore?: readonly object[];
}

/** Writes a configuration with its models, and runs `generate` with it. */
async function generate(config: ConfigFile, ...options: readonly string[]): Promise<CliResult> {
  await writeConfig(config);
  return run(...options);
}

async function writeConfig(config: ConfigFile): Promise<void> {
  await writeFiles(folder, {
    "smithy-codec.config.json": config,
    ...{ "good.json": good, "both.json": both, "odd.json": odd, "bad.json": "{" },
  });
}

/** Runs `generate` again; in this thread, where no worker can be started from TypeScript. */
function run(...options: readonly string[]): Promise<CliResult> {
  const config = join(folder, "smithy-codec.config.json");
  return runCli(["generate", "--config", config, "--jobs", "1", ...options]);
}

/** Runs the program as a process in the folder. */
function start(...args: readonly string[]): SpawnSyncReturns<string> {
  const main = join(repository, "codegen/src/cli/main.ts");
  return spawnSync(process.execPath, ["--import", "ts-blank-space/register", main, ...args], {
    cwd: folder,
    encoding: "utf8",
  });
}

/** The names of the outputs that --print-inputs has printed. */
function namesOf({ stdout, stderr }: SpawnSyncReturns<string>): string[] {
  expect(stderr).toBe("");
  const { outputs } = JSON.parse(stdout) as { outputs: { name: string }[] };
  return outputs.map(({ name }) => name);
}

const text = (path: string): Promise<string> => readFile(join(folder, path), "utf8");
const isThere = (path: string): Promise<boolean> =>
  text(path).then(
    () => true,
    () => false,
  );

const one = { outputs: [{ models: "good.json", out: "gen" }] };
const two = {
  outputs: [
    { models: "good.json", out: "first/src" },
    { name: "other", models: ["both.json"], out: "second" },
  ],
};

describe("generate with a configuration", () => {
  it("takes that of the current folder", async () => {
    await writeConfig(one);
    const done = start("generate");
    expect(done).toMatchObject({ status: 0, stderr: "" });
    expect(done.stdout).toMatch(/^Read test#Weather: 1 operation, 1 shape from good\.json\.\n/);
    expect(await isThere("gen/index.ts")).toBe(true);
  });

  it("takes TypeScript before JSON", async () => {
    await writeConfig(two);
    const code = `import { defineConfig } from "smithy-codec/config";
      export default defineConfig(${JSON.stringify(one)});`;
    await writeFiles(folder, { "smithy-codec.config.ts": code });
    expect(namesOf(start("generate", "--print-inputs"))).toEqual(["gen"]);
  });

  const missing = (option: string, more: string): string =>
    `error: required option '${option}' not specified${more} [SC3001]\n`;

  it("says that --model is missing if there is none", () => {
    const done = start("generate");
    expect(done).toMatchObject({ status: 2, stdout: "" });
    const more = ", and there is no smithy-codec.config.ts, .js or .json in this folder";
    expect(done.stderr).toBe(missing("--model <file>", more));
  });

  it.each([
    ["--model <file>", "--out", "gen"],
    ["--out <dir>", "--model", "good.json"],
  ])("says that %s is missing, and does not look for one", async (option, ...given) => {
    await writeConfig({ outputs: [] });
    const done = start("generate", ...given);
    expect(done).toMatchObject({ status: 2, stdout: "" });
    expect(done.stderr).toBe(missing(option, ""));
  });

  it("does not look for one if --model and --out say everything", async () => {
    await writeConfig({ outputs: [] });
    const done = start("generate", "--model", "good.json", "--out", "other", "--print-inputs");
    expect(namesOf(done)).toEqual(["other"]);
  });

  it("generates several outputs, in threads and in this one, and sums them up", async () => {
    await writeConfig(two);
    const parallel = start("generate");
    expect(parallel).toMatchObject({ status: 0, stderr: "" });
    const withoutTimes = (output: string): string => output.replace(/\d+\.\d s/, "0.0 s");
    expect(withoutTimes(parallel.stdout)).toMatch(
      new RegExp(
        [
          "^first: Read test#Weather: 1 operation, 1 shape from good\\.json\\.",
          "first: Wrote first/src: \\d+ new files, 0 changed, 0 stale, 0 unchanged\\.",
          "other: Read test#Weather: 2 operations, 0 shapes from both\\.json\\.",
          "other: Wrote second: \\d+ new files, 0 changed, 0 stale, 0 unchanged\\.",
          "Done in 0\\.0 s: 2 outputs, 0 failed\\.\n$",
        ].join("\n"),
      ),
    );
    const texts = async (): Promise<string[]> =>
      Promise.all(["first/src/index.ts", "second/index.ts", "second/manifest.json"].map(text));
    const want = await texts();
    await removeFolder(join(folder, "second"));
    expect((await run()).status).toBe(0);
    expect(await texts()).toEqual(want);
  });

  it("goes on after an output that failed, and exits with the worst status", async () => {
    const bad = { name: "bad", models: "bad.json", out: "bad" };
    const missing = { name: "missing", models: "none.json", out: "missing" };
    const done = await generate({ outputs: [bad, ...two.outputs] });
    expect(done.status).toBe(1);
    expect(done.stderr).toMatch(/bad\.json: .*JSON/);
    expect(done.stdout).toMatch(/Done in \d+\.\d s: 3 outputs, 1 failed\.\n$/);
    expect(await isThere("second/index.ts")).toBe(true);
    const worse = await generate({ outputs: [bad, missing] });
    expect(worse.status).toBe(2);
    expect(worse.stdout).toMatch(/: 2 outputs, 2 failed\.\n$/);
  });

  it("checks all outputs, and says which are out of date", async () => {
    expect((await generate(two)).status).toBe(0);
    expect((await run("--check")).stdout).toMatch(
      /^first: Read .*\nfirst: \S+ is up to date: .*\nother: Read .*\nother: \S+ is up to date/,
    );
    await removeFolder(join(folder, "second"));
    const { status, stdout } = await run("--check");
    expect(status).toBe(1);
    expect(stdout).toMatch(/second is out of date: \d+ new files, 0 changed, 0 stale\./);
    expect(stdout).toMatch(/\nTo fix, run: smithy-codec generate --config \S+\n$/);
  });

  it("explains what is wrong with it", async () => {
    const done = await generate({ outputs: [{ models: "good.json" }] });
    expect(done).toMatchObject({ status: 2, stdout: "" });
    expect(done.stderr).toBe(
      `${join(folder, "smithy-codec.config.json")}: /outputs/0/out: this property is required\n`,
    );
  });
});

describe("flags", () => {
  it("replace what the configuration says", async () => {
    const output = { models: "both.json", operations: ["A"], out: "gen", importExtension: ".ts" };
    const done = await generate(
      { outputs: [output] },
      ...["--operation", "B", "--import-extension", "none", "--arbitraries"],
      ...["--out", join(folder, "elsewhere"), "--json-schema", join(folder, "schemas")],
    );
    expect(done).toMatchObject({ status: 0, stderr: "" });
    expect(await isThere("gen/index.ts")).toBe(false);
    expect(await text("elsewhere/index.ts")).toContain('"./operations/B"');
    expect(await isThere("elsewhere/operations/A.ts")).toBe(false);
    expect(await isThere("elsewhere/arbitraries.ts")).toBe(true);
    expect(await isThere("schemas/manifest.json")).toBe(true);
  });

  it("replace the models", async () => {
    const done = await generate(one, "--model", join(folder, "both.json"));
    expect(done).toMatchObject({ status: 0, stderr: "" });
    expect(await isThere("gen/operations/A.ts")).toBe(true);
  });

  it.each([
    ["--model", "a"],
    ["--out", "a"],
    ["--json-schema", "a"],
    ["--api-report", "a"],
    ["--service", "a"],
    ["--operation", "a"],
  ])("%s is refused for several outputs, but not for one of them", async (flag, value) => {
    const refused = await generate(two, flag, value);
    expect(refused).toEqual({
      status: 2,
      stdout: "",
      stderr: `error: ${flag} is for one output, but the configuration has several; select one with --output\n`,
    });
    const done = await run(flag, value, "--output", "other", "--check");
    expect(done.stderr).not.toContain("is for one output");
  });

  it("are taken for all outputs otherwise", async () => {
    expect(await generate(two, "--arbitraries")).toMatchObject({ status: 0, stderr: "" });
    expect(await isThere("first/src/arbitraries.ts")).toBe(true);
    expect(await isThere("second/arbitraries.ts")).toBe(true);
  });
});

describe("--output", () => {
  it("selects outputs by their name, or by that of their folder", async () => {
    expect(await generate(two, "--output", "first")).toMatchObject({ status: 0, stderr: "" });
    expect([await isThere("first/src/index.ts"), await isThere("second/index.ts")]).toEqual([
      true,
      false,
    ]);
    const done = await run("--output", "other", "--output", "first");
    expect(done.stdout).toMatch(/^first: .*\nfirst: .*\nother: /);
  });

  it("suggests the nearest name for an unknown one", async () => {
    expect(await generate(two, "--output", "othr")).toEqual({
      status: 2,
      stdout: "",
      stderr: 'error: there is no output "othr"; outputs: first, other. Did you mean other?\n',
    });
  });
});

describe("strict and ignore", () => {
  const outputs = [{ models: "odd.json", out: "gen" }];
  const all = { code: "SC1401", reason: "The trait is ours." };
  const a = { ...all, shape: "test#Thing$a" };
  const b = { ...all, shape: "test#Thing$b" };

  it("warns by default", async () => {
    const { status, stderr } = await generate({ outputs });
    expect(status).toBe(0);
    expect(stderr.match(/^warning: \S+odd\.json: test#Thing\$[ab]: .*own#/gm)).toHaveLength(2);
  });

  it("fails with `strict` or --strict, and writes nothing", async () => {
    const byConfig = await generate({ outputs, strict: true });
    const byFlag = await generate({ outputs }, "--strict");
    expect(byConfig).toEqual(byFlag);
    expect(byFlag).toMatchObject({ status: 1, stdout: "" });
    expect(byFlag.stderr).toMatch(
      /^\S+odd\.json: .*\n\S+odd\.json: .*\nWarnings are errors because of --strict or `strict` in the configuration\.\n$/,
    );
    expect(await isThere("gen/index.ts")).toBe(false);
    expect((await generate({ outputs: one.outputs, strict: true })).status).toBe(0);
  });

  it("ignores warnings everywhere, or at one shape", async () => {
    const everywhere = await generate({ outputs, strict: true, ignore: [all] });
    expect(everywhere).toMatchObject({ status: 0, stderr: "" });
    const { status, stderr } = await generate({ outputs, ignore: [a] });
    expect(status).toBe(0);
    expect(stderr).toMatch(/^warning: \S+odd\.json: test#Thing\$b: .*\n$/);
    expect(await generate({ outputs, ignore: [a, b] })).toMatchObject({ status: 0, stderr: "" });
  });

  it("does the same for what an earlier run generated", async () => {
    await generate({ outputs });
    expect((await generate({ outputs })).stderr).toMatch(/^warning: .*\nwarning: .*\n$/);
    expect(await generate({ outputs, ignore: [a, b] })).toMatchObject({ status: 0, stderr: "" });
    expect((await generate({ outputs, strict: true })).status).toBe(1);
  });

  it("warns of entries that match nothing in any output", async () => {
    const unused = { ...all, shape: "test#Gone" };
    const several = [{ models: "good.json", out: "good" }, ...outputs];
    const config = { outputs: several, ignore: [a, unused, { ...all, code: "SC1406" }, b] };
    await writeConfig(config);
    const path = join(folder, "smithy-codec.config.json");
    for (const mode of [[], [], ["--check"], ["--dry-run"]]) {
      const done = await runCliRaw(["generate", "--config", path, "--jobs", "1", ...mode]);
      expect(done.status).toBe(0);
      expect(done.stderr).toBe(
        [
          `warning: ${path}: /ignore/1: no warning SC1401 at test#Gone is left to ignore [SC3005]`,
          `warning: ${path}: /ignore/2: no warning SC1406 is left to ignore [SC3005]`,
          "",
        ].join("\n"),
      );
    }
    expect(start("generate", "--no-cache").stderr).toMatch(/^(warning: .* \[SC3005\]\n){2}$/);
    const strict = await generate({ ...config, strict: true });
    expect(strict.status).toBe(1);
    expect(strict.stderr).toMatch(/^\S+json: \/ignore\/1: .*\n\S+json: \/ignore\/2: .*\n$/);
  });

  it("does not warn of entries that other outputs or options could need", async () => {
    const several = [{ models: "good.json", out: "good" }, ...outputs];
    const selected = await generate({ outputs: several, ignore: [all] }, "--output", "good");
    expect(selected).toMatchObject({ status: 0, stderr: "" });
    const other = await generate({ outputs, ignore: [all] }, "--model", join(folder, "good.json"));
    expect(other).toMatchObject({ status: 0, stderr: "" });
    const failed = [
      { models: "bad.json", out: "bad" },
      { models: "good.json", out: "good" },
    ];
    const { status, stderr } = await generate({ outputs: failed, ignore: [all] });
    expect(status).toBe(1);
    expect(stderr).not.toContain("is left to ignore");
  });
});

describe("--print-inputs", () => {
  it("prints inputs, options and outputs, and generates nothing", async () => {
    const overlay = { smithy: "2.0", shapes: {} };
    await writeFiles(folder, { "overlay.json": overlay });
    const output = { models: "good.json", overlays: ["overlay.json"], out: "gen", long: "bigint" };
    const done = await generate({ outputs: [output, ...two.outputs] }, "--print-inputs");
    expect(done).toMatchObject({ status: 0, stderr: "" });
    const at = (path: string): string => relative(".", join(folder, path));
    const sha256 = expect.stringMatching(/^[0-9a-f]{64}$/) as unknown;
    const json = JSON.parse(done.stdout) as { outputs: { inputs: { sha256: string }[] }[] };
    expect(json).toMatchObject({
      generator: { name: "smithy-codec" },
      outputs: [
        {
          name: "gen",
          inputs: [
            { path: at("good.json"), sha256 },
            { path: at("overlay.json"), sha256 },
          ],
          options: { long: "bigint", out: at("gen") },
          outputs: [at("gen")],
        },
        { name: "first", outputs: [at("first/src")] },
        { name: "other", outputs: [at("second")] },
      ],
    });
    expect(json.outputs[1]?.inputs[0]).toEqual(json.outputs[0]?.inputs[0]);
    expect(await isThere("gen/index.ts")).toBe(false);
  });

  it("is equal for equal inputs, and different for different ones", async () => {
    const print = async (config: ConfigFile = one, ...flags: string[]): Promise<string> =>
      (await generate(config, "--print-inputs", ...flags)).stdout;
    const first = await print();
    await run();
    expect(await print(one, "--no-cache", "--check")).toBe(first);
    const output = { ...one.outputs[0], arbitraries: true };
    expect(await print({ outputs: [output] })).toBe(await print(one, "--arbitraries"));
    const different = [
      first,
      await print(one, "--arbitraries"),
      await print(one, "--long", "bigint"),
    ];
    await writeFiles(folder, { "good.json": both });
    different.push((await run("--print-inputs")).stdout);
    expect(new Set(different).size).toBe(4);
  });

  it("reports an input that cannot be read", async () => {
    const done = await generate({ outputs: [{ models: "none.json", out: "a" }] }, "--print-inputs");
    expect(done).toMatchObject({ status: 2, stdout: "" });
    expect(done.stderr).toMatch(/none\.json: no such file or folder\n$/);
  });
});

describe("--depfile", () => {
  const hasMake = spawnSync("make", ["--version"]).status === 0;
  const output = {
    models: ["my models/$a #1.json", "100%.json", "[x]*?.json"],
    overlays: ["over:lay.json"],
    out: "the $out/50%",
    jsonSchema: "schemas",
    apiReport: "API: report.md",
  };
  const apply = { smithy: "2.0", shapes: {} };
  const sources = {
    "my models/$a #1.json": good,
    ...{ "100%.json": apply, "[x]*?.json": apply, "over:lay.json": apply },
  };

  /** Paths are relative to the folder in which the command runs. */
  const at = (path: string): string => relative(".", join(folder, path)).split(sep).join("/");

  beforeEach(async () => {
    await writeConfig({ outputs: [output] });
    await writeFiles(folder, sources);
    const done = await run("--depfile", join(folder, "deps/inputs.d"));
    expect(done).toMatchObject({ status: 0, stderr: "" });
  });

  it("writes a rule of Make", async () => {
    const targets = [
      "the\\ $$out/50\\%/manifest.json",
      "schemas/manifest.json",
      "API\\:\\ report.md",
    ];
    const inputs = [
      "my\\ models/$$a\\ \\#1.json",
      "100%.json",
      "\\[x]\\*\\?.json",
      "over\\:lay.json",
    ];
    expect(await text("deps/inputs.d")).toBe(
      `${targets.map(at).join(" ")}: ${inputs.map(at).join(" ")} ${join(folder, "smithy-codec.config.json")}\n`,
    );
  });

  it.skipIf(!hasMake)("is understood by Make", async () => {
    const targets = [`${output.out}/manifest.json`, "schemas/manifest.json", output.apiReport];
    const make = (...options: string[]): SpawnSyncReturns<string> =>
      spawnSync("make", ["-n", "-f", join(folder, "deps/inputs.d"), ...options], {
        encoding: "utf8",
      });
    expect(make("--debug=b", ...targets.map(at)).stdout).not.toContain("is newer than");
    for (const target of targets) {
      await utimes(join(folder, target), 1, 1);
      const { status, stdout } = make("--debug=b", at(target));
      expect(status).toBe(0);
      const paths = [...Object.keys(sources).map(at), join(folder, "smithy-codec.config.json")];
      for (const path of paths)
        expect(stdout).toContain(`Prerequisite '${path}' is newer than target '${at(target)}'`);
    }
  });

  it("leaves out what Make cannot know", async () => {
    const depfile = join(folder, "deps.d");
    const out = join(folder, "out");
    const args = ["generate", "--model", "-", "--out", out, "--depfile", depfile];
    expect((await runCli(args, [JSON.stringify(good)])).status).toBe(0);
    expect(await text("deps.d")).toBe(`${out}/manifest.json:\n`);
    const revision = "git:HEAD:model/constraints.json";
    await runCli([...args, "--overlay", revision], [JSON.stringify(good)]);
    expect(await text("deps.d")).toBe(`${out}/manifest.json:\n`);
  });
});

describe("progress", () => {
  const args = (): string[] => [
    ...["generate", "--config", join(folder, "smithy-codec.config.json"), "--jobs", "1"],
  ];

  it("is shown on a terminal, a line for each output", async () => {
    await writeConfig(two);
    const { status, stderr } = await runCliRaw(args(), [], true);
    expect(status).toBe(0);
    expect(stderr).toMatch(/first: reading .*\n0 of 2 outputs done/);
    expect(stderr).toMatch(/first: generating \d+ of \d+ files \.\.\.\n0 of 2 outputs done/);
    expect(stderr).toMatch(/other: generating \d+ of \d+ files \.\.\.\n1 of 2 outputs done/);
    // The last thing that is written removes the lines.
    // eslint-disable-next-line no-control-regex
    expect(stderr).toMatch(/\r(?:\u001b\[\d+A)?\u001b\[J$/);
  });

  it("of one output needs no name", async () => {
    await writeConfig(one);
    const { stderr } = await runCliRaw(args(), [], true);
    expect(stderr).toMatch(/Reading \S+/);
    expect(stderr).not.toContain("outputs done");
  });

  it("is not shown elsewhere, nor with --json", async () => {
    await writeConfig(two);
    expect((await runCliRaw(args())).stderr).toBe("");
    expect((await runCliRaw([...args(), "--json"], [], true)).stderr).toBe("");
  });
});
