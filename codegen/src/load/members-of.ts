import type { AstMember, AstShape } from "./ast.js";

/** Returns the members of a shape that have values of their own, by name; those of enums do not. */
export function membersOf(shape: AstShape): (readonly [name: string, member: AstMember])[] {
  switch (shape.type) {
    case "structure":
    case "union":
      return [...shape.members];
    case "list":
    case "set":
      return [["member", shape.member]];
    case "map":
      return [
        ["key", shape.key],
        ["value", shape.value],
      ];
    default:
      return [];
  }
}
