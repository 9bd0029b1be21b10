import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { member, modelOf } from "../codegen/support/models.js";
import { featuresModel } from "../support/features-model.js";
import { runCli, type CliResult } from "../support/run-cli.js";

describe("validate", () => {
  let folder: string;
  let model: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "validate-"));
    model = join(folder, "model.json");
    await writeFile(model, featuresModel);
  });

  afterAll(async () => {
    await rm(folder, { recursive: true });
  });

  function validate(input: string, ...args: string[]): Promise<CliResult> {
    return runCli(["validate", "--model", model, "--shape", "All", ...args], [input]);
  }

  const fine = '{"color":"red","neededDocument":1}';

  it("takes a valid document", async () => {
    expect(await validate(fine)).toEqual({
      status: 0,
      stdout: "Checked 1 record of All: no issues.\n",
      stderr: "",
    });
  });

  it("checks long texts by the same engines as generated code", async () => {
    const patterns = join(folder, "patterns.json");
    const given = modelOf({ a: member("String", { pattern: ".+@.+\\..+" }) });
    await writeFile(patterns, JSON.stringify(given));
    const input = `{"a":"${"x@".repeat(50_000)}"}`;
    const argv = ["validate", "--model", patterns, "--shape", "Thing"];
    const linear = await runCli(argv, [input]);
    expect([linear.status, linear.stderr]).toEqual([1, ""]);
    expect(linear.stdout).toContain("/a Value at '/a' failed to satisfy constraint");
    const skipped = await runCli([...argv, "--patterns", "skip"], [input]);
    expect(skipped.status).toBe(0);
    expect(skipped.stderr).toMatch(/^warning: .*test#Thing\$a: the pattern .* can take too long/);
    const short = await runCli([...argv, "--patterns", "skip"], ['{"a":"x"}']);
    expect(short.status).toBe(1);
  });

  it("tells each issue with its file, line, column and path", async () => {
    const file = join(folder, "wrong.json");
    await writeFile(
      file,
      '{\n  "color": "blue",\n  "names": ["a",\n    ""],\n  "neededDocument": 1\n}\n',
    );
    const { status, stdout } = await runCli(["validate", "--model", model, "--shape", "All", file]);
    expect(status).toBe(1);
    expect(stdout.split("\n")).toEqual([
      `${file}:2:12 /color Value at '/color' failed to satisfy constraint: Member must satisfy enum value set: [red]`,
      `${file}:4:5 /names/1 Value with length 0 at '/names/1' failed to satisfy constraint: Member must have length between 1 and 3, inclusive`,
      "Checked 1 record of All: 1 failed, with 2 issues.",
      "",
    ]);
  });

  it("takes longs of 64 bits if it is told so, and refuses what is beyond", async () => {
    const document = (long: string): string => `{"color":"red","neededDocument":1,"long":${long}}`;
    const valid = document("-9223372036854775808");
    expect((await validate(valid)).status).toBe(1);
    expect((await validate(valid, "--long", "number")).status).toBe(1);
    expect((await validate(valid, "--long", "bigint")).status).toBe(0);
    expect((await validate(document("-9223372036854775809"), "--long", "bigint")).stdout).toContain(
      "Expected an integer between -9223372036854775808 and 9223372036854775807 at /long, received another number.",
    );
  });

  it("goes on behind a record that is no JSON", async () => {
    const { status, stdout } = await validate(`${fine}\n{"color":\n\n${fine}\n[]\n`);
    expect(status).toBe(1);
    expect(stdout).toBe(
      `-:2:10 / Not valid JSON: expected a JSON value, found the end of the text.
-:5:1 / Expected an object at the root, received an array.
Checked 4 records of All: 2 failed, with 2 issues.
`,
    );
  });

  it("lists as many issues as are asked for, and counts the rest", async () => {
    const { stdout } = await validate('{"text":"","byte":1000,"color":"x"}', "--max-issues", "1");
    expect(stdout.split("\n")).toEqual([
      "-:1:19 /byte Expected an integer between -128 and 127 at /byte, received an integer out of range.",
      "-:1:1 / There are 3 more issues.",
      "Checked 1 record of All: 1 failed, with 4 issues.",
      "",
    ]);
  });

  it("lists 100 issues by default", async () => {
    const names = JSON.stringify(Array.from({ length: 150 }, () => ""));
    const { stdout } = await validate(`{"color":"red","neededDocument":1,"names":${names}}`);
    const lines = stdout.split("\n");
    expect(lines.filter((line) => line.startsWith("-:"))).toHaveLength(101);
    expect(lines[100]).toBe("-:1:1 / There are 51 more issues.");
    expect(lines[101]).toBe("Checked 1 record of All: 1 failed, with 151 issues.");
  });

  it("takes the format that it is told, where it would detect another", async () => {
    // By itself, a first line that is not JSON makes one document of all lines.
    const input = `{"color":\n${fine}\n`;
    const detected = await validate(input);
    expect(detected.stdout).toContain("Checked 1 record of All: 1 failed, with 1 issue.\n");
    const { status, stdout } = await validate(input, "--format", "ndjson");
    expect(status).toBe(1);
    expect(stdout).toContain("-:1:10 / Not valid JSON");
    expect(stdout).toContain("Checked 2 records of All: 1 failed, with 1 issue.\n");
    // And a first line that is JSON begins a stream.
    expect((await validate(`${fine}\n${fine}\n`)).stdout).toContain("Checked 2 records");
    const one = await validate(`${fine}\n${fine}\n`, "--format", "json");
    expect(one).toMatchObject({ status: 1 });
    expect(one.stdout).toContain("-:2:1 / Not valid JSON");
    expect(one.stdout).toContain("Checked 1 record");
  });

  it("lays overlays over the model", async () => {
    const overlay = join(folder, "overlay.json");
    await writeFile(
      overlay,
      JSON.stringify({
        smithy: "2.0",
        shapes: {
          "example.features#All$text": { type: "apply", traits: {} },
          "example.features#Leaf$a": {
            type: "apply",
            traits: { "smithy.api#length": { min: 2 } },
          },
        },
      }).replace('"example.features#All$text":{"type":"apply","traits":{}},', ""),
    );
    const args = ["validate", "--model", model, "--shape", "example.features#Leaf"];
    expect(await runCli(args, ['{"a":"x"}'])).toMatchObject({ status: 0 });
    expect(await runCli([...args, "--overlay", overlay], ['{"a":"x"}'])).toMatchObject({
      status: 1,
    });
  });

  it("gives advice where it is asked for", async () => {
    const file = (name: string): string =>
      fileURLToPath(new URL(`../../model/${name}.json`, import.meta.url));
    const args = ["validate", "--model", file("apigatewayv2"), "--overlay", file("advice")];
    const input = [
      `{"ApiId":"a","IntegrationId":"i","integrationResponseKey":"k",
      "responseParameters":{"method.respone.header.x":"'a'"}}`,
    ];
    const shape = ["--shape", "CreateIntegrationResponseRequest"];
    expect(await runCli([...args, ...shape], input)).toMatchObject({ status: 0 });
    const { status, stdout } = await runCli([...args, ...shape, "--advice"], input);
    expect(status).toBe(1);
    expect(stdout).toContain("-:2:55 /responseParameters/method.respone.header.x ");
  });

  it("lets no control character of the input through to the terminal", async () => {
    const { stdout } = await validate(
      `{"color":"red","neededDocument":1,"scores":{"\\u001b[2J":11}}`,
    );
    expect(stdout).toContain("\\u001b[2J");
    expect(stdout).not.toContain("\u001b");
  });

  it("shows on a terminal how far it is, and takes it back", async () => {
    const args = ["validate", "--model", model, "--shape", "All"];
    const { stderr } = await runCli(args, [fine], true);
    expect(stderr).toContain("Checked 1 record, 0 failed ...");
    expect(stderr.endsWith("\r\u001b[J")).toBe(true);
  });

  it.each<[name: string, status: number, message: string, args: string[]]>([
    ["a shape of another name", 2, "Did you mean Leaf?", ["--model", "MODEL", "--shape", "Leav"]],
    [
      "a shape that is no object",
      2,
      "no structure or union",
      ["--model", "MODEL", "--shape", "Color"],
    ],
    [
      "a model that is not there",
      2,
      "none: no such file or folder",
      ["--model", "none", "--shape", "All"],
    ],
    [
      "input that is not there",
      2,
      "none: no such file or folder",
      ["--model", "MODEL", "--shape", "All", "none"],
    ],
    [
      "input below a file",
      2,
      "package.json/none: this is not a folder, or is inside something that is not a folder",
      ["--model", "MODEL", "--shape", "All", "package.json/none"],
    ],
    [
      "input that is a folder",
      2,
      ".: this is a folder; expected a file",
      ["--model", "MODEL", "--shape", "All", "."],
    ],
    ["a model with an error", 1, "package.json: ", ["--model", "package.json", "--shape", "All"]],
  ])("refuses %s", async (_, status, message, args) => {
    const result = await runCli([
      "validate",
      ...args.map((arg) => (arg === "MODEL" ? model : arg)),
    ]);
    expect(result.stderr).toContain(message);
    expect(result.status).toBe(status);
    expect(result.stdout).toBe("");
  });
});
