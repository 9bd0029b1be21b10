import type { ShapeId } from "../../../model/model.js";

/** Returns the id of the shape that a member belongs to. */
export function containerOf(member: ShapeId): ShapeId {
  return member.split("$", 1)[0] ?? "";
}
