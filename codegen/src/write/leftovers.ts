import { readdirSync } from "node:fs";
import { join, posix } from "node:path";
import { isGenerated } from "../generated-mark.js";
import { isManifestText, manifestName } from "./manifest.js";
import { kindOf, readFileIfPresent } from "./read-file.js";

/**
 * Finds the temporary files that a killed run of release 0.1 left beside the files that it wrote: `index.ts` had
 * `index.ts.0123456789ab.tmp`. A file counts only if its name belongs to a generated file and its text is a
 * generated one, the beginning of one, or empty.
 */
export function findLeftovers(folder: string, files: ReadonlyMap<string, string>): string[] {
  const found: string[] = [];
  for (const parent of new Set([...files.keys()].map((path) => posix.dirname(path)))) {
    if (parent !== "." && kindOf(join(folder, parent)) !== "folder") continue;
    for (const name of readNames(join(folder, parent))) {
      const target = /^(.+)\.[0-9a-f]{12}\.tmp$/.exec(name)?.[1];
      if (target === undefined) continue;
      const path = posix.join(parent, name);
      const wanted = files.get(posix.join(parent, target));
      if (wanted === undefined) continue;
      const text = readFileIfPresent(join(folder, path));
      if (text !== undefined && isLeftover(text, target, wanted)) found.push(path);
    }
  }
  return found;
}

function readNames(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function isLeftover(text: string, name: string, wanted: string): boolean {
  if (wanted.startsWith(text) || isGenerated(text)) return true;
  return name === manifestName && isManifestText(text);
}
