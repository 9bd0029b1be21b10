import { integerDigits } from "../../../../runtime/values/decimals.js";
import { findShape } from "../../../model/find-shape.js";
import { isNodeObject, numberText, property } from "../../../model/nodes.js";
import { compareNumbers } from "../../values/node-numbers.js";
import type { Rule } from "../../rule.js";

/** The types whose values can have a fraction. */
const decimals: ReadonlySet<string | undefined> = new Set(["float", "double", "bigDecimal"]);
/** More digits than any bound of a range has. */
const mostDigits = 10_000;

/** Ranges of integers have integers as bounds, and the least is not above the greatest. */
export const rangeTrait: Rule = {
  id: "RangeTrait",
  *check({ model, withTrait, event }) {
    for (const entity of withTrait("smithy.api#range")) {
      const trait = entity.traits.get("smithy.api#range");
      if (trait === undefined || !isNodeObject(trait.value)) continue;
      const { value, location } = trait;
      const shape = "type" in entity ? entity : findShape(model, entity.target);
      for (const name of ["min", "max"]) {
        const text = numberText(property(value, name));
        if (text === undefined || decimals.has(shape?.type)) continue;
        if (integerDigits(text, mostDigits) !== undefined) continue;
        const message = `${name} of the trait range is ${text}, but values of ${shape?.id ?? entity.id} (${shape?.type ?? "unknown"}) have no fraction`;
        yield event("ERROR", entity, message, { location });
      }
      if (compareNumbers(property(value, "min"), property(value, "max")) === 1)
        yield event("ERROR", entity, "min of the trait range must not be greater than max", {
          location,
        });
    }
  },
};
