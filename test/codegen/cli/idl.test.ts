import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runCli, runCliRaw, type CliResult } from "../../support/run-cli.js";

/*
 * Models in Smithy IDL, in every command that reads models.
 */

let base: string;
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), "smithy-idl-"));
});
afterEach(async () => {
  await rm(base, { recursive: true, force: true });
});

async function write(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(base, name)), { recursive: true });
    await writeFile(join(base, name), text);
  }
}

const at = (name: string): string => join(base, name);

/** The same with relative paths, as the folder of the test is below no other. */
const main = `$version: "2.0"

namespace example.weather

use aws.protocols#restJson1

/// Says how the weather is.
@restJson1
service Weather {
    version: "2024-01-01"
    operations: [GetCity]
}

@readonly
@http(method: "GET", uri: "/cities/{id}")
operation GetCity {
    input := {
        @required
        @httpLabel
        id: CityId
    }
    output := with [Named] {
        size: Size
    }
}

apply GetCityOutput$name @length(max: 20)
`;

const shapes = `$version: "2.0"
namespace example.weather
@pattern("^[a-z]+$")
string CityId
@mixin
structure Named { @required name: String }
`;

const sizes = JSON.stringify({
  smithy: "2.0",
  shapes: {
    "example.weather#Size": {
      type: "enum",
      members: { BIG: { target: "smithy.api#Unit", traits: { "smithy.api#enumValue": "big" } } },
    },
  },
});

const files = {
  "model/main.smithy": main,
  "model/more/shapes.smithy": shapes,
  "model/more/sizes.json": sizes,
  "model/package.json": '{"name":"model"}',
};

describe("generate", () => {
  const generate = (model: string, ...more: readonly string[]): Promise<CliResult> =>
    runCli(["generate", "--model", at(model), "--out", at("out"), ...more]);

  it("reads a folder of files in IDL and JSON, and writes what their JSON AST gives", async () => {
    await write(files);
    const done = await generate("model", "--no-cache");
    expect(done).toMatchObject({ status: 0, stderr: "" });
    expect(done.stdout).toContain("example.weather#Weather: 1 operation");
    await runCli(["ast", at("model"), "--out", at("model.json")]);
    const other = ["--model", at("model.json"), "--out", at("other"), "--no-cache"];
    expect(await runCli(["generate", ...other])).toMatchObject({ status: 0 });
    const names = await readdir(at("out"), { recursive: true });
    expect((await readdir(at("other"), { recursive: true })).sort()).toEqual(names.sort());
    for (const name of names.filter((name) => name.endsWith(".ts")))
      expect(await readFile(join(at("other"), name), "utf8")).toBe(
        await readFile(join(at("out"), name), "utf8"),
      );
  });

  it("reports every mistake at its place, and writes nothing", async () => {
    await write({
      ...files,
      "model/main.smithy": main.replace("size: Size", "size: Sise"),
      "model/more/shapes.smithy": `${shapes}structur X {}\nlist L {}\n`,
    });
    const done = await generate("model");
    expect(done).toEqual({
      status: 1,
      stdout: "",
      stderr: [
        "shapes.smithy:7:1: there is no type of shapes structur. Did you mean structure?",
        "shapes.smithy:8:1: example.weather#L: the list needs the member member",
        "",
      ].join("\n"),
    });
    await expect(readdir(at("out"))).rejects.toThrow("ENOENT");
  });

  it("checks Smithy's rules, and says where the shapes are", async () => {
    await write({ ...files, "model/main.smithy": main.replace("size: Size", "size: Missing") });
    const { status, stderr } = await generate("model");
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /^main\.smithy:23:9: example\.weather#GetCityOutput\$size: targets example\.weather#Missing, which does not exist/,
    );
  });

  it("warns of deprecated versions and of what does not exist", async () => {
    await write({
      "a.smithy": main
        .replace("id: CityId", "id: String")
        .replace("use ", "use other#X\nuse ")
        .replace("size: Size", "")
        .replace(" with [Named]", "")
        .replace(/apply.*/, ""),
    });
    const { status, stderr } = await generate("a.smithy");
    expect(stderr).toBe("warning: a.smithy:5:5: the shape other#X does not exist\n");
    expect(status).toBe(0);
  });

  it("reads IDL from standard input", async () => {
    const text = `${main}${shapes.split("\n").slice(2).join("\n")}enum Size { BIG }\n`;
    const done = await runCli(["generate", "--model", "-", "--out", at("out")], [text]);
    expect(done).toMatchObject({ status: 0, stderr: "" });
  });

  it("refuses an overlay in IDL", async () => {
    await write({ ...files, "overlay.smithy": '$version: "2"\nnamespace a\n' });
    const done = await generate("model", "--overlay", at("overlay.smithy"));
    expect(done).toMatchObject({ status: 1, stdout: "" });
    expect(done.stderr).toMatch(/^overlay\.smithy: the file is in Smithy IDL; expected a JSON AST/);
  });

  it("lists the files of folders as inputs", async () => {
    await write(files);
    const { stdout } = await generate("model", "--print-inputs");
    const { outputs } = JSON.parse(stdout) as { outputs: { inputs: { path: string }[] }[] };
    expect(outputs[0]?.inputs.map(({ path }) => relative(base, path))).toEqual([
      "model/main.smithy",
      "model/more/shapes.smithy",
      "model/more/sizes.json",
    ]);
  });
});

describe("diff and validate", () => {
  it("read IDL", async () => {
    await write(files);
    await runCli(["ast", at("model"), "--out", at("old.json")]);
    await write({ "model/more/shapes.smithy": shapes.replace("[a-z]", "[a-z0-9]") });
    const diff = await runCli(["diff", at("old.json"), at("model"), "--json"]);
    const changes = diff.stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as object);
    expect(changes[0]).toMatchObject({
      kind: "change",
      location: { file: "shapes.smithy", line: 4, column: 1 },
    });
    const args = ["validate", "--model", at("model"), "--shape", "GetCityOutput"];
    expect(await runCli(args, ['{"name":"Oslo"}'])).toMatchObject({ status: 0 });
    expect(await runCli(args, ['{"name":"Oslo","size":1}'])).toMatchObject({ status: 1 });
  });
});

describe("ast", () => {
  it("prints the model to standard output, and writes it to a file", async () => {
    await write(files);
    const printed = await runCli(["ast", at("model")]);
    expect(printed).toMatchObject({ status: 0, stderr: "" });
    expect(Object.keys((JSON.parse(printed.stdout) as { shapes: object }).shapes)).toEqual([
      "example.weather#CityId",
      "example.weather#GetCity",
      "example.weather#GetCityInput",
      "example.weather#GetCityOutput",
      "example.weather#GetCityOutput$name",
      "example.weather#Named",
      "example.weather#Size",
      "example.weather#Weather",
    ]);
    const written = await runCli(["ast", at("model"), "--out", at("a.json")]);
    expect(written).toEqual({ status: 0, stdout: "", stderr: "" });
    expect(await readFile(at("a.json"), "utf8")).toBe(printed.stdout);
    const again = await runCli(["ast", at("a.json")]);
    expect(again.stdout).toBe(printed.stdout);
  });

  it("flattens mixins", async () => {
    await write(files);
    const { stdout } = await runCli(["ast", "--flatten", at("model")]);
    const { shapes } = JSON.parse(stdout) as { shapes: Record<string, object> };
    expect(Object.keys(shapes)).not.toContain("example.weather#Named");
    expect(shapes["example.weather#GetCityOutput"]).toMatchObject({
      members: {
        name: { traits: { "smithy.api#length": { max: 20 }, "smithy.api#required": {} } },
      },
    });
  });

  it("refuses traits that nothing defines, unless they are allowed", async () => {
    await write({ "a.smithy": '$version: "2"\nnamespace a\n@foo string S\n' });
    const message =
      "a.smithy:3:1: a#S: the trait a#foo is not defined; add the model that defines it\n";
    expect(await runCli(["ast", at("a.smithy")])).toEqual({
      status: 1,
      stdout: "",
      stderr: message,
    });
    const allowed = await runCli(["ast", "--allow-unknown-traits", at("a.smithy")]);
    expect(allowed).toMatchObject({ status: 0, stderr: `warning: ${message}` });
    expect(JSON.parse(allowed.stdout)).toMatchObject({ shapes: { "a#S": { type: "string" } } });
  });

  it.each([
    [
      "JSON that is not valid",
      "a.json",
      '{"',
      "a.json:1:3: unexpected end of JSON; the file may be truncated\n",
    ],
    [
      "a mistake in JSON",
      "a.json",
      '{"smithy":"2","shapes":{"a#S":{"type":"x"}}}',
      'a.json: a#S: expected "type" to be a shape type, found "x"\n',
    ],
    [
      "a file in UTF-16",
      "a.smithy",
      Buffer.from("\ufeffnamespace a", "utf16le"),
      "a.smithy: the file is in UTF-16; expected UTF-8\n",
    ],
    [
      "a binary file",
      "a.smithy",
      Buffer.from([0xc3, 0x28]),
      "a.smithy: the file is not valid UTF-8 text; expected a Smithy model\n",
    ],
  ])("reports %s", async (_, name, content, message) => {
    await writeFile(at(name), content);
    expect(await runCli(["ast", at(name)])).toEqual({ status: 1, stdout: "", stderr: message });
  });

  it("shows the line on a terminal", async () => {
    await writeFile(at("a.smithy"), '$version: "2"\nnamespace a\n\tstructur S {}\n');
    const { stderr } = await runCliRaw(["ast", at("a.smithy")], [], true);
    expect(stderr.split("\n").slice(1, 3)).toEqual(["  3 |  structur S {}", "    |  ^"]);
  });

  it("needs files that are there", async () => {
    await mkdir(at("empty"));
    expect(await runCli(["ast", at("empty")])).toMatchObject({ status: 2, stdout: "" });
    expect(await runCli(["ast", at("missing.smithy")])).toMatchObject({ status: 2, stdout: "" });
  });
});
