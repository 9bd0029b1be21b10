import { findShape } from "../../../model/find-shape.js";
import type { Rule } from "../../rule.js";
import { containerOf } from "./containers.js";
import { listed } from "./trait-values.js";

/** If a member is the payload of an event, the others are headers. */
export const eventPayloadTrait: Rule = {
  id: "EventPayloadTrait",
  *check({ model, withTrait, event }) {
    const containers = new Set(
      withTrait("smithy.api#eventPayload").map((member) => containerOf(member.id)),
    );
    for (const id of containers) {
      const structure = findShape(model, id);
      if (structure?.type !== "structure") continue;
      const unbound = [...structure.members.values()]
        .filter(({ traits }) => !traits.has("smithy.api#eventPayload"))
        .filter(({ traits }) => !traits.has("smithy.api#eventHeader"))
        .map(({ name }) => name);
      if (unbound.length === 0) continue;
      const message = `one member is the payload of the event, so these members need the trait eventHeader: ${listed(unbound)}`;
      yield event("ERROR", structure, message);
    }
  },
};
