import { existsSync, mkdirSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compile, installCompilers } from "../package/support/compilers.js";
import { packPackages, repository } from "../package/support/packages.js";
import { addPackages, createProject, removeProject, writeFiles } from "../package/support/project.js";
import { withoutNumbers } from "../readme/without-numbers.js";
import { readGuides, type Command, type Guide } from "./support/read-guide.js";
import { actionOf, printed } from "./support/run-guide.js";

const timeout = 280_000;
const guides = readGuides();

/*
 * All guides are followed in one project with the packages installed from their tarballs, each in a folder of its own,
 * so that one run of the compiler is enough.
 */
describe("the guides", () => {
  let project: string;
  let compiled: string;
  const generated = new Map<Command, string>();
  beforeAll(async () => {
    const { codec, generator } = await packPackages();
    await installCompilers();
    project = await createProject([codec, generator]);
    await addPackages(project, ["@types/node@20"]);
    for (const { name, files, commands } of guides) {
      writeFiles(join(project, name), contentsOf(files));
      for (const command of commands) {
        const action = actionOf(command.text);
        if (action.kind === "install") for (const library of action.packages) link(library);
        if (action.kind === "download") copyFileSync(sqsModel, join(project, name, action.file));
        if (action.kind === "make") {
          const [program = "", ...args] = action.args;
          generated.set(command, await printed([resolve(project, program), ...args], join(project, name)));
        }
      }
    }
    compiled = await compileAll();
  }, timeout);
  afterAll(() => {
    removeProject(project);
  });

  function link(library: string): void {
    for (const name of [library, `@types/${library}`]) {
      const [from, to] = [join(repository, "node_modules", name), join(project, "node_modules", name)];
      mkdirSync(dirname(to), { recursive: true });
      if (existsSync(from) && !existsSync(to)) symlinkSync(from, to);
    }
  }

  function compileAll(): Promise<string> {
    const files = guides.flatMap(({ name, files: own }) =>
      own.filter(({ file }) => /\.tsx?$/.test(file)).map(({ file }) => `${name}/${file}`),
    );
    return compile("7.0", project, files, {
      noEmit: false,
      module: "nodenext",
      rootDir: ".",
      outDir: "built",
      jsx: "react-jsx",
      rewriteRelativeImportExtensions: true,
      noUncheckedIndexedAccess: true,
      skipLibCheck: true,
    });
  }

  it("are code that compiles, strictly", () => {
    expect(compiled).toBe("");
  });

  it("come in an order", () => {
    const orders = guides.map(({ head }) => Number(head["order"]));
    expect([...orders].sort((left, right) => left - right)).toEqual(guides.map((_, index) => index + 1));
  });

  describe.each(guides)("$name", (guide) => {
    it("has what the site needs, and is short", () => {
      expect(Object.keys(guide.head)).toEqual(["title", "description", "order"]);
      expect(guide.markdown.split("\n").length).toBeLessThanOrEqual(130);
      expect(brokenLinks(guide)).toEqual([]);
    });

    it("has blocks alone that are run or compared", () => {
      expect(guide.mistakes).toEqual([]);
    });

    it.each(guide.commands.filter(({ text }) => actionOf(text).kind === "make"))(
      "makes files: $text",
      (command) => {
        const output = generated.get(command) ?? "";
        if (command.stated === undefined) expect(output).not.toContain("(ended with");
        else expect(withoutNumbers(output)).toBe(withoutNumbers(command.stated));
      },
    );

    it.each(guide.commands.filter(({ text }) => actionOf(text).kind === "run"))(
      "prints what it says: $text",
      async ({ text, stated }) => {
        const action = actionOf(text);
        if (action.kind !== "run") throw new Error(text);
        const built = join(project, "built", guide.name, action.file.replace(/\.tsx?$/, ".js"));
        const output = await printed([built], join(project, guide.name));
        expect(output).toBe((stated ?? "").trim());
      },
      timeout,
    );
  });
});

function contentsOf(files: Guide["files"]): Record<string, string> {
  return Object.fromEntries(files.map(({ file, text }) => [file, text]));
}

/** Links to other guides that there are not, and links that mean something on the site only. */
function brokenLinks({ markdown }: Guide): string[] {
  return [...markdown.matchAll(/\]\(([^)]+)\)/g)]
    .map(([, link = ""]) => link)
    .filter((link) => !link.startsWith("https://"))
    .filter((link) => !guides.some(({ name }) => link.replace(/#.*/, "") === `./${name}.md`));
}
