import type { ResourceShape, ServiceShape, Shape, ShapeId } from "../../../model/model.js";
import type { Rule, RuleContext } from "../../rule.js";
import { findOperation, findResource, operationIdsOf, resourcesOf } from "./contained.js";

/** An operation is bound only once in a service. */
export const singleOperationBinding: Rule = {
  id: "SingleOperationBinding",
  check: (context) =>
    findRepeated(
      context,
      (holder) => (holder.type === "service" ? holder.operations : operationIdsOf(holder)),
      (id) => findOperation(context.model, id),
    ),
};

/** A resource is bound only once in a service. */
export const singleResourceBinding: Rule = {
  id: "SingleResourceBinding",
  check: (context) =>
    findRepeated(
      context,
      ({ resources }) => resources,
      (id) => findResource(context.model, id),
    ),
};

function* findRepeated(
  { model, shapesOf, event }: RuleContext,
  boundBy: (holder: ServiceShape | ResourceShape) => Iterable<ShapeId>,
  find: (id: ShapeId) => Shape | undefined,
): ReturnType<Rule["check"]> {
  for (const service of shapesOf("service")) {
    const holders = new Map<ShapeId, Set<ShapeId>>();
    for (const holder of [service, ...resourcesOf(model, service)]) {
      for (const id of boundBy(holder)) {
        const known = holders.get(id) ?? new Set();
        holders.set(id, known.add(holder.id));
      }
    }
    for (const [id, ids] of holders) {
      const shape = find(id);
      if (ids.size < 2 || shape === undefined) continue;
      const message = `is bound more than once in the service ${service.id}: to ${[...ids].sort().join(" and ")}`;
      yield event("ERROR", shape, message);
    }
  }
}
