import { isDeepStrictEqual } from "node:util";
import { Diagnostics, type SourceFile } from "../diagnostics/diagnostics.js";
import type { ParsedModel } from "./parse-model.js";

interface ParsedFile extends ParsedModel {
  readonly source: SourceFile;
}

/**
 * Merges files of one model (Smithy 2.0, "Merging model files"): a shape or metadata value may be defined twice with
 * one meaning, and lists of metadata are joined.
 * @throws ModelError with every shape that two files define differently
 */
export function mergeModels([first, ...others]: readonly ParsedFile[]): ParsedModel {
  if (first === undefined) return { shapes: new Map(), applications: [], metadata: {} };
  const merged = { ...first, shapes: new Map(first.shapes) };
  const files = new Map([...first.shapes.keys()].map((id) => [id, first.source.name]));
  for (const { source, shapes, applications, metadata } of others) {
    const diagnostics = new Diagnostics(source);
    for (const [id, shape] of shapes) {
      const earlier = merged.shapes.get(id);
      if (earlier !== undefined && !isDeepStrictEqual(earlier, shape)) {
        const file = files.get(id) ?? "";
        diagnostics.error("SC1209", id, `is already defined in ${file}, but differently`);
      }
      merged.shapes.set(id, shape);
      files.set(id, source.name);
    }
    merged.applications = [...merged.applications, ...applications];
    merged.metadata = mergeMetadata(merged.metadata, metadata, diagnostics);
    diagnostics.throwIfErrors();
  }
  return merged;
}

type Metadata = ParsedModel["metadata"];

function mergeMetadata(before: Metadata, after: Metadata, diagnostics: Diagnostics): Metadata {
  const merged: Record<string, unknown> = { ...before };
  for (const [key, value] of Object.entries(after)) {
    const earlier = Object.hasOwn(merged, key) ? merged[key] : undefined;
    if (Array.isArray(earlier) && Array.isArray(value)) {
      merged[key] = [...(earlier as unknown[]), ...(value as unknown[])];
    } else {
      if (earlier !== undefined && !isDeepStrictEqual(earlier, value))
        diagnostics.error(
          "SC1209",
          "",
          `the metadata ${JSON.stringify(key)} is already defined differently in another file`,
        );
      merged[key] = value;
    }
  }
  return merged;
}
