import { isNodeObject, property } from "../../../model/nodes.js";
import type { Shape, SmithyModel } from "../../../model/model.js";
import type { Rule } from "../../rule.js";

/** Smithy itself says what these have in them. */
const reserved: ReadonlySet<string> = new Set(["severityOverrides", "suppressions", "validators"]);

/** The type of a key of metadata is defined once. */
export const metadataTrait: Rule = {
  id: "MetadataTrait",
  *check({ model, event }) {
    for (const [key, shapes] of metadataTypes(model)) {
      for (const shape of shapes) {
        const location = shape.traits.get("smithy.api#metadata")?.location ?? shape.location;
        const others = shapes.filter((each) => each !== shape).map(({ id }) => id);
        if (reserved.has(key))
          yield event("ERROR", shape, `the metadata ${JSON.stringify(key)} belongs to Smithy`, {
            location,
          });
        else if (others.length > 0) {
          const message = `the type of the metadata ${JSON.stringify(key)} is also defined by ${others.sort().join(", ")}`;
          yield event("ERROR", shape, message, { location });
        }
      }
    }
  },
};

/** Returns the shapes that say what is in metadata, by its keys. Smithy's own shapes are among them. */
export function metadataTypes(model: SmithyModel): ReadonlyMap<string, readonly Shape[]> {
  const types = new Map<string, Shape[]>();
  for (const shape of [...model.library.values(), ...model.shapes.values()]) {
    const value = shape.traits.get("smithy.api#metadata")?.value;
    const key = isNodeObject(value) ? property(value, "key") : undefined;
    if (typeof key === "string") types.set(key, [...(types.get(key) ?? []), shape]);
  }
  return types;
}
