import type { Shape, ShapeId } from "../model.js";
import { expand, type CompactNamespace } from "./compact.js";
import { definitions } from "./definitions.js";

let shapes: ReadonlyMap<ShapeId, Shape> | undefined;

/**
 * The shapes of the prelude and of the trait packages that Smithy and AWS define, without their documentation: they say
 * to what traits can be applied, and which values they have. Parsed when they are first needed.
 */
export function libraryShapes(): ReadonlyMap<ShapeId, Shape> {
  if (shapes === undefined) {
    const all = new Map<ShapeId, Shape>();
    for (const [namespace, text] of Object.entries(definitions))
      for (const shape of expand(namespace, JSON.parse(text) as CompactNamespace))
        all.set(shape.id, shape);
    shapes = all;
  }
  return shapes;
}
