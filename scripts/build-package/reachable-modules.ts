import { readFileSync } from "node:fs";
import { dirname, join } from "node:path/posix";

/** The modules that an entry imports, directly and by others, as paths in their folder; the entry comes along. */
export function reachableModules(folder: string, entry: string): string[] {
  const found = new Set([entry]);
  for (const path of found) {
    const text = readFileSync(join(folder, path), "utf8");
    for (const [, source = ""] of text.matchAll(/^(?:import|export|\}).* from "(\.[^"]+)";$/gm)) {
      found.add(join(dirname(path), source));
    }
  }
  return [...found].sort();
}
