import { findShape } from "../../../model/find-shape.js";
import type { Rule } from "../../rule.js";

/** Unions have members, and these have neither defaults nor the trait box. */
export const union: Rule = {
  id: "Union",
  *check({ model, shapesOf, event }) {
    for (const shape of shapesOf("union")) {
      if (shape.members.size === 0) yield event("ERROR", shape, "a union must have a member");
      for (const member of shape.members.values()) {
        const box = member.traits.get("smithy.api#box");
        const zero = findShape(model, member.target)?.traits.get("smithy.api#default");
        if (zero !== undefined) {
          const value = JSON.stringify(zero.value);
          const message = `targets ${member.target}, whose default ${value} has no effect in a union; target a shape without a default`;
          yield event("NOTE", member, message);
        }
        if (box !== undefined)
          yield event("WARNING", member, "the trait box has no effect in a union", {
            location: box.location,
          });
      }
    }
  },
};
