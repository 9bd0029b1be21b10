import { findShape } from "../../../model/find-shape.js";
import type {
  OperationShape,
  ResourceShape,
  ServiceShape,
  ShapeId,
  SmithyModel,
} from "../../../model/model.js";

/** Returns the resources below a service, at any depth, each once. */
export function resourcesOf(model: SmithyModel, service: ServiceShape): readonly ResourceShape[] {
  const found = new Map<ShapeId, ResourceShape>();
  const pending = [...service.resources];
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    const shape = findShape(model, id);
    if (shape?.type !== "resource" || found.has(id)) continue;
    found.set(id, shape);
    pending.push(...shape.resources);
  }
  return [...found.values()];
}

/** Returns the ids of every operation that is bound to a resource, each once. */
export function operationIdsOf(resource: ResourceShape): ReadonlySet<ShapeId> {
  return new Set([
    ...resource.lifecycle.values(),
    ...resource.operations,
    ...resource.collectionOperations,
  ]);
}

/** Returns the operations of a service and of the resources below it, each once. */
export function operationsOf(model: SmithyModel, service: ServiceShape): readonly OperationShape[] {
  const ids = new Set(service.operations);
  for (const resource of resourcesOf(model, service))
    for (const id of operationIdsOf(resource)) ids.add(id);
  return [...ids].map((id) => findOperation(model, id)).filter((each) => each !== undefined);
}

export function findOperation(model: SmithyModel, id: ShapeId): OperationShape | undefined {
  const shape = findShape(model, id);
  return shape?.type === "operation" ? shape : undefined;
}

export function findResource(model: SmithyModel, id: ShapeId): ResourceShape | undefined {
  const shape = findShape(model, id);
  return shape?.type === "resource" ? shape : undefined;
}
