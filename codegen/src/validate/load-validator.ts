import { buildService } from "../ir/build-service.js";
import type { LongType } from "../ir/ir.js";
import { screenPatterns, type PatternMode } from "../ir/screen-patterns.js";
import { DiagnosticError, type Diagnostic } from "../diagnostics/diagnostic.js";
import { Diagnostics, type SourceFile } from "../diagnostics/diagnostics.js";
import { compiledSources } from "../compiled-sources.js";
import { loadModel } from "../load/load-model.js";
import type { ShapeValidator } from "./shape-validator.js";

/** The input of `loadValidator`: a model, a shape, and options. */
export interface ValidatorInput {
  readonly model: SourceFile | readonly SourceFile[];
  readonly overlays?: readonly SourceFile[];
  /** The service's shape id or name. It can be omitted if the model has only one service. */
  readonly service?: string | undefined;
  /** As in `generate`: "bigint" accepts 64-bit integers for `long`, "number" only those up to 2^53 - 1. */
  readonly long?: LongType | undefined;
  /** The name or shape id of a structure or union. */
  readonly shape: string;
  /** How to check strings for which a pattern can take too long (ReDoS); `linear` by default. */
  readonly patterns?: PatternMode | undefined;
}

/** Thrown if the service has no structure or union with the given name. */
export class UnknownShapeError extends DiagnosticError {
  override readonly name = "UnknownShapeError";
}

/**
 * Returns a validator for a structure or union of a model, without generating code.
 * @returns the validator, and warnings about patterns that are not checked on all texts
 * @throws ModelError with every error in the model
 * @throws UnknownShapeError if the service has no such structure or union
 */
export async function loadValidator(
  input: ValidatorInput,
): Promise<{ readonly validator: ShapeValidator; readonly warnings: readonly Diagnostic[] }> {
  const sources = await compiledSources(input.model);
  const { model, diagnostics } = loadModel(sources, input.overlays ?? []);
  const service = buildService(model, input, [], diagnostics);
  // Imported only when needed, because it loads a regular expression engine.
  const { findShape, shapeValidator } = await import("./shape-validator.js");
  const shape = findShape(service, input.shape);
  if ("problem" in shape) {
    throw new UnknownShapeError([
      { code: "SC1306", severity: "error", file: "", place: "", message: shape.problem },
    ]);
  }
  const patterns = new Diagnostics(...sources);
  await screenPatterns(service, input.patterns ?? "linear", patterns);
  return {
    validator: shapeValidator(shape),
    warnings: patterns.warnings,
  };
}
