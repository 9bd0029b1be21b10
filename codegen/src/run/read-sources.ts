import type { SourceFile } from "../diagnostics/diagnostics.js";
import { findModelFiles } from "./find-model-files.js";
import { readSource } from "./read-source.js";

/** The extensions of the files of a model that are read from folders. */
const modelExtensions: readonly string[] = [".smithy", ".json"];

/**
 * Reads files.
 * @throws InputError or ModelError for the first that cannot be read
 */
export function readSources(
  paths: readonly string[],
  stdin: Uint8Array | undefined,
): Promise<SourceFile[]> {
  return Promise.all(paths.map((path) => readSource(path, stdin)));
}

/** The paths of the files of a model: folders are replaced by what is in them. */
export function findSources(paths: readonly string[]): Promise<string[]> {
  return findModelFiles(paths, modelExtensions);
}

/**
 * Reads the files of a model. Of JSON files in folders, those that are no JSON AST, such as a `package.json`, are left out.
 * @throws InputError or ModelError for the first that cannot be read
 */
export async function readModel(
  paths: readonly string[],
  stdin: Uint8Array | undefined,
): Promise<SourceFile[]> {
  const found = await findSources(paths);
  const sources = await readSources(found, stdin);
  return sources.filter(
    ({ bytes }, index) =>
      paths.includes(found[index] ?? "") ||
      found[index]?.endsWith(".json") !== true ||
      isAst(bytes),
  );
}

function isAst(bytes: Uint8Array): boolean {
  return /"smithy"\s*:/.test(new TextDecoder().decode(bytes));
}
