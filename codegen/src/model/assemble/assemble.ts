import type { SourceFile } from "../../diagnostics/diagnostics.js";
import { Events } from "../events.js";
import { lowerIdl } from "../lower/lower-idl.js";
import { lowerJson } from "../lower/lower-json.js";
import { declaredTypes } from "../lower/declared-types.js";
import { libraryShapes } from "../library/library.js";
import type { Shape, ShapeId, SmithyModel, ValidationEvent } from "../model.js";
import { buildShapes } from "./build-shapes.js";
import type { DraftFile } from "./drafts.js";
import { mergeMetadata } from "./merge-metadata.js";
import { parseSource, type ParsedSource } from "./parse-source.js";
import { TraitTable } from "./trait-table.js";
import { applyToLibrary, checkTraitIds } from "./unclaimed-traits.js";

export interface AssembleOptions {
  /** Whether traits without a definition are warnings instead of errors. */
  readonly allowUnknownTraits?: boolean;
  /** The shapes of Smithy's own packages; by default, those that are built in. */
  readonly library?: ReadonlyMap<ShapeId, Shape>;
}

export interface Assembled {
  readonly model: SmithyModel;
  /** The problems that were found, in the order of the files. The model is complete only if none is an `ERROR`. */
  readonly events: readonly ValidationEvent[];
}

/**
 * Merges files in Smithy IDL or as JSON AST, in version 1.0 or 2.0, into one model: resolves names, merges what several
 * files define, applies traits, resolves elided targets, and upgrades 1.0. Mixins are kept; `flattenMixins` removes
 * them. Problems in the files are never thrown: they become events with Smithy's ids.
 */
export function assemble(
  sources: readonly SourceFile[],
  { allowUnknownTraits = false, library = libraryShapes() }: AssembleOptions = {},
): Assembled {
  const events = new Events();
  const files = distinct(sources);
  const parsed = files
    .map((source) => parseSource(source, events))
    .filter((source) => source !== undefined);
  const types = declaredTypes(parsed, library);
  const drafts = parsed.map((source) => lower(source, types, events));
  const traits = new TraitTable(events);
  for (const file of drafts) for (const trait of file.traits) traits.add(trait);
  const shapes = buildShapes(
    drafts.flatMap((file) => file.shapes),
    traits,
    library,
    events,
  );
  applyToLibrary({ shapes, library, types }, traits, events);
  checkTraitIds(traits, types, allowUnknownTraits, events);
  const { metadata, locations } = mergeMetadata(
    drafts.flatMap((file) => file.metadata),
    events,
  );
  const sorted = [...shapes].sort(([left], [right]) => (left < right ? -1 : 1));
  return {
    model: { shapes: new Map(sorted), library, metadata, metadataLocations: locations },
    events: events.sorted(files.map(({ name }) => name)),
  };
}

function lower(
  source: ParsedSource,
  types: ReadonlyMap<ShapeId, string>,
  events: Events,
): DraftFile {
  return source.kind === "idl"
    ? lowerIdl(source.file, source.places, types, events)
    : lowerJson(source.root, source.places, events);
}

/** The files without those that are given twice, such as by a folder and by name. */
function distinct(sources: readonly SourceFile[]): SourceFile[] {
  const known = new Map<string, Uint8Array>();
  return sources.filter(({ name, bytes }) => {
    const earlier = known.get(name);
    if (earlier !== undefined && Buffer.compare(earlier, bytes) === 0) return false;
    known.set(name, bytes);
    return true;
  });
}
