import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { JsonObject } from "../../../codegen/runtime/types.js";
import type { Message } from "../../../codegen/src/cli/messages.js";
import { compile, type AjvCheck } from "../../support/ajv.js";
import { runCliRaw } from "../../support/run-cli.js";
import { repository } from "../support/generated.js";
import { startServe } from "../support/serve-process.js";
import { member, model, modelOf, operation, simple } from "../support/models.js";

/* Programs read what --json prints: every line is a message of the schema, and nothing else is printed. */

let base: string;
let schema: AjvCheck;
let kinds: readonly string[];
const seen = new Set<string>();

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), "smithy-codec-"));
  const path = join(repository, "codegen/schemas/messages.schema.json");
  const json = JSON.parse(await readFile(path, "utf8")) as JsonObject & {
    readonly oneOf: readonly { readonly $ref: string }[];
  };
  kinds = json.oneOf.map(({ $ref }) => $ref.replace("#/definitions/", ""));
  schema = compile(json, "07");
});

afterAll(async () => {
  await rm(base, { recursive: true, force: true });
});

/** A command in a folder of its own. */
interface Situation {
  readonly files?: Readonly<Record<string, unknown>>;
  /** Runs before the one that is looked at. */
  readonly before?: readonly (readonly string[])[];
  /** Files that are written after these runs. */
  readonly then?: Readonly<Record<string, unknown>>;
  readonly args: readonly string[];
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly status: number;
  /** The messages that are printed, among others. */
  readonly want: readonly object[];
}

/** Arguments and values that begin with `@/` are paths in the folder. */
function at(folder: string, text: string): string {
  return text.replace(/^@(?=\/)/, folder);
}

async function write(folder: string, files: Situation["files"] = {}): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    const text = typeof content === "string" ? content : JSON.stringify(content);
    await writeFile(join(folder, name), text);
  }
}

async function run(
  situation: Situation,
  name: string,
  ...options: readonly string[]
): ReturnType<typeof runCliRaw> {
  const { files, before = [], then, args, input = "", env = {} } = situation;
  const folder = await mkdtemp(join(base, name));
  await write(folder, files);
  for (const each of before) await runCliRaw(each.map((text) => at(folder, text)));
  await write(folder, then);
  const values = Object.entries(env).map(([key, value]) => [key, at(folder, value)]);
  return runCliRaw(
    [...args.map((text) => at(folder, text)), ...options],
    [input],
    false,
    Object.fromEntries(values) as Record<string, string>,
  );
}

const good = modelOf({ a: "Text" }, { Text: simple("string") });
const changed = modelOf({ b: "Text" }, { Text: simple("string") });
const bad = modelOf({ a: "Missing", b: "Absent" });
const slow = modelOf({ a: member("String", { pattern: ".+@.+\\..+" }) });
const odd = modelOf({ a: member("String", { "own#trait": {} }) });
const generate = ["generate", "--model", "@/model.json", "--out", "@/out"];
const validate = ["validate", "--model", "@/model.json", "--shape", "Thing"];
const error = { kind: "diagnostic", severity: "error" };
const warning = { kind: "diagnostic", severity: "warning" };
const output = { kind: "output", output: "out" };
const twoOutputs = [
  { models: "model.json", out: "first", apiReport: "API.md" },
  { models: "bad.json", out: "second" },
];

const situations: readonly (readonly [string, Situation])[] = [
  [
    "generate: written",
    {
      files: { "model.json": good },
      args: [...generate, "--json-schema", "@/schemas", "--api-report", "@/API.md"],
      status: 0,
      want: [{ ...output, result: "written", service: "test#Weather", operations: 1, shapes: 1 }],
    },
  ],
  [
    "generate: written again, with nothing to do",
    {
      files: { "model.json": good },
      before: [generate],
      args: generate,
      status: 0,
      want: [{ ...output, result: "written" }],
    },
  ],
  [
    "generate: up to date",
    {
      files: { "model.json": good },
      before: [generate],
      args: [...generate, "--check"],
      status: 0,
      want: [{ ...output, result: "up to date" }],
    },
  ],
  [
    "generate: out of date",
    {
      files: { "model.json": good },
      before: [generate],
      then: { "model.json": model({ Other: operation("/other") }) },
      args: [...generate, "--check", "--api-report", "@/API.md"],
      status: 1,
      want: [
        { kind: "file", output: "out", status: "missing" },
        { kind: "file", output: "out", status: "changed" },
        { kind: "file", output: "out", status: "stale" },
        { ...error, code: "SC2008" },
        { ...output, result: "out of date" },
      ],
    },
  ],
  [
    "generate: planned",
    {
      files: { "model.json": good },
      args: [...generate, "--dry-run"],
      status: 0,
      want: [
        { kind: "file", output: "out", status: "missing" },
        { ...output, result: "planned" },
      ],
    },
  ],
  [
    "generate: errors in the model",
    {
      files: { "model.json": bad },
      args: generate,
      status: 1,
      want: [
        { ...error, code: "SC1201", shape: "test#Thing$a", line: 1 },
        { ...error, code: "SC1201", shape: "test#Thing$b", line: 1 },
        { kind: "output", output: "out", result: "failed" },
      ],
    },
  ],
  [
    "generate: a model that is not JSON",
    {
      files: { "model.json": '{\n"smithy" }' },
      args: generate,
      status: 1,
      want: [{ ...error, code: "SC1005", line: 2, column: 10 }],
    },
  ],
  [
    "generate: a warning",
    {
      files: { "model.json": odd },
      args: generate,
      status: 0,
      want: [
        { ...warning, code: "SC1401", shape: "test#Thing$a" },
        { ...output, result: "written" },
      ],
    },
  ],
  [
    "generate: a warning that is an error",
    {
      files: { "model.json": odd },
      args: [...generate, "--strict"],
      status: 1,
      want: [{ ...error, code: "SC1401" }],
    },
  ],
  [
    "generate: a file that is kept",
    {
      files: { "model.json": model({ A: operation("/a"), B: operation("/b") }) },
      before: [generate],
      then: { "model.json": model({ A: operation("/a") }), "out/operations/B.ts": "edited" },
      args: generate,
      status: 0,
      want: [{ ...warning, code: "SC2007" }],
    },
  ],
  [
    "generate: conflicts",
    {
      files: { "model.json": good, "out/index.ts": "mine", "out/router.ts": "mine" },
      args: generate,
      status: 2,
      want: [
        { ...error, code: "SC2002" },
        { ...output, result: "failed" },
      ],
    },
  ],
  [
    "generate: a missing model",
    { args: generate, status: 2, want: [{ ...error, code: "SC3002" }] },
  ],
  [
    "generate: wrong usage",
    { args: [...generate, "--bogus"], status: 2, want: [{ ...error, code: "SC3001" }] },
  ],
  [
    "generate: options that contradict one another",
    { args: [...generate, "--overlay", "-", "--model", "-"], status: 2, want: [error] },
  ],
  [
    "generate: an invalid configuration",
    {
      files: { "c.json": { outputs: [{ out: "a" }], stict: true } },
      args: ["generate", "--config", "@/c.json"],
      status: 2,
      want: [
        { ...error, code: "SC3004", pointer: "/outputs/0/models" },
        { ...error, code: "SC3004", pointer: "/stict" },
      ],
    },
  ],
  [
    "generate: a missing configuration",
    {
      args: ["generate", "--config", "@/c.json"],
      status: 2,
      want: [{ ...error, code: "SC3003" }],
    },
  ],
  [
    "generate: several outputs, of which one fails",
    {
      files: { "c.json": { outputs: twoOutputs }, "model.json": good, "bad.json": bad },
      args: ["generate", "--config", "@/c.json", "--jobs", "1"],
      status: 1,
      want: [
        { kind: "output", output: "first", result: "written" },
        { ...error, code: "SC1201" },
        { kind: "output", output: "second", result: "failed" },
      ],
    },
  ],
  [
    "generate: an entry of `ignore` that matches nothing",
    {
      files: {
        "c.json": {
          outputs: [{ models: "model.json", out: "out" }],
          ignore: [{ code: "SC1401", reason: "ours" }],
        },
        "model.json": good,
      },
      args: ["generate", "--config", "@/c.json"],
      status: 0,
      want: [{ ...warning, code: "SC3005", pointer: "/ignore/0" }],
    },
  ],
  [
    "generate: inputs",
    {
      files: { "model.json": good },
      args: [...generate, "--print-inputs", "--long", "bigint"],
      status: 0,
      want: [{ kind: "inputs" }],
    },
  ],
  [
    "diff: changes",
    {
      files: { "old.json": good, "new.json": changed },
      args: ["diff", "@/old.json", "@/new.json"],
      status: 1,
      want: [
        { kind: "change", severity: "breaking" },
        { kind: "diff", step: "major" },
      ],
    },
  ],
  [
    "diff: another value, and another model",
    {
      files: {
        "old.json": modelOf({ a: "Text" }, { Text: simple("string", { length: { min: 1 } }) }),
        "new.json": modelOf({ a: "Text" }, { Text: simple("string", { length: { min: 2 } }) }),
      },
      args: ["diff", "@/old.json", "@/new.json", "--fail-on", "any"],
      status: 1,
      want: [{ kind: "change" }, { kind: "diff" }],
    },
  ],
  [
    "diff: no changes",
    {
      files: { "old.json": good },
      args: ["diff", "@/old.json", "@/old.json", "--format", "markdown"],
      status: 0,
      want: [{ kind: "diff", step: "none", breaking: 0, dangerous: 0, compatible: 0 }],
    },
  ],
  [
    "diff: an error in a model",
    {
      files: { "old.json": good, "new.json": bad },
      args: ["diff", "@/old.json", "@/new.json"],
      status: 1,
      want: [{ ...error, code: "SC1201" }],
    },
  ],
  [
    "diff: an unknown revision",
    {
      files: { "old.json": good },
      args: ["diff", "git:no-such-revision:old.json", "@/old.json"],
      status: 2,
      want: [{ ...error, code: "SC3101" }],
    },
  ],
  ["diff: wrong usage", { args: ["diff", "a"], status: 2, want: [error] }],
  [
    "validate: no issues",
    {
      files: { "model.json": good },
      args: validate,
      input: '{"a":"x"}',
      status: 0,
      want: [{ kind: "validation", shape: "Thing", records: 1, failed: 0, issues: 0 }],
    },
  ],
  [
    "validate: issues, of which not all are listed",
    {
      files: {
        "model.json": modelOf({
          a: "Integer",
          b: "Integer",
          c: member("Integer", { jsonName: "é/~" }),
        }),
      },
      args: [...validate, "--max-issues", "2"],
      input: '{"é/~":"x",\n"a":"y","b":"z"}\n{"a":1}\n[]',
      status: 1,
      want: [{ kind: "validation" }],
    },
  ],
  [
    "validate: a stream with errors of syntax, and of encoding",
    {
      files: { "model.json": good },
      args: [...validate, "--format", "ndjson"],
      input: '{"a":1}\n{"a":\n\u0000\n{"a":"x"}\n',
      status: 1,
      want: [
        { kind: "issue", code: "SC4002", file: "-", line: 1, pointer: "/a" },
        { kind: "issue", code: "SC4001", line: 2, pointer: "" },
        { kind: "validation", records: 4, failed: 3 },
      ],
    },
  ],
  [
    "validate: a warning",
    {
      files: { "model.json": slow },
      args: [...validate, "--patterns", "skip"],
      input: "{}",
      status: 0,
      want: [{ ...warning, code: "SC1407" }, { kind: "validation" }],
    },
  ],
  [
    "validate: an unknown shape",
    {
      files: { "model.json": good },
      args: ["validate", "--model", "@/model.json", "--shape", "Thingy"],
      status: 2,
      want: [{ ...error, code: "SC1306" }],
    },
  ],
  [
    "validate: a missing document",
    {
      files: { "model.json": good },
      args: [...validate, "@/none.json"],
      status: 2,
      want: [{ ...error, code: "SC3002" }],
    },
  ],
  [
    "format: files",
    {
      files: {
        "a.smithy": "namespace  a\n",
        "b.smithy": "namespace b\n",
        "c.smithy": "string A\n",
      },
      args: ["format", "@/"],
      status: 1,
      want: [
        { kind: "formatted", status: "formatted" },
        { ...error, code: "SC1011", line: 1, column: 1 },
        { kind: "formatting", files: 3, changed: 1, failed: 1 },
      ],
    },
  ],
  [
    "format: a file that is not formatted",
    {
      files: { "a.smithy": "namespace  a" },
      args: ["format", "--check", "@/a.smithy"],
      status: 1,
      want: [
        { kind: "formatted", status: "not formatted" },
        { kind: "formatting", files: 1, changed: 1, failed: 0 },
      ],
    },
  ],
  [
    "format: standard input",
    {
      args: ["format", "-"],
      input: "namespace a\n",
      status: 0,
      want: [{ kind: "formatted", file: "-", status: "unchanged", text: "namespace a\n" }],
    },
  ],
  [
    "lint: a finding",
    {
      files: { "a.smithy": '$version: "2"\nnamespace a\nstructure A { b: Missing }\n' },
      args: ["lint", "@/a.smithy"],
      status: 1,
      want: [
        {
          kind: "lint",
          code: "Target.UnresolvedShape",
          severity: 1,
          range: { start: { line: 2, character: 14 }, end: { line: 2, character: 14 } },
          data: { severity: "ERROR", shape: "a#A$b" },
        },
      ],
    },
  ],
  [
    "init: a new project",
    {
      files: { "package.json": { name: "mine" } },
      args: ["init", "@/", "--yes"],
      status: 0,
      want: [
        { kind: "init", result: "written" },
        { kind: "init", result: "written" },
        { kind: "init", result: "written" },
      ],
    },
  ],
  [
    "init: a project that is there",
    {
      before: [["init", "@/", "--yes"]],
      args: ["init", "@/", "--yes"],
      status: 0,
      want: [{ kind: "init", result: "kept" }],
    },
  ],
  [
    "explain: one code",
    {
      args: ["explain", "sc1201"],
      status: 0,
      want: [{ kind: "explanation", code: "SC1201" }],
    },
  ],
  [
    "explain: all codes",
    {
      args: ["explain"],
      status: 0,
      want: [
        { kind: "explanation", code: "SC1001" },
        { kind: "explanation", code: "SC4002" },
      ],
    },
  ],
  [
    "explain: an unknown code",
    { args: ["explain", "SC9999"], status: 2, want: [{ ...error, code: "SC3007" }] },
  ],
  [
    "smithy-build: written",
    {
      args: ["smithy-build", "--out", "src"],
      input: JSON.stringify(good),
      env: { SMITHY_PLUGIN_DIR: "@/plugin" },
      status: 0,
      want: [{ kind: "output", result: "written" }],
    },
  ],
  [
    "smithy-build: an error in the model",
    {
      args: ["smithy-build"],
      input: "{}",
      env: { SMITHY_PLUGIN_DIR: "@/plugin" },
      status: 1,
      want: [{ ...error, code: "SC1007", file: "-" }],
    },
  ],
  [
    "smithy-build: no plugin",
    { args: ["smithy-build"], status: 2, want: [{ ...error, code: "SC3201" }] },
  ],
  ["an unknown command", { args: ["generat"], status: 2, want: [{ ...error, code: "SC3001" }] }],
  ["no command", { args: [], status: 2, want: [{ ...error, code: "SC3001" }] }],
];

describe("--json", () => {
  it.each(situations)("%s", async (_, situation) => {
    const text = await run(situation, "text-");
    const json = await run(situation, "json-", "--json");
    expect(json.stderr).toBe("");
    expect([json.status, text.status]).toEqual([situation.status, situation.status]);
    expect(json.stdout).toMatch(/^(\{.*\}\n)+$/);
    const messages = json.stdout
      .split("\n")
      .slice(0, -1)
      .map((line) => JSON.parse(line) as Message);
    for (const message of messages) {
      if (!schema.check(message))
        expect.fail(`${JSON.stringify(message)} is not of the schema: ${schema.errors()}`);
      seen.add(message.kind);
    }
    for (const wanted of situation.want)
      expect(messages).toContainEqual(expect.objectContaining(wanted));
  });

  it("serve: the start, and a call", async () => {
    await write(base, { "served.json": modelOf({ a: "String" }) });
    const served = await startServe([
      "--model",
      join(base, "served.json"),
      "--seed",
      "7",
      "--json",
    ]);
    if (!("url" in served)) throw new Error(served.stderr);
    await fetch(`${served.url}/nowhere`);
    const { stdout, stderr, status } = await served.stop("SIGTERM");
    expect({ stderr, status }).toEqual({ stderr: "", status: 0 });
    const messages = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as Message);
    for (const message of messages) {
      expect(schema.check(message), schema.errors()).toBe(true);
      seen.add(message.kind);
    }
    expect(messages).toMatchObject([
      { kind: "serving", url: served.url, service: "Weather", operations: 1, seed: 7 },
      { kind: "call", method: "GET", path: "/nowhere", status: 404 },
    ]);
  });

  it("has been seen to print every kind of message", () => {
    expect([...seen].sort()).toEqual([...kinds].sort());
  });
});

describe("the schema of messages", () => {
  const explanation = {
    ...{ kind: "explanation", code: "SC1201" },
    ...{ title: "t", explanation: "E.", hint: "H." },
  };
  const done = { kind: "output", output: "a", result: "failed" };

  it.each<[string, unknown, boolean]>([
    ["a message", explanation, true],
    ["an unknown property", { ...explanation, more: 1 }, false],
    ["an unknown kind", { ...explanation, kind: "x" }, false],
    ["no kind", { code: "SC1201" }, false],
    ["a code that is too short", { ...explanation, code: "SC12" }, false],
    ["an output that failed", done, true],
    ["an output that failed, with a result", { ...done, seconds: 1 }, false],
    ["an output without its result", { ...done, result: "written" }, false],
    ["an array", [explanation], false],
  ])("%s", (_, json, want) => {
    expect(schema.check(json)).toBe(want);
  });

  it("describes every property", async () => {
    const path = join(repository, "codegen/schemas/messages.schema.json");
    expect(undescribed(JSON.parse(await readFile(path, "utf8")))).toEqual([]);
  });
});

/** The pointers of properties without a description, or a reference to one. */
function undescribed(node: unknown, pointer: string = ""): string[] {
  if (typeof node !== "object" || node === null) return [];
  return Object.entries(node).flatMap(([key, value]: [string, unknown]) => {
    const isProperty = pointer.endsWith("/properties") && !pointer.endsWith("/if/properties");
    const text = JSON.stringify(value);
    const isDescribed = !isProperty || /^\{"(description|\$ref)":/.test(text);
    return [
      ...(isDescribed ? [] : [`${pointer}/${key}`]),
      ...undescribed(value, `${pointer}/${key}`),
    ];
  });
}
