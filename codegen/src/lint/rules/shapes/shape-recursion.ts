import { findShape } from "../../../model/find-shape.js";
import type { Member, Shape, SmithyModel } from "../../../model/model.js";
import type { Rule } from "../../rule.js";
import { findCircle } from "./find-circle.js";
import { findEndless } from "./find-endless.js";

/** Recursive shapes have values that end. */
export const shapeRecursion: Rule = {
  id: "ShapeRecursion",
  *check({ model, shapesOf, event }) {
    for (const shape of shapesOf("list", "map")) {
      const circle = findCircle(model, shape, membersOfCollection);
      if (circle === undefined) continue;
      const message = `contains itself: ${circle.join(" > ")}; a recursive list or map must lead through a structure or union`;
      yield event("ERROR", shape, message);
    }
    for (const shape of shapesOf("structure")) {
      const circle = findCircle(model, shape, requiredMembers);
      if (circle === undefined) continue;
      const message = `requires itself, so it has no value: ${circle.join(" > ")}`;
      yield event("ERROR", shape, message);
    }
    const endless = findEndless(model);
    for (const shape of shapesOf("union"))
      if (endless.has(shape.id))
        yield event("ERROR", shape, "every member leads back to the union, so it has no value");
  },
};

function membersOfCollection(shape: Shape, model: SmithyModel): readonly Member[] {
  if (shape.type !== "list" && shape.type !== "map") return [];
  return [...shape.members.values()].filter(({ target }) => {
    const type = findShape(model, target)?.type;
    return type === "list" || type === "map";
  });
}

function requiredMembers(shape: Shape, model: SmithyModel): readonly Member[] {
  if (shape.type !== "structure") return [];
  return [...shape.members.values()].filter(
    ({ target, traits }) =>
      traits.has("smithy.api#required") && findShape(model, target)?.type === "structure",
  );
}
