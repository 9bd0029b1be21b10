import type { Member, Shape } from "./ir.js";

/** Returns the members of a structure or union, or the element, key and value of a collection. */
export function membersOf(shape: Shape): readonly Member[] {
  switch (shape.kind) {
    case "structure":
    case "union":
      return shape.members;
    case "list":
      return [shape.member];
    case "map":
      return [shape.key, shape.value];
    default:
      return [];
  }
}
