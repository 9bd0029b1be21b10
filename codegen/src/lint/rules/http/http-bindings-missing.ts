import type { Rule } from "../../rule.js";
import { operationsOf } from "../services/contained.js";
import { protocolsOf } from "./protocols.js";

const http = "smithy.api#http";

/** All operations of a service have the trait http, or none. Protocols can require it. */
export const httpBindingsMissing: Rule = {
  id: "HttpBindingsMissing",
  *check({ model, shapesOf, event }) {
    for (const service of shapesOf("service")) {
      const protocol = protocolsOf(model, service).find(({ supports }) => supports.has(http));
      const operations = operationsOf(model, service);
      const missing = operations.filter(({ traits }) => !traits.has(http));
      if (protocol === undefined && missing.length === operations.length) continue;
      const reason =
        protocol === undefined
          ? `other operations of the service ${service.id} have it`
          : `the protocol ${protocol.trait.id} of the service ${service.id} requires it`;
      for (const operation of missing) {
        const severity = protocol === undefined ? "WARNING" : "ERROR";
        yield event(severity, operation, `has no trait http, but ${reason}`);
      }
    }
  },
};
