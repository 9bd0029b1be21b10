import type { AstOperationShape, AstShape, Model, ShapeId } from "../load/ast.js";
import type { Diagnostics } from "../diagnostics/diagnostics.js";
import { membersOf } from "../load/members-of.js";
import { unitId } from "../load/prelude.js";
import { reportTarget, type SelectedService } from "../load/select-service.js";
import { hasTrait } from "../load/traits.js";

/** A reference from a shape or member to a shape. */
interface Edge {
  /** The shape or member that contains the reference, for messages. */
  readonly from: string;
  readonly target: ShapeId;
}

/**
 * Collects all data shapes that a service's operations refer to, directly or indirectly.
 * @returns the shapes by id, without operations and the service itself
 * @throws ModelError if the target of a reference does not exist or has the wrong type
 */
export function collectClosure(
  model: Model,
  { service, operations }: SelectedService,
  diagnostics: Diagnostics,
): ReadonlyMap<ShapeId, AstShape> {
  const closure = new Map<ShapeId, AstShape>();
  // An explicit stack, since a hostile model may chain more shapes than the call stack can hold.
  const pending: Edge[] = [
    ...operations.flatMap((operation) => operationEdges(model, operation, diagnostics)),
    ...errorEdges(model, service.id, service.errors, diagnostics),
  ];
  for (let edge = pending.pop(); edge !== undefined; edge = pending.pop()) {
    const shape = model.shapes.get(edge.target);
    if (shape === undefined || !isData(shape)) {
      reportTarget(model, edge.from, edge.target, "data shape", diagnostics);
    } else if (!closure.has(shape.id)) {
      closure.set(shape.id, shape);
      pending.push(...memberEdges(shape));
    }
  }
  diagnostics.throwIfErrors();
  return closure;
}

function operationEdges(
  model: Model,
  operation: AstOperationShape,
  diagnostics: Diagnostics,
): Edge[] {
  const { id, input, output } = operation;
  const messages = [input, output].filter((target) => {
    if (target === unitId) return false;
    if (model.shapes.get(target)?.type === "structure") return true;
    reportTarget(model, id, target, "structure", diagnostics);
    return false;
  });
  return [
    ...messages.map((target) => ({ from: id, target })),
    ...errorEdges(model, id, operation.errors, diagnostics),
  ];
}

function errorEdges(
  model: Model,
  from: ShapeId,
  errors: readonly ShapeId[],
  diagnostics: Diagnostics,
): Edge[] {
  return errors.flatMap((target) => {
    const shape = model.shapes.get(target);
    if (shape?.type !== "structure") {
      reportTarget(model, from, target, "structure", diagnostics);
    } else if (!hasTrait(shape, "smithy.api#error")) {
      diagnostics.error(
        "SC1411",
        from,
        `lists ${target} as an error, but that structure does not have the trait smithy.api#error`,
      );
    } else {
      return [{ from, target }];
    }
    return [];
  });
}

function memberEdges(shape: AstShape): Edge[] {
  return membersOf(shape).map(([name, { target }]) => ({ from: `${shape.id}$${name}`, target }));
}

function isData(shape: AstShape): boolean {
  return shape.type !== "operation" && shape.type !== "resource" && shape.type !== "service";
}
