import { join, posix } from "node:path";
import { isGenerated } from "../generated-mark.js";
import { manifestName, readManifest, type Manifest } from "./manifest.js";
import { ConflictError, OutputError } from "./output-error.js";
import { explainFileErrors, kindOf, readFileIfPresent, type FileKind } from "./read-file.js";

/** How an output folder differs from the generated files. Paths are relative to the folder, and sorted. */
export interface FolderDifference {
  readonly missing: readonly string[];
  readonly changed: readonly string[];
  /** Files of an earlier run that are no longer generated and will be deleted. */
  readonly stale: readonly string[];
  /** Files of an earlier run that are no longer generated, but lost their header, so that they are not deleted. */
  readonly kept: readonly string[];
  readonly unchanged: readonly string[];
}

/** How to treat files that were not generated and are in the way. */
export interface CompareOptions {
  /** Whether to overwrite files that were not generated. */
  readonly force?: boolean;
}

/** An output folder, and the texts that it should contain by their paths in it. */
export interface OutputFolder {
  readonly path: string;
  readonly files: ReadonlyMap<string, string>;
}

/** Whether anything in the folder has to be written or deleted. */
export function hasDrift({ missing, changed, stale }: FolderDifference): boolean {
  return missing.length + changed.length + stale.length > 0;
}

/**
 * Compares an output folder with the generated files.
 * @throws ConflictError with every file in the way that was not generated, unless `force` is set
 * @throws OutputError if the folder cannot be read, or contains symbolic links in the place of generated files
 */
export async function compareFolder(
  folder: string,
  files: ReadonlyMap<string, string>,
  options: CompareOptions = {},
): Promise<FolderDifference> {
  const [difference] = await compareFolders([{ path: folder, files }], options);
  if (difference === undefined) throw new Error("unreachable");
  return difference;
}

/** Compares several output folders as `compareFolder` does; the error names the conflicts in all of them. */
export async function compareFolders(
  folders: readonly OutputFolder[],
  { force = false }: CompareOptions = {},
): Promise<FolderDifference[]> {
  return explainFileErrors(() => {
    const results = folders.map(({ path, files }) => compare(path, files));
    const conflicts = folders.flatMap(({ path }, index) =>
      (results[index]?.conflicts ?? []).map((file) => join(path, file)),
    );
    if (conflicts.length > 0 && !force) throw new ConflictError(conflicts);
    return results.map(({ difference }) => difference);
  });
}

/** Reads synchronously: a turn of the event loop for each of many small files would take most of the time. */
function compare(
  folder: string,
  files: ReadonlyMap<string, string>,
): { readonly difference: FolderDifference; readonly conflicts: readonly string[] } {
  refuseObstacles(folder, [...files.keys(), manifestName]);
  const manifest = readManifest(folder);
  const missing: string[] = [];
  const changed: string[] = [];
  const unchanged: string[] = [];
  const conflicts: string[] = [];
  for (const [path, text] of files) {
    const found = readFileIfPresent(join(folder, path));
    if (found === undefined) missing.push(path);
    else if (found === text) unchanged.push(path);
    else {
      changed.push(path);
      if (!isOurs(path, found, manifest)) conflicts.push(path);
    }
  }
  const dropped = (manifest?.files ?? []).filter((path) => !files.has(path)).sort();
  for (const place of placesOf(dropped))
    refuseLink(join(folder, place), kindOf(join(folder, place)));
  const stale: string[] = [];
  const kept: string[] = [];
  for (const path of dropped) {
    const text = readFileIfPresent(join(folder, path));
    if (text !== undefined) (isGenerated(text) ? stale : kept).push(path);
  }
  return { difference: { missing, changed, stale, kept, unchanged }, conflicts };
}

function isOurs(path: string, text: string, manifest: Manifest | undefined): boolean {
  if (path === manifestName) return manifest !== undefined;
  return manifest?.isOurs(path) === true || isGenerated(text);
}

/**
 * Rejects what cannot be written over: folders and files in the place of one another, and symbolic links, which
 * could lead writing and deleting out of the folder.
 * @throws OutputError with the first of them
 */
export function refuseObstacles(folder: string, paths: readonly string[]): void {
  const wanted = new Set(paths);
  for (const place of placesOf(paths)) {
    const path = join(folder, place);
    const kind = kindOf(path);
    if (kind === "folder" && wanted.has(place))
      throw OutputError.of("SC2003", path, "this is a folder; expected a file");
    if (kind === "file" && !wanted.has(place))
      throw OutputError.of("SC2003", path, "this is a file; expected a folder");
    refuseLink(path, kind);
  }
}

/** @throws OutputError if a path is a symbolic link */
export function refuseLink(path: string, kind: FileKind | undefined): void {
  if (kind !== "link") return;
  throw OutputError.of(
    "SC2004",
    path,
    "this is a symbolic link; files are not written through links",
  );
}

/** Paths with the folders that they are in. */
function placesOf(paths: readonly string[]): Set<string> {
  const places = new Set<string>();
  for (const path of paths)
    for (let place = path; place !== "."; place = posix.dirname(place)) places.add(place);
  return places;
}
