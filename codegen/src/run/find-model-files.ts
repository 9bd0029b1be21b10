import type { Dirent } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { extname, join } from "node:path";
import { describeFileError } from "../write/describe-file-error.js";
import { isRevision } from "./read-revision.js";
import { InputError } from "./read-source.js";

/**
 * Finds the files of a model. Paths of files, `-` and revisions of git stay as they are given. In place of a folder come
 * its files with one of the extensions, of its subfolders too, sorted by their paths; hidden files and folders, and
 * folders named `node_modules` or `build` (the output of Smithy's own tools), are skipped below it.
 * @param extensions with the dot: `.smithy`
 * @returns each file once, in the order of the paths
 * @throws InputError if a path does not exist or cannot be read, or a folder has no such file
 */
export async function findModelFiles(
  paths: readonly string[],
  extensions: readonly string[],
): Promise<string[]> {
  const files = new Set<string>();
  for (const path of paths) for (const file of await expand(path, extensions)) files.add(file);
  return [...files];
}

async function expand(path: string, extensions: readonly string[]): Promise<string[]> {
  if (path === "-" || isRevision(path)) return [path];
  try {
    if (!(await stat(path)).isDirectory()) return [path];
    const found: string[] = [];
    await search(path, extensions, new Set(), found);
    if (found.length === 0)
      throw InputError.of(path, `the folder has no ${extensions.join(" or ")} file`);
    return found;
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw InputError.of(path, describeFileError(error));
  }
}

/** @param seen the real paths of the folders so far: symbolic links can lead in a circle */
async function search(
  folder: string,
  extensions: readonly string[],
  seen: Set<string>,
  found: string[],
): Promise<void> {
  const real = await realpath(folder);
  if (seen.has(real)) return;
  seen.add(real);
  const entries = await readdir(folder, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (entry.name.startsWith(".")) continue;
    const path = join(folder, entry.name);
    const kind = await kindOf(entry, path);
    if (kind === "file" && extensions.includes(extname(entry.name))) found.push(path);
    if (kind === "folder" && !skipped.has(entry.name)) await search(path, extensions, seen, found);
  }
}

async function kindOf(entry: Dirent, path: string): Promise<"file" | "folder" | "other"> {
  if (entry.isFile()) return "file";
  if (entry.isDirectory()) return "folder";
  if (!entry.isSymbolicLink()) return "other";
  // A link that leads nowhere is no file of the model.
  const target = await stat(path).catch(() => undefined);
  if (target?.isFile() === true) return "file";
  return target?.isDirectory() === true ? "folder" : "other";
}

const skipped: ReadonlySet<string> = new Set(["node_modules", "build"]);
