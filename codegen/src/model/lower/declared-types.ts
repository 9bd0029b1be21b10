import type { ParsedSource } from "../assemble/parse-source.js";
import type { Shape, ShapeId } from "../model.js";
import { isNodeObject, property } from "../nodes.js";
import { idlShapes } from "./idl-shapes.js";

/** The types of all shapes that the files and the library define, before anything else is known about them. */
export function declaredTypes(
  sources: readonly ParsedSource[],
  library: ReadonlyMap<ShapeId, Shape>,
): ReadonlyMap<ShapeId, string> {
  const types = new Map<ShapeId, string>();
  for (const [id, { type }] of library) types.set(id, type);
  for (const source of sources) {
    if (source.kind === "idl") {
      for (const { id, type } of idlShapes(source.file)) types.set(id, type);
      continue;
    }
    const shapes = isNodeObject(source.root) ? property(source.root, "shapes") : undefined;
    if (!isNodeObject(shapes)) continue;
    for (const [id, shape] of Object.entries(shapes)) {
      const type = isNodeObject(shape) ? property(shape, "type") : undefined;
      if (typeof type === "string" && type !== "apply") types.set(id, type);
    }
  }
  return types;
}
