import type { Rule } from "../../rule.js";
import { protocolsOf } from "./protocols.js";
import { listed } from "./trait-values.js";

/** Services have no documents if one of their protocols does not support them. */
export const noInlineDocumentSupport: Rule = {
  id: "NoInlineDocumentSupport",
  *check({ model, graph, shapesOf, event }) {
    for (const service of shapesOf("service")) {
      const protocols = protocolsOf(model, service).filter(({ hasDocuments }) => !hasDocuments);
      if (protocols.length === 0) continue;
      const documents = [...graph.closure(service)]
        .filter((shape) => "type" in shape && shape.type === "document")
        .map(({ id }) => id);
      if (documents.length === 0) continue;
      for (const { trait } of protocols) {
        const message = `the protocol ${trait.id} does not support documents, but the service has ${listed(documents)}`;
        yield event("ERROR", service, message, { location: trait.location });
      }
    }
  },
};
