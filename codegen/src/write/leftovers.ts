import { readdirSync } from "node:fs";
import { basename, dirname, join, posix } from "node:path";
import { generatedMark, isGenerated } from "../generated-mark.js";
import { isManifestText, manifestName } from "./manifest.js";
import { kindOf, readFileIfPresent } from "./read-file.js";

/**
 * Finds the temporary files that a killed run of release 0.1 left beside the files that it wrote: `index.ts` had
 * `index.ts.0123456789ab.tmp`. Single files still have such files. A file counts only if its name belongs to a
 * generated file and its text is a generated one, the beginning of one, or empty.
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

/**
 * Finds the temporary files that killed runs left beside a single file, such as `API.md.0123456789ab.tmp`.
 * @returns their paths, with the folder
 */
export function findFileLeftovers(path: string, text: string): string[] {
  const folder = dirname(path);
  return findLeftovers(folder, new Map([[basename(path), text]])).map((name) => join(folder, name));
}

/** Whether a text is that of a single generated file, whose first lines contain our mark. */
export function isMarked(text: string): boolean {
  return text.slice(0, 200).includes(generatedMark);
}

function readNames(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function isLeftover(text: string, name: string, wanted: string): boolean {
  if (wanted.startsWith(text) || isGenerated(text) || isMarked(text)) return true;
  return name === manifestName && isManifestText(text);
}
