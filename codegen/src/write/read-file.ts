import { lstatSync, readFileSync } from "node:fs";
import { stat } from "node:fs/promises";
import { describeFileError, isFileError } from "./describe-file-error.js";
import { OutputError } from "./output-error.js";

/** Reads a text file. @returns `undefined` if there is no such file, or a folder of that name */
export function readFileIfPresent(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (isFileError(error) && error.code === "EISDIR") return undefined;
    ignoreMissing(error);
    return undefined;
  }
}

/** Whether a path is a symbolic link. */
export function isLink(path: string): boolean {
  return lstat(path)?.isSymbolicLink() === true;
}

/** Whether a path is a folder, and not a symbolic link to one. */
export function isPlainFolder(path: string): boolean {
  return lstat(path)?.isDirectory() === true;
}

function lstat(path: string): ReturnType<typeof lstatSync> | undefined {
  try {
    return lstatSync(path);
  } catch (error) {
    ignoreMissing(error);
    return undefined;
  }
}

function ignoreMissing(error: unknown): void {
  const { code } = error as { code?: unknown };
  if (code !== "ENOENT" && code !== "ENOTDIR") throw error;
}

/** Whether a path is a folder, or a link to one. */
export async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
}

/** Turns errors of the file system into errors of ours, with the path and the reason in one line. */
export async function explainFileErrors<T>(action: () => T | Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    if (!isFileError(error)) throw error;
    const { path, dest = path } = error as { path?: string; dest?: string };
    throw new OutputError(`${dest ?? "output"}: ${describeFileError(error)}`);
  }
}
