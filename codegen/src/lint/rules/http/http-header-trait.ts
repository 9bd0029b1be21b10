import type { Rule } from "../../rule.js";
import { listed, textTrait } from "./trait-values.js";

const id = "smithy.api#httpHeader";

/** Headers that clients and servers set by themselves. */
const reserved: ReadonlySet<string> = new Set([
  "authorization",
  "connection",
  "content-length",
  "expect",
  "host",
  "max-forwards",
  "proxy-authenticate",
  "server",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
  "user-agent",
  "www-authenticate",
  "x-forwarded-for",
]);

/** RFC 9110, section 5.6.2. */
const token = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]*$/;

/** The members of a structure have headers of their own, with names that HTTP allows. */
export const httpHeaderTrait: Rule = {
  id: "HttpHeaderTrait",
  *check({ shapesOf, withTrait, event }) {
    for (const structure of shapesOf("structure")) {
      const members = new Map<string, string[]>();
      for (const member of structure.members.values()) {
        const header = textTrait(member, id)?.toLowerCase();
        if (header === undefined) continue;
        const known = members.get(header);
        if (known === undefined) members.set(header, [member.name]);
        else known.push(member.name);
      }
      for (const [header, names] of members) {
        if (names.length < 2) continue;
        const message = `more than one member is bound to the header ${JSON.stringify(header)}: ${listed(names)}`;
        yield event("ERROR", structure, message);
      }
    }
    for (const member of withTrait(id)) {
      const [header, location] = [textTrait(member, id), member.traits.get(id)?.location];
      if (header === undefined || location === undefined) continue;
      const quoted = JSON.stringify(header);
      if (reserved.has(header.toLowerCase()))
        yield event("DANGER", member, `must not be bound to the header ${quoted}`, { location });
      else if (!token.test(header))
        yield event(
          "DANGER",
          member,
          `is bound to the header ${quoted}, which is no name of a header (RFC 9110, section 5.6.2)`,
          { location },
        );
    }
  },
};
