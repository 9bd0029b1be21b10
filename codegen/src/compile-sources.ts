import { ModelError } from "./diagnostics/diagnostic.js";
import type { SourceFile } from "./diagnostics/diagnostics.js";
import type { Location, ShapePlaces } from "./diagnostics/shape-locations.js";
import { isIdlFile } from "./load/decode-text.js";
import { withBigInts } from "./load/exact-numbers.js";
import { validateModel } from "./lint/validate-model.js";
import { assemble } from "./model/assemble/assemble.js";
import { eventToDiagnostic, isShown } from "./model/event-to-diagnostic.js";
import { findAny } from "./model/find-shape.js";
import type { SmithyModel, ValidationEvent } from "./model/model.js";
import { toAst } from "./model/to-ast.js";

/**
 * Makes one file of all, if any of them is in Smithy IDL: files that are JSON ASTs are returned as they are. Traits
 * without a definition are no errors.
 * @throws ModelError with every error that was found
 */
export function compileSources(sources: readonly SourceFile[]): readonly SourceFile[] {
  const [first] = sources;
  if (first === undefined || !sources.some(isIdlFile)) return sources;
  const { model, events } = assemble(sources, { allowUnknownTraits: true });
  refuseErrors(model, events);
  // The generator itself warns of traits that it does not know, in the part of the model that it reads.
  const shown = events.filter((event) => isShown(event) && event.id !== "Model.UnresolvedTrait");
  return [
    {
      name: first.name,
      bytes: new Uint8Array(),
      compiled: {
        ast: withBigInts(toAst(model)),
        places: placesIn(model),
        warnings: shown.map(eventToDiagnostic),
      },
    },
  ];
}

/**
 * Refuses a model that breaks a rule of Smithy whose severity is `ERROR`. Without mistakes in the files themselves, the
 * rules are checked too.
 * @param events what was found while the model was assembled
 * @throws ModelError with every error
 */
export function refuseErrors(model: SmithyModel, events: readonly ValidationEvent[]): void {
  const isError = ({ severity }: ValidationEvent): boolean => severity === "ERROR";
  const loading = events.filter(isError);
  const found =
    loading.length > 0 ? loading : validateModel(model, { skipDefined: true }).filter(isError);
  if (found.length > 0) throw new ModelError(found.map(eventToDiagnostic));
}

function placesIn(model: SmithyModel): ShapePlaces {
  const findExactly = (id: string): Location | undefined => {
    const location = findAny(model, id)?.location;
    if (location === undefined || location.file === "") return undefined;
    const { file, line, column, pointer, excerpt } = location;
    return {
      ...{ file, line, column },
      ...(pointer !== undefined && { pointer }),
      ...(excerpt !== undefined && { excerpt }),
    };
  };
  return {
    findExactly,
    find: (id) => findExactly(id) ?? findExactly(id.split("$", 1)[0] ?? ""),
  };
}
