import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { packPackages, repository, type Tarballs } from "../package/support/packages.js";
import { removeProject, writeFiles } from "../package/support/project.js";
import { runOrFail } from "../package/support/run.js";
import { parseBlocks, statedOutput } from "./parse-blocks.js";

const timeout = 280_000;

/*
 * Someone follows the first section of the generator's README in an empty folder, with the defaults of
 * `npm init -y` and `tsc --init` of each compiler.
 */
describe.each(["5.9.3", "6.0.3", "7.0.2"])(
  "the tour with a model of one's own, TypeScript %s",
  (version) => {
    const markdown = readFileSync(join(repository, "codegen/README.md"), "utf8");
    const section = /^## Your own model\n.*?(?=^## )/ms.exec(markdown)?.[0] ?? "";
    const blocks = parseBlocks(section);
    let tarballs: Tarballs;
    let folder = "";
    beforeAll(async () => {
      tarballs = await packPackages();
    }, timeout);
    afterEach(() => {
      removeProject(folder);
    });

    /** Our own package comes from its tarball, and the compiler in the version that is tried. */
    const argumentOf = (word: string): string =>
      ({
        "smithy-codec": tarballs.generator,
        typescript: `typescript@${version}`,
        "-y": "--yes",
      })[word] ?? word;

    const runCommand = async (command: string): Promise<string> => {
      const [program = "", ...words] = command.split(" ");
      if (program === "npx") {
        return runOrFail(join("node_modules/.bin", words[0] ?? ""), words.slice(1), folder);
      }
      const offline = words[0] === "install" ? ["--prefer-offline", "--no-audit", "--no-fund"] : [];
      return runOrFail(program, [...words.map(argumentOf), ...offline], folder);
    };

    it(
      "ends with what it says",
      async () => {
        folder = mkdtempSync(join(tmpdir(), "own-model-"));
        const commands: string[] = [];
        let stated: string[] = [];
        let output = "";
        for (const { language, file, text } of blocks) {
          if (file !== undefined) writeFiles(folder, { [file]: text });
          if (language === "ts") stated = statedOutput(text);
          if (language !== "sh") continue;
          for (const command of text.trim().split("\n")) {
            commands.push(command);
            output = await runCommand(command);
            if (command.startsWith("node ")) {
              expect(output.trimEnd().split("\n")).toEqual(stated);
            }
          }
        }
        expect(commands).toContain("npx tsc --init");
        expect(commands).toContain("node src/use.js");
        expect(output).toContain("is up to date");
      },
      timeout,
    );
  },
);
