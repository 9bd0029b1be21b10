import type { AstShape, Model, ShapeId } from "../../load/ast.js";
import { dangerous, type Finding } from "../change.js";
import { nameOf } from "../../load/names.js";
import { compareEntities } from "./compare-entities.js";
import { compareMetadata } from "./compare-metadata.js";
import { compareShapeSets } from "./compare-shape-sets.js";
import { compareTraits } from "./compare-traits.js";
import { findingAt } from "./finding.js";

/** A version of a model, and the part of it that is compared as a service. */
export interface ModelVersion {
  readonly model: Model;
  /** The id of the service. */
  readonly serviceId: ShapeId;
  /** Whether the protocol of the service uses XML. */
  readonly usesXml: boolean;
  /** The ids of the service, its operations, and the shapes that they refer to. */
  readonly inService: ReadonlySet<ShapeId>;
  /** The ids of those shapes that have a generated type or module of their own. */
  readonly generated: ReadonlySet<ShapeId>;
}

/**
 * Compares what the IR of a service does not represent: metadata, resources, definitions of traits, the order of
 * members, and traits for other tools. These are the events of Smithy's diff tool that have no effect on generated
 * code.
 */
export function compareModels(before: ModelVersion, after: ModelVersion): Finding[] {
  const [old, now] = [before.model, after.model];
  const isKept = (operation: ShapeId): boolean =>
    before.inService.has(operation) && after.inService.has(operation);
  const isReported = (id: ShapeId): boolean =>
    before.generated.has(id) || after.generated.has(id);
  const pairs = pairModels(before, after);
  const findings = [...compareMetadata(old, now), ...compareShapeSets(old, now, pairs, isReported)];
  const ids = new Map([...pairs].map(([shape, partner]) => [shape.id, partner.id]));
  const idNow = (id: ShapeId): ShapeId => ids.get(id) ?? id;
  const mixins = new Set([...now.shapes.values()].flatMap((shape) => shape.mixins));
  for (const [shape, partner] of pairs) {
    // What differs in a mixin is reported where it is used.
    if (mixins.has(partner.id)) continue;
    const isInService = before.inService.has(shape.id) && after.inService.has(partner.id);
    findings.push(
      ...compareEntities(shape, partner, isKept, idNow),
      ...compareTraits(shape, partner, isInService, [now, old], before.usesXml && after.usesXml),
      ...compareOrder(shape, partner),
    );
  }
  return findings;
}

/** Pairs shapes by id; if the namespace of the service changed, also those that moved with it, and the service. */
function pairModels(before: ModelVersion, after: ModelVersion): Map<AstShape, AstShape> {
  const [from, to] = [before, after].map(({ serviceId }) => `${serviceId.split("#", 1)[0] ?? ""}#`);
  const { shapes } = after.model;
  const pairs = new Map<AstShape, AstShape>();
  for (const [id, shape] of before.model.shapes) {
    const moved = from !== undefined && id.startsWith(from) ? (to ?? "") + nameOf(id) : id;
    const partner =
      id === before.serviceId
        ? shapes.get(after.serviceId)
        : (shapes.get(id) ?? (before.model.shapes.has(moved) ? undefined : shapes.get(moved)));
    if (partner !== undefined) pairs.set(shape, partner);
  }
  return pairs;
}

/** Reports members that were reordered, or added before others. */
function compareOrder(old: AstShape, now: AstShape): Finding[] {
  if (!("order" in old) || !("order" in now) || old.type.endsWith("num")) return [];
  // The removal of a member is a change of its own.
  const kept = old.order.filter((name) => now.members.has(name));
  if (kept.every((name, index) => name === now.order[index])) return [];
  return [
    findingAt(now.id, {
      id: "ChangedMemberOrder",
      summary: "members have another order",
      before: old.order.join(", "),
      after: now.order.join(", "),
      effects: [
        dangerous.tools(
          "Generators for languages in which the layout of a structure matters, such as C++, depend on it.",
        ),
      ],
    }),
  ];
}
