import type { AstOperationShape, AstServiceShape, Model, ShapeId } from "./ast.js";
import type { Diagnostics } from "../diagnostics/diagnostics.js";
import { nameOf } from "./names.js";
import { suggest } from "./suggest.js";

/** The part of a model to use. */
export interface Selection {
  /** The service's shape id or name. It can be omitted if the model has only one service. */
  readonly service?: string | undefined;
  /** Names or shape ids of operations. If there are none, all operations of the service are used. */
  readonly operations?: readonly string[] | undefined;
}

/** A service and its selected operations, sorted by name. */
export interface SelectedService {
  readonly service: AstServiceShape;
  readonly operations: readonly AstOperationShape[];
}

/**
 * Finds a service and its operations, including those of its resources at any depth.
 * @throws ModelError if a name is unknown or ambiguous, with the available names
 */
export function selectService(
  model: Model,
  selection: Selection,
  diagnostics: Diagnostics,
): SelectedService {
  const service = findService(model, selection.service, diagnostics);
  const operations = collectOperations(model, service, diagnostics);
  return {
    service,
    operations: narrow(operations, service, selection.operations ?? [], diagnostics),
  };
}

function findService(
  model: Model,
  wanted: string | undefined,
  diagnostics: Diagnostics,
): AstServiceShape {
  const services = [...model.shapes.values()].filter((shape) => shape.type === "service");
  const ids = services.map(({ id }) => id);
  if (wanted !== undefined) {
    const found = services.find(({ id }) => id === wanted || nameOf(id) === wanted);
    return (
      found ??
      diagnostics.fail(
        "SC1303",
        wanted,
        `is not a service of this model; available services: ${list(ids)}.${suggest(wanted, ids)}`,
      )
    );
  }
  const [only] = services;
  if (only === undefined) return diagnostics.fail("SC1301", "", "the model has no service");
  if (services.length > 1) {
    return diagnostics.fail(
      "SC1302",
      "",
      `the model has several services; select one with --service: ${list(ids)}`,
    );
  }
  return only;
}

function collectOperations(
  model: Model,
  service: AstServiceShape,
  diagnostics: Diagnostics,
): AstOperationShape[] {
  const found = new Map<ShapeId, AstOperationShape>();
  const seen = new Set<ShapeId>();
  const holders: { id: ShapeId; operations: readonly ShapeId[]; resources: readonly ShapeId[] }[] =
    [service];
  for (let holder = holders.pop(); holder !== undefined; holder = holders.pop()) {
    for (const id of holder.operations) {
      const operation = model.shapes.get(id);
      if (operation?.type === "operation") found.set(id, operation);
      else reportTarget(model, holder.id, id, "operation", diagnostics);
    }
    for (const id of holder.resources) {
      const resource = model.shapes.get(id);
      if (resource?.type !== "resource")
        reportTarget(model, holder.id, id, "resource", diagnostics);
      else if (!seen.has(id)) holders.push(resource);
      seen.add(id);
    }
  }
  diagnostics.throwIfErrors();
  return [...found.values()].sort((left, right) => compare(nameOf(left.id), nameOf(right.id)));
}

function narrow(
  operations: readonly AstOperationShape[],
  service: AstServiceShape,
  wanted: readonly string[],
  diagnostics: Diagnostics,
): readonly AstOperationShape[] {
  if (wanted.length === 0) return operations;
  const names = operations.map(({ id }) => nameOf(id));
  for (const name of wanted) {
    if (!operations.some(({ id }) => id === name || nameOf(id) === name)) {
      diagnostics.error(
        "SC1304",
        service.id,
        `has no operation ${JSON.stringify(name)}.${suggest(name, names)}`,
      );
    }
  }
  diagnostics.throwIfErrors();
  return operations.filter(({ id }) => wanted.includes(id) || wanted.includes(nameOf(id)));
}

/** Reports a reference to a shape that does not exist or has the wrong type. */
export function reportTarget(
  model: Model,
  from: string,
  target: ShapeId,
  expected: string,
  diagnostics: Diagnostics,
): void {
  const found = model.shapes.get(target);
  const article = /^[aeiou]/.test(expected) ? "an" : "a";
  if (found === undefined) {
    const hint = suggest(target, model.shapes.keys());
    diagnostics.error(
      "SC1201",
      from,
      `refers to ${JSON.stringify(target)}, which is not in the model.${hint}`,
    );
  } else {
    diagnostics.error(
      "SC1202",
      from,
      `refers to ${target}, which is of type ${found.type}; expected ${article} ${expected}`,
    );
  }
}

/** Compares strings by UTF-16 code units, independently of the locale. */
export function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

function list(ids: readonly string[]): string {
  return ids.length === 0 ? "none" : ids.join(", ");
}
