import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DiffReport } from "../../../codegen/src/diff/diff-models.js";
import { formatMarkdown } from "../../../codegen/src/diff/format-markdown.js";
import { readRevision } from "../../../codegen/src/run/read-revision.js";
import { runCli } from "../../support/run-cli.js";
import { bytesOf, enumeration, member, model, operation, structure } from "../support/models.js";
import { inputOf, outputOf } from "./lines.js";

let base: string;
const at = (name: string): string => join(base, `${name}.json`);

const models = {
  old: inputOf({ a: "String" }),
  required: inputOf({ a: member("String", { required: {} }) }),
  more: inputOf({ a: "String", b: "String" }),
  text: outputOf({ a: "String" }),
  stricter: outputOf({ a: member("String", { length: { max: 9 } }) }),
};

beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), "smithy-codec-"));
  for (const [name, json] of Object.entries(models)) writeFileSync(at(name), bytesOf(json));
});

afterAll(() => {
  rmSync(base, { recursive: true, force: true });
});

describe("the exit status of diff", () => {
  it.each([
    ["breaking", "old", "required", { breaking: 1, dangerous: 1, any: 1, none: 0 }],
    ["dangerous", "text", "stricter", { breaking: 0, dangerous: 1, any: 1, none: 0 }],
    ["compatible", "old", "more", { breaking: 0, dangerous: 0, any: 1, none: 0 }],
    ["no", "old", "old", { breaking: 0, dangerous: 0, any: 0, none: 0 }],
  ])("is that of --fail-on, for %s changes", async (_, before, after, want) => {
    for (const [failOn, status] of Object.entries(want)) {
      const done = await runCli(["diff", at(before), at(after), "--fail-on", failOn]);
      expect({ failOn, status: done.status }).toEqual({ failOn, status });
    }
    const { breaking } = want;
    expect((await runCli(["diff", at(before), at(after)])).status).toBe(breaking);
  });
});

describe("diff --format", () => {
  it("json is one document with every change", async () => {
    const { stdout } = await runCli(["diff", at("old"), at("required"), "--format", "json"]);
    expect(JSON.parse(stdout)).toMatchObject({
      summary: { step: "major", breaking: 1, dangerous: 0, compatible: 0 },
      changes: [
        {
          id: "ChangedNullability.AddedRequiredTrait",
          place: "test#In$a",
          classes: ["source-breaking", "behavior"],
          location: { file: "required.json", pointer: "/shapes/test#In/members/a", line: 1 },
        },
      ],
    });
  });

  it("markdown has the most important changes first", async () => {
    const { stdout } = await runCli(["diff", at("old"), at("required"), "--format", "markdown"]);
    expect(stdout).toBe(`## Model changes: the next version is a major one

1 difference (1 breaking, 0 dangerous, 0 compatible) between \`${at("old")}\` and \`${at("required")}\`.

### Breaking (1)

- \`test#In$a\` (input): is now required. \`ChangedNullability.AddedRequiredTrait\`, \`required.json:1\`
  - In validation: Requests without it are rejected.
  - In code: Callers must set it.
`);
  });

  it("markdown folds long lists, and says so if there is nothing", () => {
    const change = {
      id: "AddedShape",
      severity: "compatible" as const,
      classes: ["compatible" as const],
      step: "minor" as const,
      place: "a#X",
      directions: [],
      summary: "a [link](x) <b> `code`\nline",
      effects: [],
      message: "",
    };
    const report = (count: number): DiffReport => ({
      changes: Array.from({ length: count }, () => change),
      summary: { step: "minor", breaking: 0, dangerous: 0, compatible: count },
    });
    const names = { before: "a`b", after: "`c" };
    const folded = formatMarkdown(report(7), names);
    expect(folded).toContain("<details>\n<summary>7 changes</summary>\n\n- `a#X`");
    expect(folded).toContain("between ``a`b`` and `` `c ``.");
    expect(folded).toContain("a \\[link\\](x) \\<b\\> \\`code\\` line. `AddedShape`\n");
    expect(formatMarkdown(report(6), names)).not.toContain("<details>");
    expect(
      formatMarkdown(
        { changes: [], summary: { step: "none", breaking: 0, dangerous: 0, compatible: 0 } },
        names,
      ),
    ).toBe("## Model changes: none\n\nNo differences between ``a`b`` and `` `c ``.\n");
  });
});

describe("a revision of git", () => {
  let folder: string;
  const git = (...args: readonly string[]): void => {
    const identity = ["-c", "user.name=Test", "-c", "user.email=test@example.com"];
    execFileSync("git", [...identity, ...args], { cwd: folder });
  };

  beforeAll(() => {
    folder = join(base, "repository");
    mkdirSync(join(folder, "models"), { recursive: true });
    git("init", "-q", "--initial-branch=main");
    writeFileSync(join(folder, "models/api.json"), bytesOf(models.old));
    git("add", "-A");
    git("commit", "-q", "-m", "first");
    writeFileSync(join(folder, "models/api.json"), bytesOf(models.required));
  });

  it("is read relative to the current folder", () => {
    // The command runs as a process, since its current folder matters.
    const script = `import { readRevision } from ${JSON.stringify(new URL("../../../codegen/src/run/read-revision.ts", import.meta.url).href)};
      process.stdout.write(await readRevision("git:main:api.json"));`;
    const text = execFileSync(
      process.execPath,
      [
        "--import",
        import.meta.resolve("ts-blank-space/register"),
        "--input-type=module",
        "-e",
        script,
      ],
      { cwd: join(folder, "models") },
    );
    expect(text).toEqual(Buffer.from(bytesOf(models.old)));
  });

  it.each([
    ["git:none:x.json", /git cannot read this revision: /],
    ["git:HEAD:no-such-file.json", /git cannot read this revision: /],
    ["git:--output=x:y", /git cannot read this revision: /],
  ])("that does not exist is an error: %s", async (path, message) => {
    await expect(readRevision(path)).rejects.toMatchObject({
      name: "RevisionError",
      message: expect.stringMatching(message) as unknown,
      diagnostics: [{ code: "SC3101", file: path }],
    });
    const done = await runCli(["diff", path, at("old")]);
    expect(done.status).toBe(2);
    expect(done.stderr.split("\n")).toHaveLength(2);
  });
});

describe("diff of shapes in several files' order", () => {
  it("does not depend on the order of keys", async () => {
    const shapes = {
      Do: operation("/do", { input: "In" }),
      In: structure({ color: "Color" }),
      Color: enumeration({ RED: "red" }),
    };
    writeFileSync(at("one"), bytesOf(model(shapes)));
    const reversed = Object.fromEntries(Object.entries(shapes).reverse());
    writeFileSync(at("other"), bytesOf(model(reversed)));
    const { stdout } = await runCli(["diff", at("one"), at("other")]);
    expect(stdout).toMatch(/^No differences/);
  });
});
