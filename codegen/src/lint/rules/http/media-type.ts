import type { Rule } from "../../rule.js";
import { textTrait } from "./trait-values.js";

const id = "smithy.api#mediaType";

const token = "[!#$%&'*+\\-.^_`|~0-9A-Za-z]+";
const quoted = '"(?:[^"\\\\]|\\\\[^])*"';
/** RFC 9110, section 8.3.1. */
const mediaTypePattern = new RegExp(
  `^${token}/${token}[ \\t\\r\\n]*(?:;[ \\t\\r\\n]*${token}=(?:${token}|${quoted})[ \\t\\r\\n]*)*$`,
);

/** The trait mediaType names a media type, such as `application/json`. */
export const mediaType: Rule = {
  id: "MediaType",
  *check({ withTrait, event }) {
    for (const shape of withTrait(id)) {
      const [value, location] = [textTrait(shape, id), shape.traits.get(id)?.location];
      if (value === undefined || location === undefined || mediaTypePattern.test(value)) continue;
      const message = `${JSON.stringify(value)} is no media type, such as "application/json; charset=utf-8"`;
      yield event("ERROR", shape, message, { location });
    }
  },
};
