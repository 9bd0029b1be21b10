import { isNodeObject, property } from "../../../model/nodes.js";
import { compareNumbers } from "../../values/node-numbers.js";
import type { Rule } from "../../rule.js";

/** Lengths are not negative, and the least is not above the greatest. */
export const lengthTrait: Rule = {
  id: "LengthTrait",
  *check({ withTrait, event }) {
    for (const entity of withTrait("smithy.api#length")) {
      const trait = entity.traits.get("smithy.api#length");
      if (trait === undefined || !isNodeObject(trait.value)) continue;
      const { value, location } = trait;
      for (const name of ["min", "max"]) {
        const bound = property(value, name);
        if (compareNumbers(bound, 0) === -1)
          yield event("ERROR", entity, `${name} of the trait length must not be negative`, {
            location,
          });
      }
      if (compareNumbers(property(value, "min"), property(value, "max")) === 1)
        yield event("ERROR", entity, "min of the trait length must not be greater than max", {
          location,
        });
    }
  },
};
