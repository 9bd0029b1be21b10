import { isNodeArray } from "../../../model/nodes.js";
import { findShape } from "../../../model/find-shape.js";
import type { ServiceShape, ShapeId, SmithyModel } from "../../../model/model.js";
import type { Rule } from "../../rule.js";
import { operationsOf } from "./contained.js";

const authId = "smithy.api#auth";

/** The trait auth names only schemes that the service has. */
export const authTrait: Rule = {
  id: "AuthTrait",
  *check({ model, shapesOf, event }) {
    for (const service of shapesOf("service")) {
      const schemes = new Set(schemesOf(model, service));
      for (const shape of [service, ...operationsOf(model, service)]) {
        const trait = shape.traits.get(authId);
        if (trait === undefined || !isNodeArray(trait.value)) continue;
        const missing = trait.value
          .filter((id) => typeof id === "string")
          .filter((id) => !schemes.has(id))
          .sort();
        if (missing.length === 0) continue;
        const message = `the trait auth names schemes that the service ${service.id} does not have: ${missing.join(", ")}`;
        yield event("DANGER", shape, message, { location: trait.location });
      }
    }
  },
};

/** A service with several schemes says in which order they are preferred. */
export const serviceAuthDefinitions: Rule = {
  id: "ServiceAuthDefinitions",
  *check({ model, shapesOf, event }) {
    for (const service of shapesOf("service")) {
      const schemes = schemesOf(model, service);
      if (service.traits.has(authId) || schemes.length < 2) continue;
      yield event(
        "WARNING",
        service,
        `has several authentication schemes (${schemes.join(", ")}), but no trait auth, which says which of them clients prefer`,
      );
    }
  },
};

function schemesOf(model: SmithyModel, { traits }: ServiceShape): readonly ShapeId[] {
  return [...traits.keys()]
    .filter((id) => findShape(model, id)?.traits.has("smithy.api#authDefinition") === true)
    .sort();
}
