import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseBlocks } from "../readme/parse-blocks.js";
import { createLanguageService } from "../support/language-service.js";
import { startAnsweringService, type AnsweringService } from "./support/answering-service.js";
import { compile, compilers, installCompilers } from "./support/compilers.js";
import { packPackages, repository } from "./support/packages.js";
import { createProject, removeProject, writeFiles } from "./support/project.js";
import { runOrFail } from "./support/run.js";

const timeout = 280_000;

/*
 * A new user has the README and an empty folder: `npm install`, the first block of the section
 * "Call the service" against a server on this machine, `tsc`, `node`. Nothing else is installed.
 */
describe("the first call of a new user", () => {
  const readme = readFileSync(join(repository, "generated/README.md"), "utf8");
  const section = /^## Call the service\n.*?(?=^## )/ms.exec(readme)?.[0] ?? "";
  const example = parseBlocks(section).find(({ language }) => language === "ts")?.text ?? "";
  let project: string;
  let service: AnsweringService;
  beforeAll(async () => {
    const { codec } = await packPackages();
    await installCompilers();
    project = await createProject([codec]);
    service = await startAnsweringService();
  }, timeout);
  afterAll(async () => {
    removeProject(project);
    await service.stop();
  });

  it.each(compilers)(
    "compiles by TypeScript %s, and gets the answer",
    async (version) => {
      const region = 'region: "eu-central-1"';
      const local = example.replace(region, `${region}, endpoint: "${service.endpoint}"`);
      expect(local).not.toBe(example);
      writeFiles(project, {
        "call.ts": `${local}\nconsole.log(await keyOf("a1", "i1", "r1"));\n`,
        ".env": "AWS_ACCESS_KEY_ID=AKIDEXAMPLE\nAWS_SECRET_ACCESS_KEY=secret\n",
      });
      // As `tsc --init` has it, whose libraries are those of browsers.
      const options = {
        ...{ noEmit: false, outDir: "built", module: "nodenext", types: [], skipLibCheck: true },
        ...{ exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true },
      };
      expect(await compile(version, project, ["call.ts"], options)).toBe("");
      const args = ["--env-file=.env", "built/call.js"];
      expect((await runOrFail(process.execPath, args, project)).trim()).toBe("$default");
    },
    timeout,
  );

  it("says what is missing where the credentials are", async () => {
    const text = 'import("./built/call.js").catch(({ message }) => console.log(message));';
    writeFiles(project, { "missing.js": text });
    expect(await runOrFail(process.execPath, ["missing.js"], project)).toContain(
      "Set credentials in the client's configuration, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY in the environment.",
    );
  });

  it(
    "is completed by the editor: methods, the members of the input, and the names of errors",
    () => {
      const path = join(project, "edited.ts");
      const text = `import { ApiGatewayV2 } from "apigatewayv2-codec/client";
const api = new ApiGatewayV2({ region: "eu-central-1" });
const result = await api.getIntegrationResponse.safe({ ApiId: "a1", IntegrationId: "i1", });
if (!result.ok && result.error.name === "") throw result.error;`;
      const editor = createLanguageService(project, path, text);
      const suggested = (before: string): string[] =>
        editor
          .getCompletionsAtPosition(path, text.indexOf(before) + before.length, {})
          ?.entries.filter(
            ({ kind }) =>
              kind === ts.ScriptElementKind.memberVariableElement ||
              kind === ts.ScriptElementKind.string,
          )
          .map(({ name }) => name) ?? [];
      expect(suggested("api.")).toHaveLength(103);
      expect(suggested('"i1", ')).toEqual(["IntegrationResponseId"]);
      expect(suggested('name === "')).toEqual(
        expect.arrayContaining(["NotFoundException", "TooManyRequestsException", "TimeoutError"]),
      );
    },
    timeout,
  );
});
