import { findShape } from "../../../model/find-shape.js";
import type { Rule } from "../../rule.js";

/** The items of a flattened list have the name of the member, not that of the list's own member. */
export const xmlFlattenedTrait: Rule = {
  id: "XmlFlattenedTrait",
  *check({ model, withTrait, event }) {
    for (const member of withTrait("smithy.api#xmlFlattened")) {
      if ("type" in member || member.traits.has("smithy.api#xmlName")) continue;
      const target = findShape(model, member.target);
      const item = target?.type === "list" ? target.members.get("member") : undefined;
      const name = item?.traits.get("smithy.api#xmlName")?.value;
      if (item === undefined || typeof name !== "string" || name === member.name) continue;
      const message = `is flattened, so the xmlName "${name}" of ${item.id} has no effect: the items are named ${member.name}`;
      const hint = `If that is not meant, add @xmlName("${name}") to the member.`;
      yield event("WARNING", member, message, { hint });
    }
  },
};
