import { findShape } from "../../../model/find-shape.js";
import { isNodeObject, property } from "../../../model/nodes.js";
import type { ShapeId, SmithyModel } from "../../../model/model.js";
import type { Rule } from "../../rule.js";

/** A service has no documents if one of its protocols does not support them. */
export const noInlineDocumentSupport: Rule = {
  id: "NoInlineDocumentSupport",
  *check({ model, graph, shapesOf, event }) {
    for (const service of shapesOf("service")) {
      const protocols = [...service.traits.values()].filter(({ id }) => isWithout(model, id));
      if (protocols.length === 0) continue;
      const documents = [...graph.closure(service)]
        .filter((entity) => "type" in entity && entity.type === "document")
        .map(({ id }) => id)
        .sort();
      if (documents.length === 0) continue;
      for (const { id, location } of protocols) {
        const message = `the protocol ${id} does not support documents, but the service uses ${documents.join(", ")}`;
        yield event("ERROR", service, message, { location });
      }
    }
  },
};

function isWithout(model: SmithyModel, trait: ShapeId): boolean {
  const value = findShape(model, trait)?.traits.get("smithy.api#protocolDefinition")?.value;
  return isNodeObject(value) && property(value, "noInlineDocumentSupport") === true;
}
