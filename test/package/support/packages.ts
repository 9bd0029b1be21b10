import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { withLock } from "./lock.js";
import { runOrFail } from "./run.js";

/** The repository. */
export const repository: string = fileURLToPath(new URL("../../../", import.meta.url));

/** The tarballs that npm would publish. */
export interface Tarballs {
  readonly codec: string;
  readonly generator: string;
}

/** Builds and packs both packages, unless that was done since their sources last changed. */
export async function packPackages(): Promise<Tarballs> {
  const folder = join(repository, "test/.generated/tarballs");
  mkdirSync(folder, { recursive: true });
  return withLock(join(folder, "lock"), async () => {
    const stamp = join(folder, "stamp");
    const fingerprint = fingerprintOf(inputs);
    if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== fingerprint) {
      rmSync(stamp, { force: true });
      await runOrFail("npm", ["run", "build"], repository);
      const args = ["pack", "-w", "codegen", "-w", "generated", "--pack-destination", folder];
      await runOrFail("npm", args, repository);
      writeFileSync(stamp, fingerprint);
    }
    return { codec: tarball(folder, "generated"), generator: tarball(folder, "codegen") };
  });
}

/** What the packages are made of and by. */
const inputs = ["codegen", "generated", "scripts/build-package", "package.json", "tsconfig.json"];

function tarball(folder: string, workspace: string): string {
  const { name, version } = JSON.parse(
    readFileSync(join(repository, workspace, "package.json"), "utf8"),
  ) as { name: string; version: string };
  return join(folder, `${name}-${version}.tgz`);
}

function fingerprintOf(paths: readonly string[]): string {
  const hash = createHash("sha256");
  for (const path of paths) {
    for (const file of filesBelow(path))
      hash.update(file).update(readFileSync(join(repository, file)));
  }
  return hash.digest("hex");
}

function filesBelow(path: string): string[] {
  if (/\.\w+$|LICENSE$/.test(path)) return [path];
  return readdirSync(join(repository, path), { withFileTypes: true })
    .filter(({ name }) => name !== "dist" && name !== "node_modules")
    .map((entry) => ({ path: `${path}/${entry.name}`, isFolder: entry.isDirectory() }))
    .sort((left, right) => (left.path < right.path ? -1 : 1))
    .flatMap((entry) => (entry.isFolder ? filesBelow(entry.path) : [entry.path]));
}
