import { isNodeArray, isNodeObject, property } from "../../../model/nodes.js";
import type { NodeValue } from "../../../model/node.js";
import type { Rule } from "../../rule.js";
import { recommendedName } from "./enum-shape.js";

/** The values of the trait enum of Smithy 1.0 are different, and all of them have names or none has. */
export const enumTrait: Rule = {
  id: "EnumTrait",
  *check({ withTrait, event }) {
    for (const entity of withTrait("smithy.api#enum")) {
      const trait = entity.traits.get("smithy.api#enum");
      if (trait === undefined || !isNodeArray(trait.value)) continue;
      const { location } = trait;
      const definitions = trait.value.filter(isNodeObject);
      const names = definitions.map((each) => property(each, "name")).filter(isPresent);
      for (const value of duplicates(definitions.map((each) => property(each, "value"))))
        yield event("ERROR", entity, `the enum has the value ${JSON.stringify(value)} twice`, {
          location,
        });
      for (const name of duplicates(names))
        yield event("ERROR", entity, `the enum has the name ${JSON.stringify(name)} twice`, {
          location,
        });
      for (const name of names) {
        if (typeof name !== "string" || recommendedName.test(name)) continue;
        const message = `the name ${name} should have only capital letters, digits and underscores`;
        yield event("WARNING", entity, message, { suffix: name, location });
      }
      if (names.length === 0) {
        const message = "the values of the enum should have names, which code generators need";
        yield { ...event("WARNING", entity, message, { location }), id: "EnumNamesPresent" };
        continue;
      }
      for (const definition of definitions) {
        if (property(definition, "name") !== undefined) continue;
        const value = JSON.stringify(property(definition, "value"));
        const message = `the value ${value} has no name, but others have; give all of them names`;
        yield event("ERROR", entity, message, { location });
      }
    }
  },
};

function isPresent(value: NodeValue | undefined): value is NodeValue {
  return value !== undefined;
}

/** Every value but the first of those that are equal. */
function duplicates(values: readonly (NodeValue | undefined)[]): readonly NodeValue[] {
  return values.filter(isPresent).filter((value, index, all) => all.indexOf(value) !== index);
}
