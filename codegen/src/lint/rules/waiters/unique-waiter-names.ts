import type { OperationShape } from "../../../model/model.js";
import type { Rule } from "../../rule.js";
import { listed } from "../http/trait-values.js";
import { operationsOf } from "../services/contained.js";
import { waitable, waitersOf } from "./waiters.js";

/** The waiters of a service have names of their own, whatever their case. */
export const uniqueWaiterNames: Rule = {
  id: "UniqueWaiterNames",
  *check({ model, shapesOf, event }) {
    for (const service of shapesOf("service")) {
      const names = new Map<string, Set<OperationShape>>();
      for (const operation of operationsOf(model, service)) {
        const trait = operation.traits.get(waitable);
        for (const { name } of trait === undefined ? [] : waitersOf(trait)) {
          const key = name.toLowerCase();
          names.set(key, (names.get(key) ?? new Set()).add(operation));
        }
      }
      for (const [name, operations] of names) {
        if (operations.size < 2) continue;
        for (const operation of operations) {
          const others = [...operations].filter((each) => each !== operation).map(({ id }) => id);
          const message = `has a waiter that is named ${JSON.stringify(name)}, apart from case, like waiters of ${listed(others)} in the service ${service.id}`;
          const location = operation.traits.get(waitable)?.location ?? operation.location;
          yield event("ERROR", operation, message, { location });
        }
      }
    }
  },
};
