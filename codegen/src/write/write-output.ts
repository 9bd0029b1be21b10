import { mkdir } from "node:fs/promises";
import { withClaim } from "./claim.js";
import {
  compareFolders,
  type CompareOptions,
  type FolderDifference,
  type OutputFolder,
} from "./compare-folder.js";
import { findFileLeftovers } from "./leftovers.js";
import { explainFileErrors } from "./read-file.js";
import { compareFile, removeFileLeftovers, writeWholeFile, type FileStatus } from "./write-file.js";
import { isDone, writeClaimedFolder, writeFolder, type WriteOptions } from "./write-folder.js";

/** Everything that is generated from one service: folders, the first of which has the code, and single files. */
export interface Output {
  readonly folders: readonly OutputFolder[];
  readonly files: readonly { readonly path: string; readonly text: string }[];
}

/** How folders and files differ from an output, in its order. */
export interface OutputDifference {
  readonly folders: readonly FolderDifference[];
  readonly files: readonly FileStatus[];
}

/**
 * Compares everything with what is there.
 * @throws ConflictError with the files in the way that were not generated, unless `force` is set
 * @throws OutputError if something cannot be read
 */
export async function compareOutput(
  { folders, files }: Output,
  { force = false }: CompareOptions,
): Promise<OutputDifference> {
  return {
    folders: await compareFolders(folders, { force }),
    files: await Promise.all(files.map(({ path, text }) => compareFile(path, text, force))),
  };
}

/**
 * Writes everything while no other run writes to the first folder, so that of two runs with different results one
 * is there as a whole. Everything is compared before anything is written, so that a conflict leaves all as it was.
 * @returns the difference that was written
 * @throws OutputError or ConflictError as `compareOutput` and `writeFolder` do
 */
export async function writeOutput(
  output: Output,
  options: WriteOptions,
): Promise<OutputDifference> {
  const { folders, files } = output;
  const difference = await compareOutput(output, options);
  const [first, ...others] = folders;
  if (first === undefined || isUpToDate(output, difference)) return difference;
  return explainFileErrors(async () => {
    await mkdir(first.path, { recursive: true });
    return withClaim(first.path, options, async (claim) => {
      const current = await compareOutput(output, options);
      const [own, ...expectedOthers] = current.folders;
      if (own === undefined) throw new Error("unreachable");
      await writeClaimedFolder(first.path, first.files, own, claim);
      const written = [own];
      for (const [index, { path, files }] of others.entries()) {
        const expected = expectedOthers[index];
        if (expected !== undefined) written.push(await writeFolder(path, files, expected, options));
      }
      for (const [index, { path, text }] of files.entries()) {
        if (current.files[index] !== "unchanged") await writeWholeFile(path, text);
        await removeFileLeftovers(path, text);
      }
      return { folders: written, files: current.files };
    });
  });
}

function isUpToDate({ folders, files }: Output, difference: OutputDifference): boolean {
  return (
    folders.every(({ path, files }, index) => isDone(path, files, difference.folders[index])) &&
    files.every(
      ({ path, text }, index) =>
        difference.files[index] === "unchanged" && findFileLeftovers(path, text).length === 0,
    )
  );
}
