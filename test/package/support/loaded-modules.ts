import { readFileSync } from "node:fs";
import { dirname, join } from "node:path/posix";
import ts from "typescript";

/** What a module imports. */
interface Loaded {
  /** The files that are loaded with it, itself among them, sorted. */
  readonly files: string[];
  /** The packages that any of them imports, by import or export, statically or not, sorted. */
  readonly packages: string[];
}

/** Finds what is loaded with some modules of a folder. */
export function loadedModules(folder: string, entries: readonly string[]): Loaded {
  const files = new Set(entries);
  const packages = new Set<string>();
  for (const path of files) {
    const { importedFiles } = ts.preProcessFile(readFileSync(join(folder, path), "utf8"));
    for (const { fileName } of importedFiles) {
      if (fileName.startsWith(".")) files.add(join(dirname(path), fileName));
      else packages.add(fileName);
    }
  }
  return { files: [...files].sort(), packages: [...packages].sort() };
}
