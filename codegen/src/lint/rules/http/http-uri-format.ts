import type { Rule } from "../../rule.js";
import { httpOperations } from "./operations.js";

/** URIs have characters of ASCII only. */
export const httpUriFormat: Rule = {
  id: "HttpUriFormat",
  *check(context) {
    for (const { operation, trait, uri } of httpOperations(context)) {
      if (/^\p{ASCII}*$/u.test(uri.text)) continue;
      const message = `has the URI ${JSON.stringify(uri.text)}; characters beyond ASCII must be percent-encoded`;
      yield context.event("ERROR", operation, message, { location: trait.location });
    }
  },
};
