import { appliedTraits } from "../../applied-traits.js";
import type { Rule } from "../../rule.js";
import { checkValue } from "../../values/check-value.js";
import { problemsOfTrait } from "./trait-problems.js";

/**
 * The traits of Smithy's own packages have values of the right form. What they violate beyond that, such as a pattern,
 * is found by the rule TraitValue, as is everything about the traits that a model defines.
 */
export const traitCreation: Rule = {
  id: "Model",
  *check({ model, graph, event }) {
    for (const { entity, trait } of appliedTraits(model)) {
      const definition = model.library.get(trait.id);
      if (definition === undefined) continue;
      const { location } = trait;
      const what = `the trait ${trait.id}`;
      const check = { graph, id: "Model", about: entity, location, what };
      const found = checkValue(definition, trait.value, { ...check, isFormOnly: true });
      yield* found;
      if (found.length > 0) continue;
      for (const problem of problemsOfTrait(trait))
        yield event("ERROR", entity, `${what}: ${problem}`, { location });
    }
  },
};
