import { ModelError } from "../diagnostics/diagnostic.js";
import type { SourceFile } from "../diagnostics/diagnostics.js";
import type { Location, ShapePlaces } from "../diagnostics/shape-locations.js";
import { isIdlFile } from "../load/decode-text.js";
import { withBigInts } from "../load/exact-numbers.js";
import { assemble } from "./assemble/assemble.js";
import { eventToDiagnostic, isShown } from "./event-to-diagnostic.js";
import { findAny } from "./find-shape.js";
import type { SmithyModel } from "./model.js";
import { toAst } from "./to-ast.js";

/**
 * Makes one file of all, if any of them is in Smithy IDL: files that are JSON ASTs are returned as they are. Traits
 * without a definition are no errors.
 * @throws ModelError with every error that was found
 */
export function compileSources(sources: readonly SourceFile[]): readonly SourceFile[] {
  const [first] = sources;
  if (first === undefined || !sources.some(isIdlFile)) return sources;
  const { model, events } = assemble(sources, { allowUnknownTraits: true });
  // The generator itself warns of traits that it does not know, in the part of the model that it reads.
  const shown = events.filter((event) => isShown(event) && event.id !== "Model.UnresolvedTrait");
  const found = shown.map(eventToDiagnostic);
  const errors = found.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new ModelError(errors);
  return [
    {
      name: first.name,
      bytes: new Uint8Array(),
      compiled: {
        ast: withBigInts(toAst(model)),
        places: placesIn(model),
        warnings: found,
      },
    },
  ];
}

function placesIn(model: SmithyModel): ShapePlaces {
  const findExactly = (id: string): Location | undefined => {
    const location = findAny(model, id)?.location;
    if (location === undefined || location.file === "") return undefined;
    const { file, line, column, pointer } = location;
    return { file, line, column, ...(pointer !== undefined && { pointer }) };
  };
  return {
    findExactly,
    find: (id) => findExactly(id) ?? findExactly(id.split("$", 1)[0] ?? ""),
  };
}
