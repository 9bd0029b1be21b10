import type { Entity } from "../../../selectors/attributes.js";
import type { Rule } from "../../rule.js";

/** No two ids of a model differ in their case only. */
export const shapeIdConflict: Rule = {
  id: "ShapeIdConflict",
  *check({ model, event }) {
    const groups = new Map<string, Entity[]>();
    for (const shape of model.shapes.values()) {
      for (const entity of [shape, ...shape.members.values()]) {
        const key = entity.id.toLowerCase();
        const known = groups.get(key);
        if (known === undefined) groups.set(key, [entity]);
        else known.push(entity);
      }
    }
    for (const group of groups.values()) {
      if (group.length < 2) continue;
      for (const entity of group) {
        const others = group.filter((each) => each !== entity).map(({ id }) => id);
        yield event("ERROR", entity, `differs in case only from ${others.join(", ")}`);
      }
    }
  },
};
