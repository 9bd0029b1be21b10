import { unitId } from "../../../load/prelude.js";
import { findShape } from "../../../model/find-shape.js";
import type { Rule } from "../../rule.js";

/** The type Unit is used only as the input or output of operations, and as the target of members of unions. */
export const unitType: Rule = {
  id: "UnitType",
  *check({ model, graph, event }) {
    const unit = findShape(model, unitId);
    if (unit === undefined) return;
    const allowed = new Set(graph.reverse(unit, ["input", "output"]));
    for (const relationship of graph.reverse(unit)) {
      const { to, labels } = relationship;
      if (allowed.has(relationship)) continue;
      if ("type" in to) {
        yield event("ERROR", to, `uses ${unitId} as ${labels[0] ?? "target"}`);
        continue;
      }
      if (findShape(model, to.id.split("$", 1)[0] ?? "")?.type === "union") continue;
      yield event("ERROR", to, `only members of unions can target ${unitId}`);
    }
  },
};
