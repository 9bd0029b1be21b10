import { existsSync, mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compile, installCompilers } from "../package/support/compilers.js";
import { startEmulator, withEmulator } from "../emulator/start-emulator.js";
import { packPackages, repository } from "../package/support/packages.js";
import {
  addPackages,
  createProject,
  removeProject,
  writeFiles,
} from "../package/support/project.js";
import { run } from "../package/support/run.js";
import type { Listening } from "../support/listening-process.js";
import { parseBlocks, statedOutput, type Block } from "./parse-blocks.js";
import { runCommands, startCommand } from "./run-commands.js";
import { withoutNumbers } from "./without-numbers.js";

const timeout = 280_000;

/** What the examples use beside our packages; taken from the repository, so that nothing more is installed. */
const others = [
  "@aws-crypto/sha256-js",
  "@aws-sdk/client-apigatewayv2",
  "@aws-sdk/credential-providers",
  "@noble/hashes",
  "@smithy/core",
  "@smithy/protocol-http",
  "@smithy/signature-v4",
  "@types/express",
  "express",
  "fast-check",
  "fastify",
  "hono",
];

const blocksOf = (path: string): Block[] =>
  parseBlocks(readFileSync(join(repository, path), "utf8"));

describe("the READMEs, followed in a project with the packages installed from their tarballs", () => {
  let project: string;
  let emulator: Listening;
  beforeAll(async () => {
    emulator = await startEmulator(["--example"]);
    const { codec, generator } = await packPackages();
    await installCompilers();
    project = await createProject([codec, generator]);
    await addPackages(project, ["@types/node@20"]);
    for (const name of others) {
      const link = join(project, "node_modules", name);
      mkdirSync(dirname(link), { recursive: true });
      if (!existsSync(link)) symlinkSync(join(repository, "node_modules", name), link);
    }
  }, timeout);
  afterAll(async () => {
    await emulator.stop();
    removeProject(project);
  });

  describe.each(["README.md", "generated/README.md", "codegen/README.md"])("%s", (path) => {
    const blocks = blocksOf(path);
    const code = blocks
      .filter(({ language }) => language === "ts")
      .map((block) => ({ ...block, file: block.file ?? `src/${slug(path)}-${block.line}.ts` }));

    it("has blocks of known languages alone", () => {
      const known = ["console", "json", "python", "sh", "smithy", "text", "ts"];
      expect(blocks.filter(({ language }) => !known.includes(language))).toEqual([]);
      expect(code).not.toEqual([]);
    });

    it(
      "has commands that work, and print what it says",
      async () => {
        let output = "";
        for (const { language, file, text } of blocks) {
          if ((language === "json" || language === "smithy") && file !== undefined)
            writeFiles(project, { [file]: text });
          if (language === "sh") output = await runCommands(text, project);
          if (language === "text") expect(withoutNumbers(output)).toBe(withoutNumbers(text));
        }
      },
      timeout,
    );

    it.each(blocks.filter(({ language }) => language === "console"))(
      "has a command that goes on, and prints what it says, line $line",
      async ({ text }) => {
        const [command = "", ...lines] = text.trimEnd().split("\n");
        const printed = await startCommand(command.replace(/^\$ /, ""), lines.length, project);
        expect(withoutNumbers(printed)).toBe(withoutNumbers(lines.join("\n")));
      },
      timeout,
    );

    it(
      "has code that compiles, strictly",
      async () => {
        const texts = code.map(({ file, text }) => [file, withEmulator(text, emulator)]);
        writeFiles(project, Object.fromEntries(texts) as Record<string, string>);
        const options = {
          noEmit: false,
          module: "nodenext",
          rootDir: "src",
          outDir: "built",
          skipLibCheck: true,
        };
        const files = code.map(({ file }) => file);
        expect(await compile("7.0", project, files, options)).toBe("");
      },
      timeout,
    );

    it.each(code)(
      "has code that prints what it says, line $line",
      async ({ file, text }) => {
        const built = file.replace(/^src/, "built").replace(/\.ts$/, ".js");
        const { stdout, stderr } = await run(process.execPath, [built], project);
        expect({ printed: stdout.trimEnd().split("\n"), stderr }).toEqual({
          printed: statedOutput(text).length === 0 ? [""] : statedOutput(text),
          stderr: "",
        });
      },
      timeout,
    );
  });
});

function slug(path: string): string {
  return path.replace(/\W+/g, "-").toLowerCase();
}
