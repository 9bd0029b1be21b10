import { isShapeId } from "../../load/names.js";
import { isNodeArray, isNodeObject, property } from "../../model/nodes.js";
import type { ShapeId, SmithyModel } from "../../model/model.js";
import type { NodeObject, NodeValue } from "../../model/node.js";

/** A named set of shapes (Smithy 2.0, "Shape closures"). */
export interface ShapeClosure {
  readonly id: string;
  readonly namespaces: readonly string[];
  readonly selector: string | undefined;
  /** New names by the ids of shapes. */
  readonly rename: ReadonlyMap<ShapeId, string>;
}

export const closuresKey = "shapeClosures";

/** Reads the closures in metadata. Those with the wrong form are left out; the type of the metadata reports them. */
export function readClosures({ metadata }: SmithyModel): readonly ShapeClosure[] {
  const value = property(metadata, closuresKey);
  if (!isNodeArray(value)) return [];
  return value
    .filter(isNodeObject)
    .map(readClosure)
    .filter((closure) => closure !== undefined);
}

function readClosure(object: NodeObject): ShapeClosure | undefined {
  const id = property(object, "id");
  const selector = property(object, "includeBySelector");
  const namespaces = texts(property(object, "includeNamespaces") ?? []);
  const rename = renames(property(object, "rename") ?? {});
  if (typeof id !== "string" || namespaces === undefined || rename === undefined) return undefined;
  if (selector !== undefined && typeof selector !== "string") return undefined;
  return { id, namespaces, selector, rename };
}

function texts(value: NodeValue): readonly string[] | undefined {
  if (!isNodeArray(value)) return undefined;
  const found = value.filter((item) => typeof item === "string");
  return found.length === value.length ? found : undefined;
}

function renames(value: NodeValue): ReadonlyMap<ShapeId, string> | undefined {
  if (!isNodeObject(value)) return undefined;
  const found = new Map<ShapeId, string>();
  for (const [id, name] of Object.entries(value)) {
    if (!isShapeId(id, "with member") || typeof name !== "string") return undefined;
    found.set(id, name);
  }
  return found;
}
