import { existsSync, mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findChromium } from "../../scripts/site/look/find-chromium.js";
import { compile, installCompilers } from "../package/support/compilers.js";
import { packPackages, repository } from "../package/support/packages.js";
import {
  addPackages,
  createProject,
  removeProject,
  writeFiles,
} from "../package/support/project.js";
import { withoutNumbers } from "../readme/without-numbers.js";
import { readGuides, type Command, type Guide } from "./support/read-guide.js";
import { actionOf, printed } from "./support/run-guide.js";
import { startSqs, type Queues } from "./support/start-sqs.js";

const timeout = 280_000;
const guides = readGuides();
const chromium = findChromium();

/** What is in the queue of the guide with a consumer of SQS. */
const bodies = [
  '{"name":"orders","protocolType":"HTTP"}',
  '{"name":"","protocolType":"HTTP"}',
  "<html>",
];

/*
 * All guides are followed in one project with the packages installed from their tarballs, each in a folder of its own,
 * so that one run of the compiler is enough.
 */
describe("the guides", () => {
  let project: string;
  let compiled: string;
  let queues: Queues | undefined;
  const made = new Map<Command, string>();

  beforeAll(async () => {
    const { codec, generator } = await packPackages();
    await installCompilers();
    project = await createProject([codec, generator]);
    await addPackages(project, ["@types/node@20"]);
    const model = await readSqsModel();
    queues = await startSqs(JSON.parse(model), bodies);
    for (const { name, files } of guides) writeFiles(join(project, name), contentsOf(files));
    for (const guide of guides) {
      for (const command of guide.commands) await prepare(guide, command, model);
    }
    compiled = await compileAll();
  }, timeout);
  afterAll(() => {
    queues?.stop();
    removeProject(project);
  });

  /** The operations that the guides use, in a model written for them, stand in for the model of Amazon SQS. */
  async function readSqsModel(): Promise<string> {
    const idl = join(repository, "test/guides/support/sqs.smithy");
    const main = join(project, "node_modules/smithy-codec/dist/src/cli/main.js");
    expect(await printed([main, "ast", idl, "--out", "sqs.json"], project)).not.toContain("ended");
    return readFileSync(join(project, "sqs.json"), "utf8");
  }

  async function prepare({ name }: Guide, command: Command, model: string): Promise<void> {
    const folder = join(project, name);
    const action = actionOf(command.text);
    if (action.kind === "install") action.packages.forEach(link);
    if (action.kind === "download") writeFiles(folder, { [action.file]: model });
    if (action.kind !== "make") return;
    const [program = "", ...args] = action.args;
    made.set(command, await printed([resolve(project, program), ...args], folder));
  }

  function link(library: string): void {
    for (const name of [library, `@types/${library}`]) {
      const from = join(repository, "node_modules", name);
      const to = join(project, "node_modules", name);
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
    expect(orders.sort((left, right) => left - right)).toEqual(guides.map((_, index) => index + 1));
  });

  describe.each(guides)("$name", (guide) => {
    const commandsOf = (kind: string): Command[] =>
      guide.commands.filter(({ text }) => actionOf(text).kind === kind);

    it("has what the site needs, and is short", () => {
      expect(Object.keys(guide.head)).toEqual(["title", "description", "order"]);
      expect(guide.markdown.split("\n").length).toBeLessThanOrEqual(210);
      expect(brokenLinks(guide)).toEqual([]);
    });

    it("starts in an empty folder, as a project of ES modules", () => {
      const first = guide.commands.slice(0, 2).map(({ text }) => text);
      expect(first).toEqual(["npm init -y", "npm pkg set type=module"]);
    });

    it("has no blocks but those that are run or compared", () => {
      expect(guide.mistakes).toEqual([]);
    });

    it.each(commandsOf("make"))("makes files as it says: $text", (command) => {
      const output = made.get(command) ?? "";
      if (command.stated === undefined) expect(output).not.toContain("(ended with");
      else expect(withoutNumbers(output)).toBe(withoutNumbers(command.stated));
    });

    it.for(commandsOf("run"))(
      "prints what it says: $text",
      { timeout },
      async ({ text, stated }, { skip }) => {
        const action = actionOf(text);
        if (action.kind !== "run") throw new Error(text);
        const needsBrowser = guide.files.some((shown) => isShownAs(action.file, shown));
        if (needsBrowser && chromium === undefined) skip("There is no Chromium.");
        writeFiles(project, { ".env": queues?.environment ?? "" });
        const built = join(project, "built", guide.name, action.file.replace(/\.tsx?$/, ".js"));
        const args = [`--env-file=${join(project, ".env")}`, built];
        expect(await printed(args, join(project, guide.name))).toBe((stated ?? "").trim());
      },
    );
  });

  it("leave no message in the queue, and park the invalid ones with their issues", () => {
    expect(queues?.contents("apis")).toEqual([]);
    const parked = queues?.contents("parked") ?? [];
    expect(parked.map(({ Body }) => Body)).toEqual(bodies.slice(1));
    const issues = parked.map(({ attributes }) => attributes["issues"]?.StringValue ?? "");
    expect(issues.map((text) => (JSON.parse(text) as unknown[]).length)).toEqual([1, 1]);
  });
});

/** Whether a file is the one that starts a browser. */
function isShownAs(name: string, { file, text }: Guide["files"][number]): boolean {
  return name === file && text.includes(launch);
}

const launch = "chromium.launch()";

/** The files of a guide, which start the browser of this machine if they start one. */
function contentsOf(files: Guide["files"]): Record<string, string> {
  const options = JSON.stringify({ executablePath: chromium, args: ["--no-sandbox"] });
  return Object.fromEntries(
    files.map(({ file, text }) => [file, text.replace(launch, `chromium.launch(${options})`)]),
  );
}

/** Links to other guides that there are not, and links that mean something on the site only. */
function brokenLinks({ markdown }: Guide): string[] {
  return [...markdown.matchAll(/\]\(([^)]+)\)/g)]
    .map(([, link = ""]) => link)
    .filter((link) => !link.startsWith("https://"))
    .filter((link) => !guides.some(({ name }) => link === `./${name}.md`));
}
