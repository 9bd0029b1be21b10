import { lstatSync, readFileSync } from "node:fs";
import { mkdir, rm, rmdir } from "node:fs/promises";
import { join, posix } from "node:path";
import { writeWhole } from "./files.js";

/** The file in which a run lists what it wrote, so that the next one can remove what is stale. */
export const manifestName = "manifest.json";

/** How an output folder differs from what it should hold; paths are relative to it, sorted. */
export interface FolderDifference {
  readonly missing: readonly string[];
  readonly changed: readonly string[];
  /** Files that an earlier run wrote and that are no longer generated. */
  readonly stale: readonly string[];
  readonly unchanged: readonly string[];
}

/** An output folder that cannot be read or written safely. */
export class OutputError extends Error {
  override readonly name = "OutputError";
}

/** Compares an output folder with the files that it should hold. */
export async function compareFolder(
  folder: string,
  files: ReadonlyMap<string, string>,
): Promise<FolderDifference> {
  return explainFailure(() => compare(folder, files));
}

/** Reads without a turn of the event loop for each file, which takes most of the time of many small ones. */
function compare(folder: string, files: ReadonlyMap<string, string>): FolderDifference {
  assertNoLinks(folder, [...files.keys(), manifestName]);
  const missing: string[] = [];
  const changed: string[] = [];
  const unchanged: string[] = [];
  for (const [path, text] of files) {
    const found = readIfThere(join(folder, path));
    if (found === undefined) missing.push(path);
    else if (found === text) unchanged.push(path);
    else changed.push(path);
  }
  const goneFromModel = readManifest(folder).filter((path) => !files.has(path));
  assertNoLinks(folder, goneFromModel);
  const stale = goneFromModel.filter((path) => readIfThere(join(folder, path)) !== undefined);
  return { missing, changed, stale, unchanged };
}

/**
 * Writes the files that are missing or changed, and removes stale ones. Each file appears whole or
 * not at all; the manifest is written last, so that a run that is cut short leaves no file unlisted.
 */
export async function writeFolder(
  folder: string,
  files: ReadonlyMap<string, string>,
  difference: FolderDifference,
): Promise<void> {
  return explainFailure(() => write(folder, files, difference));
}

async function write(
  folder: string,
  files: ReadonlyMap<string, string>,
  { missing, changed, stale }: FolderDifference,
): Promise<void> {
  const wanted = new Set([...missing, ...changed]);
  const paths = [...files.keys()].filter((path) => wanted.has(path) && path !== manifestName);
  if (wanted.size > 0) await mkdir(folder, { recursive: true });
  if (wanted.has(manifestName)) await listAll(folder, files, stale);
  for (const path of paths) await writeWhole(join(folder, path), files.get(path) ?? "");
  for (const path of stale) await removeFile(folder, path);
  if (wanted.has(manifestName))
    await writeWhole(join(folder, manifestName), files.get(manifestName) ?? "");
}

/** Turns what the file system refuses into an error that says so in one line. */
async function explainFailure<T>(action: () => T | Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    const { code, path, dest = path } = error as { code?: unknown; path?: unknown; dest?: unknown };
    if (typeof code !== "string" || typeof dest !== "string") throw error;
    throw refusal(dest, code);
  }
}

function refusal(path: string, code: string): OutputError {
  return new OutputError(`${path}: ${reasons.get(code) ?? `the file system says ${code}`}`);
}

const reasons: ReadonlyMap<string, string> = new Map([
  ["EACCES", "this may not be read or written"],
  ["EEXIST", "this is a file; expected a folder"],
  ["EISDIR", "this is a folder; expected a file"],
  ["ENOSPC", "the disk is full"],
  ["ENOTDIR", "this is not a folder, or lies in what is none"],
  ["EPERM", "this may not be read or written"],
  ["EROFS", "the file system cannot be written to"],
]);

/** A manifest's text: the paths of every generated file. */
export function manifestText(paths: Iterable<string>): string {
  return `${JSON.stringify({ files: [...paths].sort() }, undefined, 2)}\n`;
}

/** Lists old and new files while the folder changes from one to the other. */
async function listAll(
  folder: string,
  files: ReadonlyMap<string, string>,
  stale: readonly string[],
): Promise<void> {
  const all = [...files.keys(), ...stale].filter((path) => path !== manifestName);
  await writeWhole(join(folder, manifestName), manifestText(all));
}

function readManifest(folder: string): string[] {
  const text = readIfThere(join(folder, manifestName));
  if (text === undefined) return [];
  let files: unknown;
  try {
    files = (JSON.parse(text) as { files?: unknown }).files;
  } catch {
    files = undefined;
  }
  if (
    !Array.isArray(files) ||
    !files.every((path) => typeof path === "string" && isPlainPath(path))
  ) {
    throw new OutputError(
      `${join(folder, manifestName)} is not a manifest of this program; move it away or choose another folder`,
    );
  }
  return files as string[];
}

/** Whether a path stays within the folder: a manifest is a file like any other, and may be forged. */
function isPlainPath(path: string): boolean {
  return (
    path !== "" &&
    !/[\0\\:]/.test(path) &&
    !posix.isAbsolute(path) &&
    posix.normalize(path) === path &&
    !path.split("/").includes("..") &&
    /\.(ts|json)$/.test(path)
  );
}

/** Refuses to follow links within the folder, which could lead writes and removals elsewhere. */
function assertNoLinks(folder: string, paths: readonly string[]): void {
  const places = new Set<string>();
  for (const path of paths) {
    for (let place = path; place !== "."; place = posix.dirname(place)) places.add(place);
  }
  for (const place of places) {
    if (isLink(join(folder, place))) {
      throw new OutputError(
        `${join(folder, place)} is a symbolic link; nothing is written through links`,
      );
    }
  }
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch (error) {
    ignoreMissing(error);
    return false;
  }
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    // The error of reading a folder does not tell which one.
    if ((error as { code?: unknown }).code === "EISDIR") throw refusal(path, "EISDIR");
    ignoreMissing(error);
    return undefined;
  }
}

function ignoreMissing(error: unknown): void {
  const code = (error as { code?: unknown }).code;
  if (code !== "ENOENT" && code !== "ENOTDIR") throw error;
}

async function removeFile(folder: string, path: string): Promise<void> {
  await rm(join(folder, path), { force: true });
  // Folders that held nothing else go as well; one that holds anything else is kept.
  for (let parent = posix.dirname(path); parent !== "."; parent = posix.dirname(parent)) {
    try {
      await rmdir(join(folder, parent));
    } catch {
      return;
    }
  }
}
