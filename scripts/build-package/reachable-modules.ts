import { readFileSync } from "node:fs";
import { dirname, join } from "node:path/posix";

/** Returns an entry and the modules that it imports directly or indirectly, as paths in their folder. */
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
