import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the repository. */
export const repository: string = fileURLToPath(new URL("../../../", import.meta.url));

/** Where the repository is published. */
export const repositoryUrl = "https://github.com/smithy-codec/smithy-codec";

/** Reads a file of the repository, whose path is relative to its folder. */
export function readText(path: string): string {
  return readFileSync(join(repository, path), "utf8");
}
