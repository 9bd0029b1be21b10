import { buildService } from "../ir/build-service.js";
import { screenPatterns } from "../ir/screen-patterns.js";
import type { LongType } from "../ir/ir.js";
import { Diagnostics } from "../load/diagnostics.js";
import { loadModel, type SourceFile } from "../load/load-model.js";
import { findShape, shapeValidator, type ShapeValidator } from "./shape-validator.js";

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
}

/** A shape that the service does not have. */
export class UnknownShapeError extends Error {
  override readonly name = "UnknownShapeError";
}

/**
 * Makes a validator of a model's shape, without generating code.
 * @returns the validator, and the members whose patterns it leaves unchecked for their safety
 * @throws ModelError with every error in the model
 * @throws UnknownShapeError where there is no such shape
 */
export async function loadValidator(
  input: ValidatorInput,
): Promise<{ readonly validator: ShapeValidator; readonly unchecked: readonly string[] }> {
  const { model, diagnostics } = loadModel(input.model, input.overlays ?? []);
  const service = buildService(model, input, [], diagnostics);
  const shape = findShape(service, input.shape);
  if ("problem" in shape) throw new UnknownShapeError(shape.problem);
  const patterns = new Diagnostics(input.model.name);
  await screenPatterns(service, true, patterns);
  return {
    validator: shapeValidator(shape),
    unchecked: patterns.warnings.map(({ place }) => place),
  };
}
