import type { Rule } from "../../rule.js";

/** Patterns say whether they stand for the beginning and the end of a text. Without that, a part of it is enough. */
export const patternTrait: Rule = {
  id: "PatternTrait",
  *check({ withTrait, event }) {
    for (const entity of withTrait("smithy.api#pattern")) {
      const trait = entity.traits.get("smithy.api#pattern");
      if (typeof trait?.value !== "string") continue;
      const missing = [
        ...(trait.value.startsWith("^") ? [] : ['"^" at the beginning']),
        ...(trait.value.endsWith("$") ? [] : ['"$" at the end']),
      ];
      if (missing.length === 0) continue;
      const message = `the pattern has no ${missing.join(" and no ")}, so it is enough that a part of the text matches it`;
      yield event("WARNING", entity, message, { location: trait.location });
    }
  },
};
