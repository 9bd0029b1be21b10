import { readdir, readFile } from "node:fs/promises";
import type { RuntimeSources } from "./emit/service/runtime-files.js";

/**
 * Where the runtime sources can be: in the first folder in the repository, and in the second in the
 * package, where the first contains only compiled files.
 */
export const runtimeFolders: readonly URL[] = [
  new URL("../runtime/", import.meta.url),
  new URL("../../runtime/", import.meta.url),
];

/**
 * Reads the TypeScript sources of the runtime, which are copied into every output without changes.
 * @returns the texts by the path of the file without its extension
 * @throws Error if the package contains no runtime sources
 */
export async function readRuntimeSources(): Promise<RuntimeSources> {
  for (const folder of runtimeFolders) {
    const names = await readdir(folder, { recursive: true }).catch(() => []);
    const files = names
      .map((name) => name.replaceAll("\\", "/"))
      .filter((name) => /(?<!\.d)\.ts$/.test(name))
      .sort();
    if (files.length === 0) continue;
    const texts = await Promise.all(files.map((name) => readFile(new URL(name, folder), "utf8")));
    return new Map(files.map((name, index) => [name.slice(0, -".ts".length), texts[index] ?? ""]));
  }
  throw new Error("the runtime sources are missing; reinstall the package smithy-codec");
}
