import { findShape } from "../../../model/find-shape.js";
import type { Rule } from "../../rule.js";
import { appliedTraits } from "../../applied-traits.js";

/** Shapes do not have traits that are unstable: their meaning can change. */
export const unstableTrait: Rule = {
  id: "UnstableTrait",
  *check({ model, event }) {
    for (const { entity, trait } of appliedTraits(model)) {
      if (findShape(model, trait.id)?.traits.has("smithy.api#unstable") !== true) continue;
      const message = `has the trait ${trait.id}, which is unstable and can change`;
      yield event("WARNING", entity, message, { suffix: trait.id, location: trait.location });
    }
  },
};
