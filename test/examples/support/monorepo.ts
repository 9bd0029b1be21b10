import { execFileSync, spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { packPackages, repository } from "../../package/support/packages.js";

/** The services of every example. */
export const services: readonly string[] = Array.from(
  { length: 10 },
  (_, index) => `service-${String(index + 1).padStart(2, "0")}`,
);

/** A copy of an example in a folder of its own, as it is after `npm install`. */
export class Monorepo {
  readonly folder: string;

  private constructor(folder: string) {
    this.folder = folder;
  }

  /**
   * Copies an example and installs what it needs.
   * @param example the name of its folder
   * @param packages the packages of the repository that it needs in addition to the generator
   */
  static async create(example: string, packages: readonly string[]): Promise<Monorepo> {
    // Other tests delete and build `codegen/dist` at any time, so the generator comes from its tarball.
    const { generator } = await packPackages();
    const monorepo = new Monorepo(mkdtempSync(join(tmpdir(), "smithy-codec-")));
    const source = fileURLToPath(new URL(`../${example}`, import.meta.url));
    cpSync(source, monorepo.folder, {
      recursive: true,
      // What a run in the example itself has left behind is not part of it.
      filter: (path) => !/[\\/](?:node_modules|src|\.nx|\.turbo)$/.test(path),
    });
    monorepo.#install(generator, packages);
    // Both runners ask git which files there are.
    const identity = ["-c", "user.name=Test", "-c", "user.email=test@example.com"];
    for (const args of [
      ["init", "-q"],
      ["add", "-A"],
      ["commit", "-q", "-m", "first"],
    ])
      execFileSync("git", [...identity, ...args], { cwd: monorepo.folder });
    return monorepo;
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
        killSignal: "SIGKILL",
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

  /** Names another version of the generator in the root, as an upgrade does. */
  changeGenerator(): void {
    const path = join(this.folder, "package.json");
    const text = readFileSync(path, "utf8");
    const changed = text.replace(/("smithy-codec": )"[^"]*"/, '$1"999.0.0"');
    if (changed === text) throw new Error("The root does not name a version of the generator.");
    writeFileSync(path, changed);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  #install(generator: string, packages: readonly string[]): void {
    const modules = join(this.folder, "node_modules");
    const installed = join(modules, "smithy-codec");
    mkdirSync(join(modules, ".bin"), { recursive: true });
    mkdirSync(installed);
    execFileSync("tar", ["-xzf", generator, "--strip-components=1", "-C", installed]);
    const { dependencies } = JSON.parse(readFileSync(join(installed, "package.json"), "utf8")) as {
      dependencies: Readonly<Record<string, string>>;
    };
    for (const name of [...Object.keys(dependencies), ...packages]) {
      mkdirSync(dirname(join(modules, name)), { recursive: true });
      symlinkSync(installedPackage(name), join(modules, name));
    }
    const main = join(installed, "dist/src/cli/main.js");
    const bin = join(modules, ".bin/smithy-codec");
    writeFileSync(bin, `#!/bin/sh\nexec "${process.execPath}" "${main}" "$@"\n`);
    chmodSync(bin, 0o755);
  }
}

/** Returns the folder of a package: that of the generator, if the repository has another version for others. */
function installedPackage(name: string): string {
  const own = join(repository, "codegen/node_modules", name);
  return existsSync(own) ? own : join(repository, "node_modules", name);
}
