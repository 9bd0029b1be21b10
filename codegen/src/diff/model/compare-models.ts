import type { AstShape, Model, ShapeId } from "../../load/ast.js";
import { dangerous, type Finding } from "../change.js";
import { compareEntities } from "./compare-entities.js";
import { compareMetadata } from "./compare-metadata.js";
import { compareShapeSets } from "./compare-shape-sets.js";
import { compareTraits } from "./compare-traits.js";
import { findingAt } from "./finding.js";

/** A version of a model, and the part of it that is compared as a service. */
export interface ModelVersion {
  readonly model: Model;
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
  const findings = [...compareMetadata(old, now), ...compareShapeSets(old, now, isReported)];
  for (const [id, shape] of old.shapes) {
    const partner = now.shapes.get(id);
    if (partner === undefined) continue;
    const isInService = before.inService.has(id) && after.inService.has(id);
    findings.push(
      ...compareEntities(shape, partner, isKept),
      ...compareTraits(shape, partner, isInService, now),
      ...compareOrder(shape, partner),
    );
  }
  return findings;
}

/** Reports members that were reordered, or added before others. */
function compareOrder(old: AstShape, now: AstShape): Finding[] {
  if (!("order" in old) || !("order" in now) || old.type.endsWith("num")) return [];
  const length = Math.min(old.order.length, now.order.length);
  if (old.order.slice(0, length).every((name, index) => name === now.order[index])) return [];
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
