import { mkdir, rmdir } from "node:fs/promises";
import { join, posix } from "node:path";
import { hasClaims, withClaim, type Claim, type WaitOptions } from "./claim.js";
import {
  compareFolder,
  hasDrift,
  type CompareOptions,
  type FolderDifference,
} from "./compare-folder.js";
import { findLeftovers } from "./leftovers.js";
import { manifestName, manifestText, readManifest } from "./manifest.js";
import { explainFileErrors } from "./read-file.js";

/** How to write to an output folder. */
export interface WriteOptions extends CompareOptions, WaitOptions {}

/**
 * Writes the files that are missing or changed, and deletes stale ones, while no other run writes to the folder. Each
 * file appears complete or not at all.
 * @param difference what `compareFolder` returned; the folder is compared again before it is changed
 * @returns the difference that was written
 * @throws OutputError if the folder cannot be written, or another run is still writing to it
 * @throws ConflictError with every file in the way that was not generated, unless `force` is set
 */
export async function writeFolder(
  folder: string,
  files: ReadonlyMap<string, string>,
  difference: FolderDifference,
  options: WriteOptions = {},
): Promise<FolderDifference> {
  return explainFileErrors(async () => {
    if (isDone(folder, files, difference)) return difference;
    await mkdir(folder, { recursive: true });
    return withClaim(folder, options, async (claim) => {
      const current = await compareFolder(folder, files, options);
      await writeClaimedFolder(folder, files, current, claim);
      return current;
    });
  });
}

/** Whether there is nothing to write, to delete, or to clean up after a run that was killed. */
export function isDone(
  folder: string,
  files: ReadonlyMap<string, string>,
  difference: FolderDifference | undefined,
): boolean {
  return (
    difference !== undefined &&
    !hasDrift(difference) &&
    !hasClaims(folder) &&
    findLeftovers(folder, files).length === 0
  );
}

/** Does what `writeFolder` does, in a folder that was compared since it is claimed. */
export async function writeClaimedFolder(
  folder: string,
  files: ReadonlyMap<string, string>,
  difference: FolderDifference,
  claim: Claim,
): Promise<void> {
  await write(folder, files, difference, claim);
  for (const path of findLeftovers(folder, files)) await claim.remove(path);
}

async function write(
  folder: string,
  files: ReadonlyMap<string, string>,
  { missing, changed, stale }: FolderDifference,
  claim: Claim,
): Promise<void> {
  const listed = readManifest(folder)?.files ?? [];
  const wanted = new Set([...missing, ...changed]);
  const isListChanged = wanted.delete(manifestName);
  if (isListChanged) {
    // Old and new files are listed while the folder changes, so that a run that is killed leaves no file unlisted.
    const all = [...files.keys(), ...stale].filter((path) => path !== manifestName);
    await claim.write(manifestName, manifestText(all));
  }
  // Deleted before the rest is written: `thing.ts` and `Thing.ts` can be one file.
  for (const path of stale) await claim.remove(path);
  // A run that was killed may have deleted a file but not its folder, so that all listed files are looked at.
  for (const path of listed) if (!files.has(path)) await removeEmptyParents(folder, path);
  for (const path of wanted) await claim.write(path, files.get(path) ?? "");
  if (isListChanged) await claim.write(manifestName, files.get(manifestName) ?? "");
}

/** Deletes the folders that a file was in, as far as they are empty. */
async function removeEmptyParents(folder: string, path: string): Promise<void> {
  for (let parent = posix.dirname(path); parent !== "."; parent = posix.dirname(parent)) {
    try {
      await rmdir(join(folder, parent));
    } catch (error) {
      // A run that was killed may have created or deleted only some of the folders.
      if ((error as { code?: unknown }).code !== "ENOENT") return;
    }
  }
}
