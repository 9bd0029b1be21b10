import { rm } from "node:fs/promises";
import { refuseLink } from "./compare-folder.js";
import { findFileLeftovers, isMarked } from "./leftovers.js";
import { ConflictError, OutputError } from "./output-error.js";
import { explainFileErrors, kindOf, readFileIfPresent } from "./read-file.js";
import { replaceFile } from "./replace-file.js";

/** How a file differs from the generated text. */
export type FileStatus = "missing" | "changed" | "unchanged";

/**
 * Compares a single file with its generated text, which contains our mark.
 * @throws ConflictError if the file was not generated, unless `force` is set
 * @throws OutputError if it cannot be read, or is a folder or a symbolic link
 */
export async function compareFile(path: string, text: string, force: boolean): Promise<FileStatus> {
  return explainFileErrors(() => {
    const kind = kindOf(path);
    if (kind === undefined) return "missing";
    if (kind === "folder")
      throw OutputError.of("SC2003", path, "this is a folder; expected a file");
    refuseLink(path, kind);
    const found = readFileIfPresent(path) ?? "";
    if (found === text) return "unchanged";
    if (!force && !isMarked(found)) throw new ConflictError([path]);
    return "changed";
  });
}

/**
 * Writes a file that appears complete or not at all.
 * @throws OutputError if it cannot be written
 */
export async function writeWholeFile(path: string, text: string): Promise<void> {
  await explainFileErrors(() => replaceFile(path, text));
}

/** Deletes the temporary files that killed runs left beside a file, while no other run writes to it. */
export async function removeFileLeftovers(path: string, text: string): Promise<void> {
  await explainFileErrors(async () => {
    for (const leftover of findFileLeftovers(path, text)) await rm(leftover, { force: true });
  });
}
