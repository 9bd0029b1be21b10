import { findShape } from "../../../model/find-shape.js";
import type { Rule } from "../../rule.js";

/** The trait private of a member does not keep a mixin from being used in other namespaces. */
export const privateMixinMember: Rule = {
  id: "PrivateMixinMember",
  *check({ model, withTrait, event }) {
    for (const member of withTrait("smithy.api#private")) {
      if ("type" in member) continue;
      const container = findShape(model, member.id.split("$", 1)[0] ?? "");
      if (container?.traits.has("smithy.api#mixin") !== true) continue;
      const location = member.traits.get("smithy.api#private")?.location ?? member.location;
      const message =
        "the trait private of a mixin's member has no effect: shapes of other namespaces inherit it";
      yield event("WARNING", member, message, {
        location,
        hint: "Make the mixin or the target of the member private instead.",
      });
    }
  },
};
