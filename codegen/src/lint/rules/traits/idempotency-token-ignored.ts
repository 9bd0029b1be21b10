import { findShape } from "../../../model/find-shape.js";
import type { Rule } from "../../rule.js";

/** Members with the trait idempotencyToken are those of inputs: elsewhere the trait has no effect. */
export const idempotencyTokenIgnored: Rule = {
  id: "IdempotencyTokenIgnored",
  *check({ model, graph, withTrait, event }) {
    for (const entity of withTrait("smithy.api#idempotencyToken")) {
      const trait = entity.traits.get("smithy.api#idempotencyToken");
      const container = findShape(model, entity.id.split("$", 1)[0] ?? "");
      if (container?.type !== "structure" || container === entity) continue;
      // The members of a mixin are checked where it is used.
      if (container.traits.has("smithy.api#mixin")) continue;
      const inputs = new Set(graph.reverse(container, ["input"]));
      const others = graph.reverse(container).filter((each) => !inputs.has(each));
      if (others.length === 0 || trait === undefined) continue;
      const users = [...new Set(others.map(({ to }) => to.id))].sort().join(", ");
      const message = `the trait idempotencyToken has an effect only in the input of an operation, but ${container.id} is also used by ${users}`;
      yield event("WARNING", entity, message, { location: trait.location });
    }
  },
};
