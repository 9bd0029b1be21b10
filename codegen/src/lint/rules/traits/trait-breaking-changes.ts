import { findShape } from "../../../model/find-shape.js";
import { isNodeArray, isNodeObject, property } from "../../../model/nodes.js";
import type { Shape, SmithyModel } from "../../../model/model.js";
import type { Rule } from "../../rule.js";

/** The paths in the breaking changes of a trait lead to members of the trait. */
export const traitBreakingChanges: Rule = {
  id: "TraitBreakingChanges",
  *check({ model, withTrait, event }) {
    for (const shape of withTrait("smithy.api#trait")) {
      const trait = shape.traits.get("smithy.api#trait");
      if (!("type" in shape) || trait === undefined || !isNodeObject(trait.value)) continue;
      const changes = property(trait.value, "breakingChanges");
      for (const [index, change] of (isNodeArray(changes) ? changes : []).entries()) {
        const path = isNodeObject(change) ? property(change, "path") : undefined;
        const problem = typeof path === "string" ? follow(model, shape, path) : undefined;
        if (problem === undefined) continue;
        const message = `the path ${JSON.stringify(path)} in breakingChanges (number ${index + 1}) leads nowhere: ${problem}`;
        yield event("ERROR", shape, message, { location: trait.location });
      }
    }
  },
};

/** Follows a JSON pointer (RFC 6901) through members. Returns why it cannot be followed. */
function follow(model: SmithyModel, start: Shape, path: string): string | undefined {
  let shape = start;
  for (const part of path.split("/").slice(1)) {
    const name = part.replaceAll("~1", "/").replaceAll("~0", "~");
    const member = shape.members.get(name);
    const next = member && findShape(model, member.target);
    if (next === undefined)
      return `${shape.id} (a ${shape.type}) has no member ${JSON.stringify(name)}`;
    shape = next;
  }
  return undefined;
}
