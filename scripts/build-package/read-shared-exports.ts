import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { reachableModules } from "./reachable-modules.js";

/**
 * Finds the modules of the main entry that all entries share: the runtime, and every module with an error class. Error
 * classes must exist only once, so that `instanceof` works with every entry.
 * @returns the exported names by the paths of the modules
 * @throws if two of the modules export the same name, because one file exports them all
 */
export async function readSharedExports(dist: string): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  const owners = new Map<string, string>();
  for (const path of reachableModules(dist, "index.js")) {
    // The index of the runtime only exports what its files do.
    if (path === "index.js" || path === "runtime/index.js") continue;
    const module = await readModule(join(dist, path));
    const names = Object.keys(module).sort();
    const isShared = path.startsWith("runtime/") || Object.values(module).some(isErrorClass);
    if (!isShared || names.length === 0) continue;
    for (const exported of names) claim(owners, exported, path);
    found.set(path, names);
  }
  return found;
}

async function readModule(file: string): Promise<Record<string, unknown>> {
  return (await import(pathToFileURL(file).href)) as Record<string, unknown>;
}

function isErrorClass(value: unknown): boolean {
  return typeof value === "function" && value.prototype instanceof Error;
}

function claim(owners: Map<string, string>, name: string, path: string): void {
  const owner = owners.get(name);
  if (owner !== undefined) throw new Error(`${owner} and ${path} both export ${name}`);
  owners.set(name, path);
}
