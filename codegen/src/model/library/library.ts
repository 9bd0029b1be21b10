import type { Shape, ShapeId } from "../model.js";

let shapes: ReadonlyMap<ShapeId, Shape> | undefined;

export function libraryShapes(): ReadonlyMap<ShapeId, Shape> {
  return (shapes ??= new Map());
}
