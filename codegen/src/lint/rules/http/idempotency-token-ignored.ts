import { findShape } from "../../../model/find-shape.js";
import type { Rule } from "../../rule.js";
import { containerOf } from "./containers.js";
import { listed } from "./trait-values.js";

const id = "smithy.api#idempotencyToken";

/** Idempotency tokens have an effect in inputs of operations only. */
export const idempotencyTokenIgnored: Rule = {
  id: "IdempotencyTokenIgnored",
  *check({ model, graph, withTrait, event }) {
    for (const member of withTrait(id)) {
      const structure = findShape(model, containerOf(member.id));
      const location = member.traits.get(id)?.location;
      if (structure?.type !== "structure" || location === undefined) continue;
      // What mixins have is checked where they are used.
      if (structure.traits.has("smithy.api#mixin")) continue;
      const ignored = graph
        .reverse(structure)
        .filter(({ labels }) => !labels.includes("input"))
        .map(({ to }) => to.id);
      if (ignored.length === 0) continue;
      const message = `the trait idempotencyToken has an effect in inputs of operations only, not in ${listed(new Set(ignored))}`;
      yield event("WARNING", member, message, { location });
    }
  },
};
