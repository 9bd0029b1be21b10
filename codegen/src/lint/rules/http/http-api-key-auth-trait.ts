import type { Rule } from "../../rule.js";
import { textMember } from "./trait-values.js";

const id = "smithy.api#httpApiKeyAuth";

/** Keys have a scheme only in headers. */
export const httpApiKeyAuthTrait: Rule = {
  id: "HttpApiKeyAuthTrait",
  *check({ withTrait, event }) {
    for (const service of withTrait(id)) {
      const trait = service.traits.get(id);
      const place = textMember(trait, "in");
      if (trait === undefined || textMember(trait, "scheme") === undefined || place === "header")
        continue;
      const message = `the trait httpApiKeyAuth has a scheme, so its key must be in a header, not in ${JSON.stringify(place)}`;
      yield event("ERROR", service, message, { location: trait.location });
    }
  },
};
