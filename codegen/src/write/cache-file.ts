import { createHash } from "node:crypto";
import { readdir, rm, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { isFolder } from "./read-file.js";
import { replaceFile } from "./replace-file.js";

/**
 * The path of a file that belongs to an output folder, below the nearest `node_modules`, where tools keep what they
 * can generate again.
 * @returns `undefined` if there is no `node_modules` in the current folder or above it
 */
export async function cacheFileOf(
  outputFolder: string,
  extension: string,
): Promise<string | undefined> {
  const modules = await nearestModules(resolve("."));
  if (modules === undefined) return undefined;
  const name = createHash("sha256").update(resolve(outputFolder)).digest("hex").slice(0, 16);
  return join(modules, ".cache", "smithy-codec", `${name}${extension}`);
}

async function nearestModules(start: string): Promise<string | undefined> {
  for (let folder = start; ; folder = dirname(folder)) {
    const modules = join(folder, "node_modules");
    if (await isFolder(modules)) return modules;
    if (dirname(folder) === folder) return undefined;
  }
}

/** Writes a file that appears complete or not at all. A run without its cache is only slower. */
export async function writeCacheFile(path: string, text: string): Promise<void> {
  try {
    await replaceFile(path, text);
    await removeOldTemporaries(path);
  } catch {
    // The next run generates again what this one could not store.
  }
}

/** Deletes the temporary files of runs that were killed more than an hour ago. */
async function removeOldTemporaries(path: string): Promise<void> {
  for (const name of await readdir(dirname(path))) {
    if (!name.startsWith(`${basename(path)}.`) || !name.endsWith(".tmp")) continue;
    const temporary = join(dirname(path), name);
    const { mtimeMs } = await stat(temporary);
    if (Date.now() - mtimeMs > 3_600_000) await rm(temporary, { force: true });
  }
}
