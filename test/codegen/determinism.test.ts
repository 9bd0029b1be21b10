import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  realpath,
  rm,
  symlink,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runCli } from "../support/run-cli.js";
import { generateFrom, repository } from "./support/generated.js";
import {
  bytesOf,
  enumeration,
  list,
  map,
  member,
  model,
  operation,
  simple,
  structure,
  union,
  type Json,
} from "./support/models.js";

/*
 * The same model and options give the same bytes, whatever the order of keys, the folder that the
 * program runs in, or what else runs in the process.
 */

const given = model(
  {
    Put: operation("/put/{id}", {
      method: "PUT",
      input: "PutIn",
      output: "Out",
      errors: ["Gone", "Late"],
    }),
    Get: operation("/get?a=1&b=2", {
      method: "GET",
      input: "GetIn",
      output: "Out",
      errors: ["Late"],
    }),
    PutIn: structure({
      id: member("String", { required: {}, httpLabel: {} }),
      tags: member("Tags", { documentation: '<p>See <a href="https://x.y">x</a>, <a>y</a>.</p>' }),
      kind: member("Kind", { jsonName: "k", default: "a" }),
      one: "One",
      pattern: "Text",
      tree: "Tree",
    }),
    GetIn: structure({
      q: member("String", { httpQuery: "q", required: {} }),
      h: member("Texts", { httpHeader: "x-h" }),
    }),
    Out: structure(
      { when: member("Timestamp", { timestampFormat: "date-time" }), old: "Old" },
      { documentation: "Out." },
    ),
    Gone: structure({ message: "String" }, { error: "client", httpError: 410 }),
    Late: structure({ Message: "String" }, { error: "server" }),
    Tags: map("String"),
    Texts: list("Text"),
    Text: simple("string", { pattern: "^a+$", length: { min: 1, max: 9 } }),
    Kind: enumeration({ A: "a", B: "b", C: "c" }),
    Old: simple("string", {
      enum: [{ value: "x y" }, { value: "x-y" }, { name: "Z", value: "z" }],
    }),
    One: union({ a: "String", b: "Tree" }),
    Tree: structure({ left: "Tree", right: "Tree" }),
  },
  { errors: [{ target: "test#Late" }] },
);

/** The same JSON with the keys of every object in another order. */
function shuffled(value: unknown, order: (keys: string[]) => string[]): unknown {
  if (Array.isArray(value)) return value.map((item) => shuffled(item, order));
  if (typeof value !== "object" || value === null) return value;
  const object = value as Json;
  return Object.fromEntries(
    order(Object.keys(object)).map((key) => [key, shuffled(object[key], order)]),
  );
}

const filesOf = async (json: unknown): Promise<[string, string][]> => [
  ...(await generateFrom(json)).files,
];

describe("the same bytes come of a model", () => {
  const here = process.cwd();
  const planted: PropertyKey[] = [];

  afterEach(() => {
    process.chdir(here);
    for (const key of planted.splice(0)) Reflect.deleteProperty(Object.prototype, key);
  });

  it("whatever the order of its keys", async () => {
    const want = await filesOf(given);
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(fc.nat()), async (numbers) => {
        const order = (keys: string[]): string[] =>
          keys
            .map((key) => ({ key, rank: numbers.next().value as number }))
            .sort((a, b) => a.rank - b.rank)
            .map(({ key }) => key);
        expect(await filesOf(shuffled(given, order))).toEqual(want);
      }),
      { numRuns: 4 },
    );
  });

  it("in any folder", async () => {
    const want = await filesOf(given);
    process.chdir(tmpdir());
    expect(await filesOf(given)).toEqual(want);
  });

  it("where something has put members on the prototype of all objects", async () => {
    const want = await filesOf(given);
    const members = {
      polluted: true,
      traits: { "smithy.api#required": {}, "smithy.api#deprecated": {} },
      "smithy.api#required": {},
      "smithy.api#jsonName": "evil",
      errors: [{ target: "test#Gone" }],
      rename: { "test#Out": "Evil" },
      hostPrefix: "evil.",
      code: 299,
      tags: ["internal"],
      href: "https://evil.example",
      min: 3,
      message: "evil",
    };
    for (const [key, value] of Object.entries(members)) {
      planted.push(key);
      const descriptor = { value, configurable: true, writable: true, enumerable: false };
      Object.defineProperty(Object.prototype, key, descriptor);
    }
    expect(await filesOf(given)).toEqual(want);
  });

  it("with paths in order, line feeds alone, and nothing of this machine or day", async () => {
    const files = await filesOf(given);
    const paths = files.map(([path]) => path);
    expect(paths).toEqual([...paths].sort());
    for (const [path, text] of files) {
      expect(text, path).not.toContain("\r");
      expect(text, path).toMatch(/[^\n]\n$/);
      expect(text, path).not.toContain(repository);
      expect(text, path).not.toMatch(/\b20(?:2[5-9]|3\d)-\d\d-\d\d\b/);
    }
  });
});

describe("the same bytes come from one file, whatever it is called and wherever the program runs", () => {
  const here = process.cwd();
  let base: string;

  beforeEach(async () => {
    base = await realpath(await mkdtemp(join(tmpdir(), "smithy-codec-")));
    await mkdir(join(base, "models/deep"), { recursive: true });
    await mkdir(join(base, "elsewhere"));
    await writeFile(join(base, "models/model.json"), bytesOf(given));
    await symlink("model.json", join(base, "models/link.json"));
  });

  afterEach(async () => {
    process.chdir(here);
    await rm(base, { recursive: true, force: true });
  });

  /** Generates into a folder of its own, and returns the texts by path. */
  async function textsOf(model: string, input: string[] = []): Promise<Record<string, string>> {
    const out = join(base, "out");
    await rm(out, { recursive: true, force: true });
    const folders = ["--out", join(out, "src"), "--json-schema", join(out, "schemas")];
    const done = await runCli(["generate", "--model", model, ...folders, "--no-cache"], input);
    expect(done).toMatchObject({ status: 0, stderr: "" });
    const entries = await readdir(out, { recursive: true, withFileTypes: true });
    const paths = entries.filter((entry) => entry.isFile());
    const texts = paths.map(async ({ parentPath, name }): Promise<[string, string]> => {
      const path = join(parentPath, name);
      return [path, await readFile(path, "utf8")];
    });
    return Object.fromEntries((await Promise.all(texts)).sort());
  }

  it("for every way to name it", async () => {
    process.chdir(base);
    const want = await textsOf("models/model.json");
    expect(Object.keys(want).filter((path) => path.endsWith(".schema.json"))).not.toEqual([]);
    for (const [path, text] of Object.entries(want))
      expect(text, path).not.toMatch(/model\.json|standard input/);
    const strange = "a\n* \u2028 \u00e9e\u0301 \u65e5\u672c \ud83d\ude00.json";
    await writeFile(join(base, strange), bytesOf(given));
    const names = [
      "./models/../models/model.json",
      join(base, "models/model.json"),
      "models/link.json",
      strange,
    ];
    for (const name of names) expect(await textsOf(name), name).toEqual(want);
    expect(await textsOf("-", [JSON.stringify(given)])).toEqual(want);
    for (const [folder, name] of [
      ["models", "model.json"],
      ["models/deep", "../model.json"],
      ["elsewhere", "../models/link.json"],
    ] as const) {
      process.chdir(join(base, folder));
      expect(await textsOf(name), folder).toEqual(want);
    }
  });

  it("so that --check agrees from another folder", async () => {
    process.chdir(base);
    const out = join(base, "out");
    await runCli(["generate", "--model", "models/model.json", "--out", "out"]);
    for (const [folder, name] of [
      ["elsewhere", join(base, "models/link.json")],
      ["models", "model.json"],
    ] as const) {
      process.chdir(join(base, folder));
      expect(await runCli(["generate", "--model", name, "--out", out, "--check"])).toMatchObject({
        status: 0,
      });
    }
    const args = ["generate", "--model", "-", "--out", "../out", "--check"];
    expect(await runCli(args, [JSON.stringify(given)])).toMatchObject({ status: 0 });
  });
});

describe("the file of an operation", () => {
  it("is the one that a person has read: GetIntegrationResponse", async () => {
    const read = (path: string): Promise<Uint8Array> => readFile(join(repository, path));
    const { files } = await generateFrom(undefined, {
      model: { name: "model/apigatewayv2.json", bytes: await read("model/apigatewayv2.json") },
      overlays: [{ name: "model/constraints.json", bytes: await read("model/constraints.json") }],
      operations: ["GetIntegrationResponse"],
    });
    const text = files.get("operations/GetIntegrationResponse.ts") ?? "";
    await expect(text).toMatchFileSnapshot("golden/GetIntegrationResponse.ts.txt");
  });
});
