import { findShape } from "../../../model/find-shape.js";
import { containerOf } from "./containers.js";
import type { Rule } from "../../rule.js";
import { textTrait } from "./trait-values.js";

const id = "smithy.api#httpPrefixHeaders";

/** Headers of single members do not begin with the prefix of a member that holds all headers of this prefix. */
export const httpPrefixHeadersTrait: Rule = {
  id: "HttpPrefixHeadersTrait",
  *check({ model, withTrait, event }) {
    for (const member of withTrait(id)) {
      const prefix = textTrait(member, id)?.toLowerCase();
      const structure = findShape(model, containerOf(member.id));
      if (prefix === undefined || structure?.type !== "structure") continue;
      for (const other of structure.members.values()) {
        const trait = other.traits.get("smithy.api#httpHeader");
        const header = textTrait(other, "smithy.api#httpHeader");
        if (trait === undefined || header?.toLowerCase().startsWith(prefix) !== true) continue;
        const { location } = trait;
        const what = `is bound to the header ${JSON.stringify(header)}`;
        if (prefix === "")
          yield event("NOTE", other, `${what}, which is among those of ${member.id} too`, {
            location,
          });
        else
          yield event(
            "ERROR",
            other,
            `${what}, but ${member.id} is bound to all headers that begin with ${JSON.stringify(prefix)}`,
            { location },
          );
      }
    }
  },
};
