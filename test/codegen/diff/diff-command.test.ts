import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable, Writable } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createProgram } from "../../../codegen/src/cli/program.js";
import { bytesOf, member, model, operation, structure, type Json } from "../support/models.js";
import { inputOf } from "./lines.js";

let base: string;

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), "smithy-codec-"));
});

afterAll(async () => {
  await rm(base, { recursive: true, force: true });
});

interface Run {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `diff` in this process, whose output is no terminal; nothing is taken off its output. */
async function diff(argv: readonly string[], stdin: unknown = ""): Promise<Run> {
  const texts = { stdout: "", stderr: "" };
  const sink = (name: keyof typeof texts): Writable =>
    new Writable({
      write: (chunk: Buffer, _, done) => {
        texts[name] += chunk.toString();
        done();
      },
    });
  const terminal = {
    stdin: Readable.from([bytesOf(stdin)]),
    stdout: sink("stdout"),
    stderr: sink("stderr"),
  };
  const status = await createProgram(terminal).run(["node", "smithy-codec", "diff", ...argv]);
  return { status, ...texts };
}

/** Writes a model, and returns its path. */
async function file(name: string, content: Json): Promise<string> {
  const path = join(base, name);
  await writeFile(path, bytesOf(content));
  return path;
}

const one = inputOf({ a: "String" });
const two = inputOf({ a: member("String", { required: {} }), b: "String" });

describe("smithy-codec diff", () => {
  it("prints each change on a line, and how many there are", async () => {
    const [before, after] = [await file("one.json", one), await file("two.json", two)];
    expect(await diff([before, after])).toEqual({
      status: 1,
      stdout: `breaking   test#In$a (input): is now required. Requests without it are rejected. Callers must set it. [ChangedNullability.AddedRequiredTrait] two.json:1:343
compatible test#In$b (input): member was added. [AddedShape] two.json:1:414
2 differences (1 breaking, 0 dangerous, 1 compatible) between ${before} and ${after}.
The next version is a major one.
`,
      stderr: "",
    });
  });

  it("prints one change in the singular", async () => {
    const before = await file("one.json", one);
    const after = await file("three.json", inputOf({ a: "String", b: "String" }));
    expect(await diff([before, after])).toEqual({
      status: 0,
      stdout: `compatible test#In$b (input): member was added. [AddedShape] three.json:1:390
1 difference (0 breaking, 0 dangerous, 1 compatible) between ${before} and ${after}.
The next version is a minor one.
`,
      stderr: "",
    });
  });

  it("finds no difference, with status 0", async () => {
    const before = await file("one.json", one);
    expect(await diff([before, "-"], one)).toEqual({
      status: 0,
      stdout: `No differences between ${before} and -.\n`,
      stderr: "",
    });
  });

  it("compares the given operations only, with overlays over both models", async () => {
    const models = [{ a: "String" }, { a: "Integer" }].map((members) =>
      model({
        A: operation("/a", { input: "In" }),
        B: operation("/b"),
        In: structure({ ...members, b: "String" }),
      }),
    );
    const [before, after] = [
      await file("before.json", models[0] ?? {}),
      await file("after.json", models[1] ?? {}),
    ];
    expect((await diff([before, after])).status).toBe(1);
    expect((await diff([before, after, "--operation", "B"])).stdout).toBe(
      `No differences between ${before} and ${after}.\n`,
    );
    const overlay = await file("overlay.json", {
      smithy: "2.0",
      shapes: { "test#In$a": { type: "apply", traits: { "smithy.api#jsonName": "c" } } },
    });
    const same = await diff([before, before, "--overlay", overlay]);
    expect(same.status).toBe(0);
  });

  it("escapes control characters of a model", async () => {
    const before = await file("one.json", one);
    const after = await file(
      "control.json",
      inputOf({ a: member("String", { deprecated: { message: "\u001b[31m" } }) }),
    );
    expect((await diff([before, after])).stdout).toContain(
      "compatible test#In$a (input): is now deprecated: \\u001b[31m. Editors mark code that uses it. [ModifiedTrait.Add.smithy.api#deprecated] control.json:1:343\n",
    );
  });

  it("exits with 1 for an error in a model, and names its file", async () => {
    const before = await file("one.json", one);
    const after = await file("wrong.json", { smithy: "2.0", shapes: {} });
    const { status, stdout, stderr } = await diff([before, after]);
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toMatch(/^wrong\.json: .+\n$/);
  });

  it("exits with 2 for wrong usage", async () => {
    const before = await file("one.json", one);
    expect((await diff([before])).status).toBe(2);
    expect((await diff([before, before, "--formats", "json"])).status).toBe(2);
  });
});
