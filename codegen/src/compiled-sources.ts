import type { SourceFile } from "./diagnostics/diagnostics.js";
import { isIdlFile } from "./load/decode-text.js";

/**
 * Returns the files of a model as one that can be loaded: those in Smithy IDL need code that is imported only for them.
 * @throws ModelError with every error in files in Smithy IDL
 */
export async function compiledSources(
  model: SourceFile | readonly SourceFile[],
): Promise<readonly SourceFile[]> {
  const sources = "name" in model ? [model] : model;
  if (!sources.some(isIdlFile)) return sources;
  const { compileSources } = await import("./compile-sources.js");
  return compileSources(sources);
}
