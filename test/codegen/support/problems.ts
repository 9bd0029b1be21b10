import type { Service } from "../../../codegen/src/ir/service.js";
import { buildService } from "../../../codegen/src/ir/build-service.js";
import { formatDiagnostic, ModelError } from "../../../codegen/src/diagnostics/diagnostic.js";
import { loadModel, type LoadedModel } from "../../../codegen/src/load/load-model.js";
import type { Selection } from "../../../codegen/src/load/select-service.js";
import { bytesOf } from "./models.js";

/** Loads a model, with overlays, as JSON values, as text or as bytes. */
export function load(model: unknown, ...overlays: readonly unknown[]): LoadedModel {
  return loadModel(
    { name: "model.json", bytes: toBytes(model) },
    overlays.map((overlay, index) => ({ name: `overlay${index}.json`, bytes: toBytes(overlay) })),
  );
}

function toBytes(given: unknown): Uint8Array {
  return given instanceof Uint8Array ? given : bytesOf(given);
}

/** Turns a model into the IR. */
export function build(model: unknown, selection: Selection = {}): Service {
  const { model: loaded, diagnostics } = load(model);
  return buildService(loaded, selection, ["serializeError"], diagnostics);
}

/** The lines that a user is told where an action refuses a model; none where it takes it. */
export function errorsOf(action: () => unknown): string[] {
  try {
    action();
  } catch (error) {
    if (error instanceof ModelError) return error.message.split("\n");
    throw error;
  }
  return [];
}

/** The warnings that a model gives rise to. */
export function warningsOf(model: unknown): string[] {
  const { model: loaded, diagnostics } = load(model);
  buildService(loaded, {}, [], diagnostics);
  return diagnostics.warnings.map(formatDiagnostic);
}
