import type { Rule } from "../../rule.js";
import { textMember } from "./trait-values.js";
import { isUri } from "./uri.js";

const id = "smithy.api#xmlNamespace";

/** Namespaces of XML are URIs. */
export const xmlNamespaceTrait: Rule = {
  id: "XmlNamespaceTrait",
  *check({ withTrait, event }) {
    for (const entity of withTrait(id)) {
      const trait = entity.traits.get(id);
      const uri = textMember(trait, "uri");
      if (uri === undefined || isUri(uri)) continue;
      yield event("ERROR", entity, `the trait xmlNamespace has no URI: ${JSON.stringify(uri)}`);
    }
  },
};
