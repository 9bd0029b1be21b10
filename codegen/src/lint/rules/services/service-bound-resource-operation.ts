import { findShape } from "../../../model/find-shape.js";
import { nameOf } from "../../../load/names.js";
import type { Rule } from "../../rule.js";
import { findOperation, resourcesOf } from "./contained.js";
import { isImplicit } from "./identifier-bindings.js";

/** Operations with members that match the identifiers of a resource are bound to it, not to the service. */
export const serviceBoundResourceOperation: Rule = {
  id: "ServiceBoundResourceOperation",
  *check({ model, shapesOf, event }) {
    for (const service of shapesOf("service")) {
      const resources = resourcesOf(model, service);
      for (const id of service.operations) {
        const operation = findOperation(model, id);
        if (operation === undefined) continue;
        const members = [operation.input, operation.output].flatMap((structure) => [
          ...(findShape(model, structure)?.members.values() ?? []),
        ]);
        const found = resources
          .filter((resource) => members.some((member) => isImplicit(member, resource)))
          .map((resource) => resource.id)
          .sort();
        if (found.length === 0) continue;
        const message = `is bound to the service ${service.id}, but has members that match the identifiers of ${found.join(", ")}; it may belong there`;
        yield event("WARNING", operation, message, { suffix: `${service.id}.${nameOf(id)}` });
      }
    }
  },
};
