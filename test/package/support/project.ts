import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { runOrFail } from "./run.js";

/**
 * Makes an empty project outside of the workspace, and installs packages into it as a user would.
 * @param packages names with versions, or paths of tarballs
 */
export async function createProject(packages: readonly string[]): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "smithy-codec-consumer-"));
  writeFiles(folder, { "package.json": '{ "private": true, "type": "module" }\n' });
  await addPackages(folder, packages);
  return folder;
}

/** Installs more packages into a project. */
export async function addPackages(folder: string, packages: readonly string[]): Promise<void> {
  const options = ["--prefer-offline", "--no-audit", "--no-fund"];
  await runOrFail("npm", ["install", ...options, ...packages], folder);
}

/** The names of all packages that are installed in a project, sorted. */
export function installedIn(folder: string): string[] {
  const lock = JSON.parse(readFileSync(join(folder, "package-lock.json"), "utf8")) as {
    packages: Record<string, unknown>;
  };
  return Object.keys(lock.packages)
    .filter((path) => path !== "")
    .map((path) => path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length))
    .sort();
}

/** Writes files into a project, and the folders that they are in. */
export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** Removes a project. */
export function removeProject(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}
