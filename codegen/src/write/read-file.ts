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

/** What a path is; a link is never followed. */
export type FileKind = "file" | "folder" | "link";

/** What a path is; `undefined` if there is nothing. */
export function kindOf(path: string): FileKind | undefined {
  try {
    const stats = lstatSync(path);
    if (stats.isSymbolicLink()) return "link";
    return stats.isDirectory() ? "folder" : "file";
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
    throw OutputError.of("SC2001", dest ?? "output", describeFileError(error));
  }
}
