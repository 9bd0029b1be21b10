import type { Member, Shape, ShapeId, SmithyModel } from "./model.js";

/** Returns a shape of the model or of Smithy's own packages. */
export function findShape(model: SmithyModel, id: ShapeId): Shape | undefined {
  return model.shapes.get(id) ?? model.library.get(id);
}

/** Returns a shape, or a member by `namespace#Name$member`. */
export function findAny(model: SmithyModel, id: ShapeId): Shape | Member | undefined {
  const dollar = id.indexOf("$");
  if (dollar === -1) return findShape(model, id);
  return findShape(model, id.slice(0, dollar))?.members.get(id.slice(dollar + 1));
}
