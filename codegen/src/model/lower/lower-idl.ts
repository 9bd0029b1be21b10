import type { FileSyntax } from "../../idl/syntax.js";
import type { DraftFile, DraftMetadata, SmithyVersion } from "../assemble/drafts.js";
import type { Events } from "../events.js";
import type { ShapeId } from "../model.js";
import type { TextPlaces } from "../places.js";
import { inlineShapes, suffixesOf, textOf } from "./idl-shapes.js";
import { lowerNode } from "./lower-node.js";
import { IdlShapes } from "./lower-shape.js";
import { Names, resolveInPrelude } from "./names.js";
import { versionOf } from "./versions.js";

/**
 * Reads a file in Smithy IDL as drafts of shapes, with resolved names. What is wrong becomes events; shapes with
 * mistakes are left out.
 * @param types the types of all shapes of the model, since names may refer to other files
 */
export function lowerIdl(
  file: FileSyntax,
  places: TextPlaces,
  types: ReadonlyMap<ShapeId, string>,
  events: Events,
): DraftFile {
  const version = readControls(file, places, events);
  const metadata = lowerMetadata(file, places, types, events);
  const names = new Names(file, places, types, events);
  const context = {
    places,
    events,
    types,
    resolve: (text: string) => names.resolve(text),
  };
  const shapes = new IdlShapes(names, version, context);
  const suffixes = suffixesOf(file);
  for (const statement of file.statements) {
    if (statement.kind === "apply") shapes.apply(statement);
    else shapes.define(statement, inlineShapes(statement, suffixes));
  }
  return { shapes: shapes.drafts, traits: shapes.traits, metadata };
}

/** Reads the control statements, which the parser has checked. Returns the version, which is 1.0 if there is none. */
function readControls(file: FileSyntax, places: TextPlaces, events: Events): SmithyVersion {
  let version: SmithyVersion | undefined;
  for (const { key, value } of file.controls) {
    const name = textOf(key);
    const location = places.at(value.start);
    if (name === "version") {
      // The parser reports other versions.
      version = (value.kind === "string" ? versionOf(value.value) : undefined) ?? "2.0";
      if (version === "1.0") warnOfVersion(location, events);
    } else if (name !== "operationInputSuffix" && name !== "operationOutputSuffix") {
      events.warn(location, `the control statement $${name} is not known`);
    }
  }
  if (version === undefined) warnOfVersion(places.at(0), events);
  return version ?? "1.0";
}

function warnOfVersion(location: ReturnType<TextPlaces["at"]>, events: Events): void {
  const message = 'Smithy 1.0 is deprecated; upgrade the model and write $version: "2.0"';
  events.add("WARNING", "ModelDeprecation", location, message);
}

function lowerMetadata(
  { metadata }: FileSyntax,
  places: TextPlaces,
  types: ReadonlyMap<ShapeId, string>,
  events: Events,
): DraftMetadata[] {
  const context = { places, events, types, resolve: resolveInPrelude };
  return metadata.map(({ key, value, start }) => ({
    key: textOf(key),
    value: lowerNode(value, context),
    location: places.at(start),
  }));
}
