import { nameOf } from "../../../load/names.js";
import type { Rule } from "../../rule.js";

const prefix = "_Synthetic";

/** Names that Smithy gives to shapes which it adds are not used by others. */
export const syntheticShape: Rule = {
  id: "SyntheticShape",
  *check({ model, event }) {
    for (const shape of model.shapes.values()) {
      if (!nameOf(shape.id).startsWith(prefix)) continue;
      const message = `the name begins with ${prefix}, which Smithy keeps for shapes that it adds itself`;
      yield event("WARNING", shape, message);
    }
  },
};
