import { findShape } from "../../../model/find-shape.js";
import type { Rule } from "../../rule.js";
import { textTrait } from "./trait-values.js";

const xmlName = "smithy.api#xmlName";

/** The name of the members of a list in XML has no effect where the list is flattened. */
export const xmlFlattenedTrait: Rule = {
  id: "XmlFlattenedTrait",
  *check({ model, withTrait, event }) {
    for (const member of withTrait("smithy.api#xmlFlattened")) {
      if (!("target" in member) || member.traits.has(xmlName)) continue;
      const target = findShape(model, member.target);
      const item = target?.type === "list" ? target.members.get("member") : undefined;
      const name = item && textTrait(item, xmlName);
      if (item === undefined || name === undefined || name === member.name) continue;
      const message = `is flattened, so the name ${JSON.stringify(name)} of ${item.id} in XML has no effect; give this member the trait xmlName, with ${JSON.stringify(name)} if that is meant, or with ${JSON.stringify(member.name)}`;
      yield event("WARNING", member, message);
    }
  },
};
