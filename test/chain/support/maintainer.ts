import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { repository } from "../../codegen/support/generated.js";

const cli = join(repository, "codegen/dist/src/cli/main.js");
const update = join(repository, "scripts/update-model/main.ts");
const loader = import.meta.resolve("ts-blank-space/register");

/** A repository of somebody who publishes a package that is generated from a model. */
export class Maintainer {
  readonly folder: string;
  #transcript: string[] = [];

  constructor() {
    this.folder = mkdtempSync(join(tmpdir(), "smithy-codec-"));
    cpSync(
      fileURLToPath(new URL("../revisions", import.meta.url)),
      join(this.folder, "published"),
      {
        recursive: true,
      },
    );
    // A cache and the exclusion of it, as in every project that has installed the generator.
    mkdirSync(join(this.folder, "node_modules"));
    mkdirSync(join(this.folder, ".changeset"));
    this.write(".gitignore", "node_modules\n");
    this.git("init", "--quiet", "--initial-branch=main");
  }

  /** Writes a file of the repository. */
  write(path: string, content: unknown): void {
    const text =
      typeof content === "string" ? content : `${JSON.stringify(content, undefined, 2)}\n`;
    mkdirSync(join(this.folder, path, ".."), { recursive: true });
    writeFileSync(join(this.folder, path), text);
  }

  /** Runs `npm run model:update`. */
  update(...args: readonly string[]): void {
    this.#run(`model:update ${args.join(" ")}`, ["--import", loader, update, ...args]);
  }

  /** Runs `smithy-codec`. */
  cli(...args: readonly string[]): void {
    this.#run(`smithy-codec ${args.join(" ")}`, [cli, ...args]);
  }

  /** Writes down which files differ from the last commit, and the draft of the changeset. */
  status(): void {
    this.#transcript.push(`$ git status --short\n${this.git("status", "--short")}`);
    const path = ".changeset/model-update.md";
    this.#transcript.push(`$ cat ${path}\n${readFileSync(join(this.folder, path), "utf8")}`);
  }

  /** Commits everything, as the merge of a pull request does. */
  commit(message: string): void {
    this.git("add", "--all");
    this.git("commit", "--quiet", "--allow-empty", "--message", message);
  }

  /** What was run since the last call, and what it printed; without times. */
  transcript(): string {
    const text = this.#transcript.join("\n").replace(/\d+\.\d s/g, "N s");
    this.#transcript = [];
    return `${text.trimEnd()}\n`;
  }

  git(...args: readonly string[]): string {
    const identity = ["-c", "user.name=Maintainer", "-c", "user.email=maintainer@example.com"];
    return execFileSync("git", [...identity, ...args], { cwd: this.folder, encoding: "utf8" });
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  #run(title: string, args: readonly string[]): void {
    const { stdout, stderr, status } = spawnSync(process.execPath, args, {
      cwd: this.folder,
      encoding: "utf8",
      timeout: 60_000,
    });
    this.#transcript.push(`$ ${title}\n${stdout}${stderr}(exit status ${status})\n`);
  }
}
