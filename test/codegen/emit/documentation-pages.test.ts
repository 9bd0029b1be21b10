import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  Application,
  Logger,
  LogLevel,
  ReflectionKind,
  TSConfigReader,
  type ProjectReflection,
} from "typedoc";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { generateFrom, importFiles, repository } from "../support/generated.js";
import { model, operation, structure } from "../support/models.js";

const folder = join(repository, "test/.generated/documentation-pages");

describe("the reference that TypeDoc writes of generated code", () => {
  let project: ProjectReflection | undefined;
  const warnings: string[] = [];
  beforeAll(async () => {
    const { files } = await generateFrom(
      model({
        Lend: operation("/books/{isbn}", {
          method: "PUT",
          input: "LendInput",
          output: "LendOutput",
          errors: ["Lent"],
          traits: { documentation: "<p>Lends a <b>book</b>.</p>" },
        }),
        Return: operation("/returns"),
        LendInput: structure({
          isbn: {
            target: "smithy.api#String",
            traits: { "smithy.api#httpLabel": {}, "smithy.api#required": {} },
          },
        }),
        LendOutput: structure({ due: "Timestamp" }),
        Lent: structure({ message: "String" }, { error: "client" }),
      }),
    );
    await importFiles("documentation-pages", files);
    await writeFile(
      join(folder, "tsconfig.json"),
      JSON.stringify({ extends: join(repository, "generated/tsconfig.json"), files: ["index.ts"] }),
    );
    const application = await Application.bootstrap(
      {
        entryPoints: [join(folder, "index.ts")],
        tsconfig: join(folder, "tsconfig.json"),
        skipErrorChecking: true,
        excludeInternal: true,
        disableGit: true,
        disableSources: true,
        validation: { notExported: false, invalidLink: true, notDocumented: false },
      },
      [new TSConfigReader()],
    );
    application.logger = new (class extends Logger {
      override log(message: string, level: LogLevel): void {
        if (level >= LogLevel.Warn) warnings.push(message);
      }
    })();
    project = await application.convert();
    if (project !== undefined) application.validate(project);
  });
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  it("has a page for each operation that says what it does and which errors it throws", () => {
    const pages = project?.getChildrenByKind(ReflectionKind.Namespace) ?? [];
    const textOf = (page: (typeof pages)[number]): string =>
      (page.comment?.summary ?? []).map(({ text }) => text).join("");
    expect(Object.fromEntries(pages.map((page) => [page.name, textOf(page)]))).toEqual({
      Lend: `Lends a **book**.

\`PUT /books/{isbn}\`

Errors: \`Lent\`, \`WeatherServiceException\``,
      Return: `The operation Return.

\`POST /returns\`

Errors: \`WeatherServiceException\``,
    });
  });

  it("has no link that leads nowhere", () => {
    expect(warnings).toEqual([]);
  });
});
