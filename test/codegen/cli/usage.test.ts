import { protocolNames } from "../../../codegen/src/ir/options.js";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkOptions, collect, commandLine } from "../../../codegen/src/cli/options.js";
import { runCli } from "../../support/run-cli.js";
import { repository } from "../support/generated.js";

const generate = (...options: string[]): string[] => [
  "generate",
  "--model",
  "x",
  "--out",
  "y",
  ...options,
];
const validate = (...options: string[]): string[] => [
  ...["validate", "--model", "x", "--shape", "y", ...options],
];

describe("wrong usage", () => {
  it.each<[string, string[], string]>([
    ["an unknown command", ["generat"], "unknown command 'generat'\n(Did you mean generate?)"],
    ["no shape", ["validate", "--model", "x"], "required option '--shape <name>' not specified"],
    ["no models", ["diff"], "missing required argument 'old'"],
    ["one model", ["diff", "a"], "missing required argument 'new'"],
    ["a misspelt option", generate("--chek"), "unknown option '--chek'\n(Did you mean --check?)"],
    [
      "a misspelt option that is required",
      ["generate", "--modl", "x", "--out", "y"],
      "unknown option '--modl'\n(Did you mean --model?)",
    ],
    [
      "a misspelt option before arguments",
      ["diff", "--operaton", "A", "a", "b"],
      "unknown option '--operaton'\n(Did you mean --operation?)",
    ],
    [
      "a protocol that is not supported",
      generate("--protocol", "corba"),
      `argument 'corba' is invalid. Allowed choices are ${protocolNames.join(", ")}.`,
    ],
    [
      "a protocol that is not supported after one that is",
      generate("--server", "--protocol", "restJson1", "--protocol", "corba"),
      `argument 'corba' is invalid. Allowed choices are ${protocolNames.join(", ")}.`,
    ],
    ["two folders", generate("--out", "z"), "option '--out <dir>' can be given only once"],
    [
      "two services",
      generate("--service", "a", "--service", "a"),
      "option '--service <shape-id>' can be given only once",
    ],
    [
      "two limits",
      validate("--max-issues", "1", "--max-issues", "2"),
      "option '--max-issues <n>' can be given only once",
    ],
    [
      "an empty folder",
      ["generate", "--model", "x", "--out", ""],
      "option '--out <dir>' has an empty value",
    ],
    [
      "an empty model",
      ["generate", "--model", "", "--out", "x"],
      "option '--model <file>' has an empty value",
    ],
    [
      "an empty model, with =",
      ["generate", "--model=", "--out", "x"],
      "option '--model <file>' has an empty value",
    ],
    [
      "an empty operation",
      generate("--operation", ""),
      "option '--operation <name>' has an empty value",
    ],
    [
      "an empty argument",
      ["diff", "", "b"],
      "Expected the name of a file, or - for standard input.",
    ],
    [
      "an option without its value",
      ["generate", "--model"],
      "option '--model <file>' argument missing",
    ],
    [
      "an argument too many",
      generate("--operation", "A", "B"),
      "too many arguments for 'generate'.",
    ],
    [
      "an argument too many for diff",
      ["diff", "--operation", "A", "B", "a", "b"],
      "too many arguments for 'diff'.",
    ],
    [
      "watching standard input",
      ["generate", "--model", "-", "--out", "x", "--watch"],
      "--watch cannot watch standard input",
    ],
    [
      "watching an overlay on standard input",
      generate("--overlay", "-", "--watch"),
      "--watch cannot watch standard input",
    ],
    [
      "watching a check",
      generate("--watch", "--check"),
      "'--watch' cannot be used with option '--check'",
    ],
    [
      "standard input twice, to generate",
      ["generate", "--model", "-", "--out", "x", "--overlay", "-"],
      "only one file can be standard input",
    ],
    ["standard input twice, to compare", ["diff", "-", "-"], "only one file can be standard input"],
    [
      "standard input twice, to validate",
      ["validate", "--model", "-", "--shape", "x"],
      "only one file can be standard input",
    ],
    ["a format that is unknown", validate("--format", "x"), "Allowed choices are json, ndjson."],
    ...["0", "x5", "5x", "-1", "1.5", "1e3", "9".repeat(10)].map(
      (text): [string, string[], string] => [
        `the limit ${text}`,
        validate(`--max-issues=${text}`),
        "Expected a whole number from 1 to 999999999.",
      ],
    ),
  ])("%s: status 2", async (_, argv, want) => {
    const done = await runCli(argv);
    expect(done).toMatchObject({ status: 2, stdout: "" });
    expect(done.stderr).toMatch(/^error: /);
    expect(done.stderr).toContain(want);
  });

  it("no command: shows the help on standard error, status 2", async () => {
    const done = await runCli([]);
    expect(done).toMatchObject({ status: 2, stdout: "" });
    expect(done.stderr).toContain("Usage: smithy-codec");
  });

  it("is not what a repeated operation is, wherever it is given", async () => {
    const model = join(repository, "model/apigatewayv2.json");
    const done = await runCli([
      "diff",
      "--operation",
      "GetApi",
      model,
      "--operation",
      "GetApis",
      model,
    ]);
    expect(done).toMatchObject({ status: 0, stderr: "" });
  });
});

describe("help", () => {
  it.each([["generate"], ["diff"], ["validate"]])("of %s is that of `help`", async (name) => {
    const { stdout } = await runCli([name, "--help"]);
    expect(stdout).toContain(`Usage: smithy-codec ${name}`);
    expect(stdout).not.toContain("default: []");
    expect((await runCli(["help", name])).stdout).toBe(stdout);
  });

  it("tells the defaults and the choices", async () => {
    const { stdout } = await runCli(["validate", "--help"]);
    expect(stdout.replaceAll(/\s+/g, " ")).toContain("(default: 100)");
    expect(stdout.replaceAll(/\s+/g, " ")).toContain("(one of number, bigint; default: number)");
  });
});

it.each(["--version", "-V"])("%s prints the version of the package", async (flag) => {
  const text = readFileSync(join(repository, "codegen/package.json"), "utf8");
  const { version } = JSON.parse(text) as { version: string };
  expect(await runCli([flag])).toEqual({ status: 0, stdout: `${version}\n`, stderr: "" });
});

/** The generator's own version of the library, which is another one than that of this folder. */
const { Command } = createRequire(join(repository, "codegen/package.json"))("commander") as {
  Command: new () => Parameters<typeof commandLine>[0];
};

describe("the command line that repeats a command", () => {
  it.each<[string[], string]>([
    [[], "smithy-codec run"],
    [["--one", "a b", "--flag"], "smithy-codec run --flag --one 'a b'"],
    [["--many", "b", "--many", "a'c"], "smithy-codec run --many b --many 'a'\\''c'"],
    [["--no-color", "--quiet", "--left"], "smithy-codec run --no-color"],
    [["--color"], "smithy-codec run --color"],
    [["--one", "b"], "smithy-codec run --one b"],
  ])("%j: %s", async (argv, want) => {
    let found = "";
    const program = new Command();
    const command = program
      .command("run")
      .option("-f, --flag", "")
      .option("--one <value>", "", "b")
      .option("--many <value>", "", collect, [])
      .option("--color", "")
      .option("--no-color", "")
      .option("--quiet", "")
      .option("--left", "")
      .action(() => {
        found = commandLine(command, new Set(["quiet", "left"]));
      });
    checkOptions(command);
    await program.parseAsync(["run", ...argv], { from: "user" });
    expect(found).toBe(want);
  });
});
