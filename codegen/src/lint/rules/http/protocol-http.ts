import type { Rule, RuleContext } from "../../rule.js";
import { awsProtocols } from "./protocols.js";
import { listed, textsMember } from "./trait-values.js";

/** Streams of events have a version of HTTP that the protocol has for other messages too. */
export const protocolHttp: Rule = {
  id: "ProtocolHttp",
  check: (context) => checkVersions(context, awsProtocols),
};

/** The same for the RPC v2 protocols of Smithy, whose traits have rules of their own. */
export const rpcv2CborTrait: Rule = {
  id: "Rpcv2CborTrait",
  check: (context) => checkVersions(context, ["smithy.protocols#rpcv2Cbor"]),
};
export const rpcv2JsonTrait: Rule = {
  id: "Rpcv2JsonTrait",
  check: (context) => checkVersions(context, ["smithy.protocols#rpcv2Json"]),
};

function* checkVersions(
  { shapesOf, event }: RuleContext,
  protocols: Iterable<string>,
): ReturnType<Rule["check"]> {
  for (const service of shapesOf("service")) {
    for (const id of protocols) {
      const trait = service.traits.get(id);
      if (trait === undefined) continue;
      const known = new Set(textsMember(trait, "http"));
      const missing = textsMember(trait, "eventStreamHttp").filter((each) => !known.has(each));
      if (missing.length === 0) continue;
      const message = `http of the trait ${id} does not have all of eventStreamHttp; missing: ${listed(missing)}`;
      yield event("ERROR", service, message, { location: trait.location });
    }
  }
}
