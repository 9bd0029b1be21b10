import { findShape } from "../../../model/find-shape.js";
import { isNodeObject, property } from "../../../model/nodes.js";
import type { Rule } from "../../rule.js";
import { appliedTraits } from "../../applied-traits.js";

/** The trait enum is reported while a model is loaded, and only in Smithy 2.0. */
const reportedElsewhere = "smithy.api#enum";

/** Shapes do not have traits that are deprecated. */
export const deprecatedTrait: Rule = {
  id: "DeprecatedTrait",
  *check({ model, event }) {
    for (const { entity, trait } of appliedTraits(model)) {
      if (trait.id === reportedElsewhere) continue;
      const notice = findShape(model, trait.id)?.traits.get("smithy.api#deprecated");
      if (notice === undefined) continue;
      const reason = isNodeObject(notice.value) ? property(notice.value, "message") : undefined;
      const message = `has the trait ${trait.id}, which is deprecated${typeof reason === "string" ? `: ${reason}` : ""}`;
      yield event("WARNING", entity, message, { location: trait.location });
    }
  },
};
