import type { SmithyModel } from "./model.js";

/** Placeholder. */
export function flattenMixins(model: SmithyModel): SmithyModel {
  return model;
}
