import { isNodeObject, property } from "../../../model/nodes.js";
import type { Rule } from "../../rule.js";

/** Characters that RFC 2396 excludes from a URI, and a percent sign without two digits. Others than ASCII are allowed. */
const excluded = /[\u0000-\u0020\u007f"<>\\^`{|}]|%(?![0-9A-Fa-f]{2})/u;
/** What comes before the first colon is a scheme. */
const wrongScheme = /^(?![A-Za-z][A-Za-z0-9+.-]*:)[^/?#]*:|^[A-Za-z][A-Za-z0-9+.-]*:(?:#|$)/u;

/** The namespaces of XML are URIs. */
export const xmlNamespaceTrait: Rule = {
  id: "XmlNamespaceTrait",
  *check({ withTrait, event }) {
    for (const entity of withTrait("smithy.api#xmlNamespace")) {
      const trait = entity.traits.get("smithy.api#xmlNamespace");
      if (trait === undefined || !isNodeObject(trait.value)) continue;
      const uri = property(trait.value, "uri");
      if (typeof uri !== "string" || !(excluded.test(uri) || wrongScheme.test(uri))) continue;
      yield event(
        "ERROR",
        entity,
        `uri of the trait xmlNamespace is not a URI: ${JSON.stringify(uri)}`,
        { location: trait.location },
      );
    }
  },
};
