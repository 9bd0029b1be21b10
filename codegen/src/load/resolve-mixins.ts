import type { AstMember, AstShape, ShapeId, Traits } from "./ast.js";
import type { LateApplication } from "./apply-traits.js";
import type { Diagnostics } from "../diagnostics/diagnostics.js";
import { hasTrait, traitProperty } from "./traits.js";

/**
 * Copies the members and traits of mixins into the shapes that use them (Smithy 2.0, "Mixins"). A
 * shape's own members and traits take precedence; the traits of a member in both are merged.
 */
export function resolveMixins(
  shapes: Map<ShapeId, AstShape>,
  late: readonly LateApplication[],
  diagnostics: Diagnostics,
): void {
  const resolved = new Set<ShapeId>();
  const applications = new Map<ShapeId, LateApplication[]>();
  for (const application of late) {
    applications.set(application.id, [...(applications.get(application.id) ?? []), application]);
  }

  // An explicit stack, since a hostile model may chain more mixins than the call stack can hold.
  for (const start of [...shapes.keys()]) {
    const pending: ShapeId[] = [start];
    const underWay = new Set<ShapeId>();
    while (pending.length > 0) {
      const id = pending[pending.length - 1] ?? "";
      const shape = shapes.get(id);
      if (shape === undefined || resolved.has(id) || shape.mixins.length === 0) {
        resolved.add(id);
        pending.pop();
        continue;
      }
      if (underWay.has(id)) {
        const mixed = shape.mixins.reduceRight(
          (result, mixin) => mix(result, shapes.get(mixin), diagnostics),
          shape,
        );
        const applied = applications.get(id) ?? [];
        shapes.set(
          id,
          applied.reduce((result, { apply }) => apply(result), mixed),
        );
        resolved.add(id);
        pending.pop();
        continue;
      }
      underWay.add(id);
      for (const mixin of shape.mixins) {
        const target = shapes.get(mixin);
        if (target === undefined || !hasTrait(target, "smithy.api#mixin")) {
          diagnostics.fail(
            "SC1203",
            id,
            `uses the mixin ${mixin}, which is ${target === undefined ? "not in the model" : "not a mixin"}`,
          );
        }
        if (underWay.has(mixin) && !resolved.has(mixin)) {
          diagnostics.fail(
            "SC1204",
            id,
            `uses the mixin ${mixin}, which uses this shape in turn; mixins must not form a cycle`,
          );
        }
        pending.push(mixin);
      }
    }
  }
}

function mix(shape: AstShape, mixin: AstShape | undefined, diagnostics: Diagnostics): AstShape {
  if (mixin === undefined) return shape;
  const traits = { ...inheritedTraits(mixin), ...shape.traits };
  if (shape.type !== mixin.type) {
    diagnostics.fail(
      "SC1205",
      shape.id,
      `is of type ${shape.type}, but its mixin ${mixin.id} is of type ${mixin.type}; both must have the same type`,
    );
  }
  if ("members" in shape && "members" in mixin) {
    return {
      ...shape,
      traits,
      members: mixMembers(shape.members, mixin.members),
      order: [...new Set([...mixin.order, ...shape.order])],
    };
  }
  if (shape.type === "resource" && mixin.type === "resource") {
    return { ...shape, traits, identifiers: { ...mixin.identifiers, ...shape.identifiers } };
  }
  if (shape.type === "operation" && mixin.type === "operation") {
    return { ...shape, traits, errors: [...new Set([...mixin.errors, ...shape.errors])] };
  }
  if (shape.type === "service" && mixin.type === "service") {
    return {
      ...shape,
      traits,
      version: shape.version === "" ? mixin.version : shape.version,
      operations: [...new Set([...mixin.operations, ...shape.operations])],
      resources: [...new Set([...mixin.resources, ...shape.resources])],
      errors: [...new Set([...mixin.errors, ...shape.errors])],
      rename: { ...mixin.rename, ...shape.rename },
    };
  }
  return { ...shape, traits };
}

function mixMembers(
  own: ReadonlyMap<string, AstMember>,
  mixed: ReadonlyMap<string, AstMember>,
): ReadonlyMap<string, AstMember> {
  const members = new Map(mixed);
  for (const [name, member] of own) {
    const other = mixed.get(name);
    members.set(
      name,
      other === undefined ? member : { ...member, traits: { ...other.traits, ...member.traits } },
    );
  }
  return new Map([...members].sort(([left], [right]) => (left < right ? -1 : 1)));
}

/** Returns the traits of a mixin without `mixin` itself and its `localTraits`. */
function inheritedTraits(mixin: AstShape): Traits {
  const local = traitProperty(mixin, "smithy.api#mixin", "localTraits");
  const kept = new Set<unknown>([
    "smithy.api#mixin",
    ...(Array.isArray(local) ? (local as unknown[]) : []),
  ]);
  return Object.fromEntries(Object.entries(mixin.traits).filter(([id]) => !kept.has(id)));
}
