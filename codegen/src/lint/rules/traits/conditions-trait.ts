import { parseJmespath } from "../../../ir/parse-jmespath.js";
import { isNodeObject, property } from "../../../model/nodes.js";
import type { Rule } from "../../rule.js";

/** The conditions of a shape are JMESPath expressions. */
export const conditionsTrait: Rule = {
  id: "ConditionsTrait",
  *check({ withTrait, event }) {
    for (const entity of withTrait("smithy.contracts#conditions")) {
      const trait = entity.traits.get("smithy.contracts#conditions");
      if (trait === undefined || !isNodeObject(trait.value)) continue;
      for (const [name, condition] of Object.entries(trait.value)) {
        const expression = isNodeObject(condition) ? property(condition, "expression") : undefined;
        const problem = typeof expression === "string" ? problemOf(expression) : undefined;
        if (problem === undefined) continue;
        const message = `the condition ${name} is not a JMESPath expression: ${problem}`;
        const { location } = trait;
        yield event("ERROR", entity, message, { suffix: "ConditionsTrait", location });
      }
    }
  },
};

function problemOf(expression: string): string | undefined {
  try {
    parseJmespath(expression);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
