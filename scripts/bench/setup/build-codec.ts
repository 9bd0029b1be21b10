import { mkdirSync, writeFileSync } from "node:fs";
import { bundle } from "./bundle.js";

/** Where builds go; the folder is not committed. */
export const distFolder: URL = new URL("../dist/", import.meta.url);

/** The package's entry as it is published: JavaScript, in one file. */
export const codecFile: URL = new URL("codec.js", distFolder);

/** Builds what the jobs measure: the package, not the sources that Node cannot run. */
export async function buildCodec(): Promise<void> {
  mkdirSync(distFolder, { recursive: true });
  writeFileSync(codecFile, await bundle('export * from "./index.js";', false));
}

/** The package, as it was built. Its types are those of the sources. */
export async function loadCodec(): Promise<typeof import("../../../generated/src/index.js")> {
  return (await import(codecFile.href)) as typeof import("../../../generated/src/index.js");
}
