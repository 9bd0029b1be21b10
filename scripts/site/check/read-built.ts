import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

/** A page as it was built. */
export interface BuiltPage {
  /** The path in the folder of the site, with slashes: `reference/index.html`. */
  readonly path: string;
  readonly html: string;
}

/** Returns all pages of a built site, sorted by path. */
export function readBuiltPages(folder: string): readonly BuiltPage[] {
  return builtFiles(folder)
    .filter((path) => path.endsWith(".html"))
    .map((path) => ({ path, html: readFileSync(join(folder, path), "utf8") }));
}

/** Returns the paths of all files of a built site, sorted. */
export function builtFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .sort();
}
