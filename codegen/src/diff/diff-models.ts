import { placesOf, type SourceFile } from "../diagnostics/diagnostics.js";
import type { ShapePlaces } from "../diagnostics/shape-locations.js";
import { buildService, type ServiceOptions } from "../ir/build-service.js";
import { protocolRules } from "../ir/protocol.js";
import type { ProtocolName, Service } from "../ir/service.js";
import type { Model, ShapeId } from "../load/ast.js";
import { nameOf } from "../load/names.js";
import { loadModel } from "../load/load-model.js";
import { compileSources } from "../compile-sources.js";
import { changeOf, type Change, type ChangeLocation } from "./change.js";
import { isExported } from "./compare-shapes.js";
import { diffServices } from "./diff-services.js";
import { compareModels, type ModelVersion } from "./model/compare-models.js";
import { summarizeDiff, type DiffSummary } from "./summarize-diff.js";
import { findUses, type ShapeUses } from "./uses.js";

/** A version of a model: its files, and `apply` statements to add to it. */
export interface DiffInput {
  readonly models: readonly SourceFile[];
  readonly overlays?: readonly SourceFile[];
}

/** The part of both versions to compare. */
export interface DiffOptions extends Omit<ServiceOptions, "protocol"> {
  /** The protocol, or several; a change in any of them is reported. */
  readonly protocol?: ProtocolName | readonly ProtocolName[] | undefined;
}

/** The differences between two versions. */
export interface DiffReport {
  /** Changes of the service, its operations and shapes first, then changes that affect only other tools. */
  readonly changes: readonly Change[];
  readonly summary: DiffSummary;
}

/**
 * Compares two versions of a model: everything that makes a difference to users of the service or of the generated
 * code, and every event that Smithy's diff tool reports. Documentation is not compared. Statements of an overlay that
 * match nothing in a version are skipped there.
 * @throws ModelError with every error in one of the models
 */
export function diffModels(
  before: DiffInput,
  after: DiffInput,
  options: DiffOptions = {},
): DiffReport {
  const [earlier, later] = [before, after].map((input) => ({
    ...input,
    models: compileSources(input.models),
  })) as [DiffInput, DiffInput];
  const pairs = [options.protocol].flat().map((protocol) => {
    const own = { ...options, protocol };
    return [versionOf(earlier, own), versionOf(later, own)] as const;
  });
  const own = pairs.flatMap(([old, now]) =>
    diffServices(old.service, now.service, [old.uses, now.uses]),
  );
  const others = pairs.flatMap(([old, now]) => compareModels(old, now).map(changeOf));
  const changes = withoutRepeated(
    pairs.length > 1 ? distinct([...own, ...others]) : [...own, ...others],
  );
  const now = pairs[0]?.[1].model;
  const located = now === undefined ? changes : locate(changes, earlier.models, later.models, now);
  return { changes: located, summary: summarizeDiff(located) };
}

/** Most changes are the same in every protocol. */
function distinct(changes: readonly Change[]): Change[] {
  return [...new Map(changes.map((change) => [JSON.stringify(change), change])).values()];
}

interface Version extends ModelVersion {
  readonly service: Service;
  readonly uses: ShapeUses;
}

function versionOf({ models, overlays = [] }: DiffInput, options: ServiceOptions): Version {
  const { model, diagnostics } = loadModel(models, overlays, { skipMissing: true });
  const service = buildService(model, options, [], diagnostics);
  const uses = findUses(service);
  const operations = service.operations.map(({ id }) => id);
  return {
    service,
    uses,
    serviceId: service.id,
    usesXml: protocolRules[service.protocol].xml,
    model: withoutPrelude(model),
    inService: new Set([service.id, ...operations, ...uses.shapes.keys()]),
    generated: new Set([
      service.id,
      ...operations,
      ...service.shapes.filter(isExported).map(({ id }) => id),
    ]),
  };
}

/** `smithy ast` may include the prelude, which is part of no model. */
function withoutPrelude(model: Model): Model {
  const own = [...model.shapes].filter(([id]) => !id.startsWith("smithy.api#"));
  return { ...model, shapes: new Map(own) };
}

/** An error of the service is one of every operation; it is reported once. */
function withoutRepeated(changes: readonly Change[]): readonly Change[] {
  const shared = new Set(
    changes.flatMap(({ id, before, after }) =>
      /^(Added|Removed)ServiceError$/.test(id)
        ? [`${id.replace("Service", "Operation")} ${nameOf(before ?? after ?? "")}`]
        : [],
    ),
  );
  return changes.filter(({ id, before, after }) => !shared.has(`${id} ${before ?? after ?? ""}`));
}

/** Adds where the place of each change is defined: in the later version if it is still there. */
function locate(
  changes: readonly Change[],
  before: readonly SourceFile[],
  after: readonly SourceFile[],
  now: Model,
): readonly Change[] {
  if (changes.length === 0) return changes;
  const [old, current] = [before, after].map((files) => files.map(placesOf)) as [
    ShapePlaces[],
    ShapePlaces[],
  ];
  return changes.map((change) => {
    const { place } = change;
    const [first, second] = isIn(now, place) ? [current, old] : [old, current];
    const location = locationIn(first, place) ?? locationIn(second, place);
    return location === undefined ? change : { ...change, location };
  });
}

function isIn({ shapes }: Model, place: ShapeId): boolean {
  const [id = "", member] = place.split("$");
  const shape = shapes.get(id);
  if (shape === undefined || member === undefined) return shape !== undefined;
  return !("members" in shape) || shape.members.has(member);
}

/** Finds a shape or member; one that is inherited from a mixin is where its shape is. */
function locationIn(files: readonly ShapePlaces[], place: ShapeId): ChangeLocation | undefined {
  for (const isExact of [true, false]) {
    for (const places of files) {
      const location = isExact ? places.findExactly(place) : places.find(place);
      if (location === undefined) continue;
      const { file, line, column, pointer } = location;
      return { file, line, column, ...(pointer !== undefined && { pointer }) };
    }
  }
  return undefined;
}
