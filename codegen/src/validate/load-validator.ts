import { buildService } from "../ir/build-service.js";
import type { LongType } from "../ir/ir.js";
import { screenPatterns, type PatternMode } from "../ir/screen-patterns.js";
import { Diagnostics, type Diagnostic } from "../load/diagnostics.js";
import { loadModel, type SourceFile } from "../load/load-model.js";
import type { ShapeValidator } from "./shape-validator.js";

/** What a validator is made of. */
export interface ValidatorInput {
  readonly model: SourceFile;
  readonly overlays?: readonly SourceFile[];
  /** The service's shape id, or its name; the model's only service where it is left out. */
  readonly service?: string | undefined;
  /** As the option of `generate`: whether integers of 64 bits are valid, or only those up to 2^53 - 1. */
  readonly long?: LongType | undefined;
  /** The name or shape id of a structure or union. */
  readonly shape: string;
  /** What to do with texts on which a pattern can take too long; `linear` by default. */
  readonly patterns?: PatternMode | undefined;
}

/** A shape that the service does not have. */
export class UnknownShapeError extends Error {
  override readonly name = "UnknownShapeError";
}

/**
 * Makes a validator of a model's shape, without generating code.
 * @returns the validator, and warnings about patterns that it does not check on all texts
 * @throws ModelError with every error in the model
 * @throws UnknownShapeError where there is no such shape
 */
export async function loadValidator(
  input: ValidatorInput,
): Promise<{ readonly validator: ShapeValidator; readonly warnings: readonly Diagnostic[] }> {
  const { model, diagnostics } = loadModel(input.model, input.overlays ?? []);
  const service = buildService(model, input, [], diagnostics);
  // Loaded only here, since it comes with an engine for patterns.
  const { findShape, shapeValidator } = await import("./shape-validator.js");
  const shape = findShape(service, input.shape);
  if ("problem" in shape) throw new UnknownShapeError(shape.problem);
  const patterns = new Diagnostics(input.model.name);
  await screenPatterns(service, input.patterns ?? "linear", patterns);
  return {
    validator: shapeValidator(shape),
    warnings: patterns.warnings,
  };
}
