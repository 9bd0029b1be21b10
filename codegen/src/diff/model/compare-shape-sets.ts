import { simpleTypes, type AstShape, type Model, type ShapeId } from "../../load/ast.js";
import { hasTrait } from "../../load/traits.js";
import { breaking, compatible, dangerous, type Finding } from "../change.js";
import { findingAt } from "./finding.js";

/**
 * Lists the shapes that only one model has, apart from those that are part of the compared services, which have
 * generated code and are compared with it.
 * @param pairs the shapes that both models have
 * @param isReported whether a shape is compared elsewhere
 */
export function compareShapeSets(
  old: Model,
  now: Model,
  pairs: ReadonlyMap<AstShape, AstShape>,
  isReported: (id: ShapeId) => boolean,
): Finding[] {
  const paired = new Set([...pairs].flat());
  const onlyIn = ({ shapes }: Model): AstShape[] =>
    [...shapes.values()].filter((shape) => !paired.has(shape) && !isReported(shape.id));
  return [...onlyIn(now).map(added), ...onlyIn(old).map(removed)];
}

function added(shape: AstShape): Finding {
  if (hasTrait(shape, "smithy.api#trait")) {
    return findingAt(shape.id, {
      id: "AddedTraitDefinition",
      summary: "definition of a trait was added",
      effects: [compatible.tools("Models may apply it.")],
    });
  }
  return findingAt(shape.id, {
    id: "AddedShape",
    summary: `${shape.type} was added`,
    effects: [compatible.tools("It has no generated code of its own.")],
  });
}

function removed(shape: AstShape): Finding {
  if (hasTrait(shape, "smithy.api#trait")) {
    return findingAt(shape.id, {
      id: "RemovedTraitDefinition",
      summary: "definition of a trait was removed",
      effects: [breaking.tools("Models that apply it are not valid.")],
    });
  }
  const isScalar = (simpleTypes as readonly string[]).includes(shape.type);
  return findingAt(shape.id, {
    id: isScalar ? "RemovedShape.ScalarShape" : "RemovedShape",
    summary: `${shape.type} was removed`,
    effects: [
      hasTrait(shape, "smithy.api#private")
        ? compatible.tools("Only its own namespace could refer to it.")
        : dangerous.tools("Models that refer to it are not valid."),
    ],
  });
}
