import { property } from "../../model/nodes.js";
import { metadataTypes } from "../rules/traits/metadata-trait.js";
import type { Rule } from "../rule.js";
import { checkValue } from "../values/check-value.js";

/** Metadata has the type that a shape with the trait metadata defines for its key. */
export const typedMetadata: Rule = {
  id: "TypedMetadata",
  *check({ model, graph }) {
    for (const [key, [shape, ...others]] of metadataTypes(model)) {
      const value = property(model.metadata, key);
      // More than one type for a key is reported where they are defined.
      if (shape === undefined || value === undefined || others.length > 0) continue;
      yield* checkValue(shape, value, {
        graph,
        id: `TypedMetadata.${key}`,
        location: model.metadataLocations.get(key) ?? shape.location,
        what: `the metadata ${key}`,
        lenientZero: true,
      });
    }
  },
};
