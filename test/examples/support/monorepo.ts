import { execFileSync, spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { repository } from "../../codegen/support/generated.js";

/** The services of every example. */
export const services: readonly string[] = Array.from(
  { length: 10 },
  (_, index) => `service-${String(index + 1).padStart(2, "0")}`,
);

/** A copy of an example in a folder of its own, as it is after `npm install`. */
export class Monorepo {
  readonly folder: string;

  /**
   * @param example the name of its folder
   * @param packages the packages of the repository that it needs in addition to the generator
   */
  constructor(example: string, packages: readonly string[]) {
    this.folder = mkdtempSync(join(tmpdir(), "smithy-codec-"));
    const source = fileURLToPath(new URL(`../${example}`, import.meta.url));
    cpSync(source, this.folder, { recursive: true });
    this.#install(packages);
    // Both runners ask git which files there are.
    const identity = ["-c", "user.name=Test", "-c", "user.email=test@example.com"];
    for (const args of [
      ["init", "-q"],
      ["add", "-A"],
      ["commit", "-q", "-m", "first"],
    ])
      execFileSync("git", [...identity, ...args], { cwd: this.folder });
  }

  /**
   * Runs a tool of `node_modules/.bin`.
   * @returns what it prints, without colors
   * @throws Error with that text if it fails
   */
  run(script: string, args: readonly string[], env: Readonly<Record<string, string>>): string {
    const { status, stdout, stderr, error } = spawnSync(
      process.execPath,
      [join(this.folder, "node_modules", script), ...args],
      {
        cwd: this.folder,
        encoding: "utf8",
        timeout: 120_000,
        env: { ...process.env, CI: "true", NO_COLOR: "1", FORCE_COLOR: "0", ...env },
      },
    );
    // eslint-disable-next-line no-control-regex
    const text = `${stdout}${stderr}`.replace(/\u001b\[[\d;]*m/g, "");
    if (status !== 0)
      throw new Error(`${script} ended with ${status}: ${error?.message ?? ""}\n${text}`);
    return text;
  }

  /** The generated files of all services by path. */
  outputs(): ReadonlyMap<string, string> {
    const texts = new Map<string, string>();
    for (const service of services) {
      const source = join(this.folder, "packages", service, "src");
      for (const name of readdirSync(source, { recursive: true, encoding: "utf8" }).sort()) {
        if (/\.(ts|json)$/.test(name))
          texts.set(`${service}/${name}`, readFileSync(join(source, name), "utf8"));
      }
    }
    return texts;
  }

  /** Deletes the generated files, as in a fresh checkout. */
  clean(): void {
    for (const service of services)
      rmSync(join(this.folder, "packages", service, "src"), { recursive: true });
  }

  /** Adds an optional member to the output of a service's first operation. */
  changeModel(service: string): void {
    const path = join(this.folder, "packages", service, "model.json");
    const model = JSON.parse(readFileSync(path, "utf8")) as {
      readonly shapes: Readonly<
        Record<string, { type: string; members?: Record<string, unknown> }>
      >;
    };
    const structures = Object.values(model.shapes).filter(({ type }) => type === "structure");
    const { members } = structures.at(-1) ?? {};
    if (members !== undefined) members["addedByTheTest"] = { target: "smithy.api#String" };
    writeFileSync(path, JSON.stringify(model, undefined, 2));
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  #install(packages: readonly string[]): void {
    const modules = join(this.folder, "node_modules");
    mkdirSync(join(modules, ".bin"), { recursive: true });
    for (const name of packages)
      symlinkSync(join(repository, "node_modules", name), join(modules, name));
    symlinkSync(join(repository, "codegen"), join(modules, "smithy-codec"));
    const main = join(repository, "codegen/dist/src/cli/main.js");
    const bin = join(modules, ".bin/smithy-codec");
    writeFileSync(bin, `#!/bin/sh\nexec "${process.execPath}" "${main}" "$@"\n`);
    chmodSync(bin, 0o755);
  }
}
