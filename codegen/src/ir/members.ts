import type { Member, Shape } from "./ir.js";

/** The members of a shape, with the elements, keys and values of collections; none for other shapes. */
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
