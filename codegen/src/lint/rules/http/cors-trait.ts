import { isNodeObject } from "../../../model/nodes.js";
import type { Rule } from "../../rule.js";
import { textMember, traitMember } from "./trait-values.js";

const id = "smithy.api#cors";

/** The trait cors has one origin or several, but not in both ways. */
export const corsTrait: Rule = {
  id: "CorsTrait",
  *check({ withTrait, event }) {
    for (const service of withTrait(id)) {
      const trait = service.traits.get(id);
      if (trait === undefined || textMember(trait, "origin") === undefined) continue;
      const origins = traitMember(trait, "origins");
      if (!isNodeObject(origins) || Object.keys(origins).length === 0) continue;
      const { location } = trait;
      const message = "the trait cors has both origin and origins; remove one of them";
      yield event("ERROR", service, message, { location });
    }
  },
};
