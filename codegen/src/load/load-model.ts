import type { Model } from "./ast.js";
import { applyOverlay, applyTraits } from "./apply-traits.js";
import { Diagnostics } from "./diagnostics.js";
import { parseJson } from "./parse-json.js";
import { parseModel } from "./parse-model.js";
import { preludeShapes } from "./prelude.js";
import { resolveMixins } from "./resolve-mixins.js";

/** The contents of a file, and the name that is used for it in messages. */
export interface SourceFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A loaded model, and the warnings about it. */
export interface LoadedModel {
  readonly model: Model;
  readonly diagnostics: Diagnostics;
}

/**
 * Parses a Smithy JSON AST, applies overlays to it in order, and resolves mixins and `apply` statements.
 * @throws ModelError with every error that was found, each with its file and place
 */
export function loadModel(source: SourceFile, overlays: readonly SourceFile[]): LoadedModel {
  const diagnostics = new Diagnostics(source.name);
  const parsed = parseModel(parseJson(source.bytes, diagnostics), diagnostics);
  for (const [id, shape] of preludeShapes()) parsed.shapes.set(id, shape);
  const late = applyTraits(parsed.shapes, parsed.applications, diagnostics);
  for (const overlay of overlays) {
    const overlayDiagnostics = new Diagnostics(overlay.name);
    const statements = parseModel(parseJson(overlay.bytes, overlayDiagnostics), overlayDiagnostics);
    late.push(...applyOverlay(parsed, statements, overlayDiagnostics));
    diagnostics.add(overlayDiagnostics);
  }
  resolveMixins(parsed.shapes, late, diagnostics);
  return { model: { shapes: parsed.shapes }, diagnostics };
}
