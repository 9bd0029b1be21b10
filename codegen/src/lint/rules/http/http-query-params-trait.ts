import { findShape } from "../../../model/find-shape.js";
import type { Rule } from "../../rule.js";
import { containerOf } from "./containers.js";
import { listed } from "./trait-values.js";

/** Parameters of single members are also among those of a member that holds all parameters. */
export const httpQueryParamsTrait: Rule = {
  id: "HttpQueryParamsTrait",
  *check({ model, withTrait, event }) {
    for (const member of withTrait("smithy.api#httpQueryParams")) {
      const structure = findShape(model, containerOf(member.id));
      if (structure?.type !== "structure") continue;
      const names = [...structure.members.values()]
        .filter(({ traits }) => traits.has("smithy.api#httpQuery"))
        .map(({ name }) => name);
      if (names.length === 0) continue;
      const message = `services cannot tell the parameters of ${member.id} from those that are bound to other members: ${listed(names)}`;
      yield event("NOTE", structure, message);
    }
  },
};
