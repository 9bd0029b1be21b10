import { nameOf } from "../../../load/names.js";
import { findShape } from "../../../model/find-shape.js";
import type { Rule } from "../../rule.js";

/** Operations that update a part of a resource have no defaults in their input: a member that is left out would look set. */
export const defaultValueInUpdate: Rule = {
  id: "DefaultValueInUpdate",
  *check({ model, shapesOf, event }) {
    const updates = new Set(
      [...shapesOf("resource")].map(({ lifecycle }) => lifecycle.get("update")),
    );
    for (const operation of shapesOf("operation")) {
      if (!updates.has(operation.id) && !/^(update|patch)/i.test(nameOf(operation.id))) continue;
      const members = [...(findShape(model, operation.input)?.members.values() ?? [])]
        .filter(({ traits }) => traits.has("smithy.api#default"))
        .map(({ name }) => name)
        .sort();
      if (members.length === 0) continue;
      const message = `updates something, but its input has members with defaults, which look set when they are left out: ${members.join(", ")}`;
      yield event("WARNING", operation, message);
    }
  },
};
