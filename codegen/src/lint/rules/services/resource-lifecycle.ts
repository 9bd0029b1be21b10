import type { Lifecycle } from "../../../model/model.js";
import type { Rule } from "../../rule.js";
import { findOperation } from "./contained.js";

const readonlyLifecycles: ReadonlySet<Lifecycle> = new Set(["read", "list"]);
const idempotentLifecycles: ReadonlySet<Lifecycle> = new Set(["put", "delete"]);

/** Lifecycle operations are readonly or idempotent as their lifecycle demands. */
export const resourceLifecycle: Rule = {
  id: "ResourceLifecycle",
  *check({ model, shapesOf, event }) {
    for (const resource of shapesOf("resource")) {
      for (const [lifecycle, id] of resource.lifecycle) {
        const operation = findOperation(model, id);
        if (operation === undefined) continue;
        const wanted = readonlyLifecycles.has(lifecycle);
        if (operation.traits.has("smithy.api#readonly") !== wanted) {
          const must = wanted ? "must" : "must not";
          yield event(
            "ERROR",
            resource,
            `${id} is bound as ${lifecycle}, so it ${must} be readonly`,
          );
        }
        if (idempotentLifecycles.has(lifecycle) && !operation.traits.has("smithy.api#idempotent"))
          yield event(
            "ERROR",
            resource,
            `${id} is bound as ${lifecycle}, so it must be idempotent`,
          );
      }
    }
  },
};
