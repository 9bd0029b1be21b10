import { formatChange } from "../../../codegen/src/diff/change.js";
import { diffServices } from "../../../codegen/src/diff/diff-services.js";
import { model, operation, structure, type Json } from "../support/models.js";
import { build } from "../support/problems.js";

type Members = Record<string, string | Json>;

/** The lines that `diff` prints for two models, without its summary. */
export function linesOf(before: Json, after: Json): string[] {
  return diffServices(build(before), build(after)).map(
    (change) => `${change.severity} ${formatChange(change)}`,
  );
}

/** A model of one operation whose input has the given members. */
export function inputOf(members: Members, shapes: Record<string, Json> = {}): Json {
  return model({ Do: operation("/do", { input: "In" }), In: structure(members), ...shapes });
}

/** A model of one operation whose output has the given members. */
export function outputOf(members: Members, shapes: Record<string, Json> = {}): Json {
  return model({ Do: operation("/do", { output: "Out" }), Out: structure(members), ...shapes });
}
