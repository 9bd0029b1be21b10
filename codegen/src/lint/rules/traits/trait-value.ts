import { findShape } from "../../../model/find-shape.js";
import type { Rule } from "../../rule.js";
import { appliedTraits } from "../../applied-traits.js";
import { checkValue } from "../../values/check-value.js";

/** The values of traits fit the shapes that define the traits. */
export const traitValue: Rule = {
  id: "TraitValue",
  *check({ model, graph }) {
    for (const { entity, trait } of appliedTraits(model)) {
      const definition = findShape(model, trait.id);
      if (definition === undefined) continue;
      const { location } = trait;
      const what = `the trait ${trait.id}`;
      yield* checkValue(definition, trait.value, {
        graph,
        id: "TraitValue",
        about: entity,
        location,
        what,
      });
    }
  },
};
