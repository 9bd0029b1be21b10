import type { Rule } from "../../rule.js";
import { findResource } from "./contained.js";

/** Resources below another have its identifiers, and no identifier is a property too. */
export const resourceIdentifier: Rule = {
  id: "ResourceIdentifier",
  *check({ model, shapesOf, event }) {
    for (const parent of shapesOf("resource")) {
      const properties = new Set([...parent.properties.keys()].map((name) => name.toLowerCase()));
      for (const name of parent.identifiers.keys()) {
        if (properties.has(name.toLowerCase()))
          yield event("ERROR", parent, `the identifier ${name} cannot be a property too`);
      }
      for (const id of parent.resources) {
        const child = findResource(model, id);
        if (child === undefined) continue;
        const names = [...parent.identifiers.keys()];
        const missing = names.filter((name) => !child.identifiers.has(name)).sort();
        if (missing.length > 0)
          yield event(
            "ERROR",
            child,
            `does not have the identifiers of ${parent.id}, which it belongs to: ${missing.join(", ")}`,
          );
        const others = names
          .filter((name) => child.identifiers.has(name))
          .filter((name) => child.identifiers.get(name) !== parent.identifiers.get(name))
          .sort();
        if (others.length > 0)
          yield event(
            "ERROR",
            child,
            `has identifiers with other targets than in ${parent.id}, which it belongs to: ${others.join(", ")}`,
          );
      }
    }
  },
};
