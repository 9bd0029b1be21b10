import { readdir, readFile } from "node:fs/promises";
import type { RuntimeSources } from "./emit/runtime-files.js";

/**
 * The folder of the runtime's sources: beside `src` in the repository, and beside `dist` in the
 * package, where what is compiled of them lies beside `src`.
 */
const folders = [
  new URL("../runtime/", import.meta.url),
  new URL("../../runtime/", import.meta.url),
];

/** Reads the runtime's sources, which are copied into every output as they are. */
export async function readRuntimeSources(): Promise<RuntimeSources> {
  for (const folder of folders) {
    const names = await readdir(folder).catch(() => []);
    const files = names.filter((name) => /(?<!\.d)\.ts$/.test(name)).sort();
    if (files.length === 0) continue;
    const texts = await Promise.all(files.map((name) => readFile(new URL(name, folder), "utf8")));
    return new Map(files.map((name, index) => [name.slice(0, -".ts".length), texts[index] ?? ""]));
  }
  throw new Error("the runtime sources are missing; reinstall the package smithy-codec");
}
