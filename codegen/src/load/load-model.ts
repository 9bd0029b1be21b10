import { Diagnostics, type SourceFile } from "../diagnostics/diagnostics.js";
import type { Model } from "./ast.js";
import { applyOverlay, applyTraits, type ApplyOptions } from "./apply-traits.js";
import { mergeModels } from "./merge-models.js";
import { parseJson } from "./parse-json.js";
import { parseModel, type ParsedModel } from "./parse-model.js";
import { preludeShapes } from "./prelude.js";
import { resolveMixins } from "./resolve-mixins.js";

/** A loaded model, and the warnings about it. */
export interface LoadedModel {
  readonly model: Model;
  readonly diagnostics: Diagnostics;
}

/**
 * Parses one or more files in Smithy's JSON AST, or a compiled model, merges them, applies overlays in order, and resolves mixins and
 * `apply` statements.
 * @throws ModelError with every error that was found, each with its file and place
 */
export function loadModel(
  models: SourceFile | readonly SourceFile[],
  overlays: readonly SourceFile[],
  options: ApplyOptions = {},
): LoadedModel {
  const sources = "name" in models ? [models] : models;
  const diagnostics = new Diagnostics(...sources);
  const parsed = mergeModels(sources.map((source) => ({ source, ...parse(source) })));
  for (const [id, shape] of preludeShapes()) parsed.shapes.set(id, shape);
  const late = applyTraits(parsed.shapes, parsed.applications, diagnostics);
  for (const overlay of overlays) {
    const overlayDiagnostics = new Diagnostics(overlay);
    const statements = parseModel(parseJson(overlay.bytes, overlayDiagnostics), overlayDiagnostics);
    late.push(...applyOverlay(parsed, statements, overlayDiagnostics, options));
    diagnostics.add(overlayDiagnostics);
  }
  resolveMixins(parsed.shapes, late, diagnostics);
  return { model: { shapes: parsed.shapes, metadata: parsed.metadata }, diagnostics };
}

function parse(source: SourceFile): ParsedModel {
  const diagnostics = new Diagnostics(source);
  const json = source.compiled?.ast ?? parseJson(source.bytes, diagnostics);
  return parseModel(json, diagnostics);
}
