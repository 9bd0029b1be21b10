import { compare } from "../load/select-service.js";
import { locationOf } from "./wire.js";
import type { Constraints, Member, Shape, Structure } from "./ir.js";

/** The minimum number of members; for smaller structures sharing does not pay off. */
const leastMembers = 4;

/**
 * Finds structures that differ only in name and documentation, as the outputs of creating, getting
 * and updating a resource often do. They all use the reader, writer and check of the one with the
 * shortest name.
 */
export function shareCodecs(shapes: Iterable<Shape>): void {
  const alike = new Map<string, Structure[]>();
  for (const shape of shapes) {
    if (shape.kind !== "structure" || shape.members.length < leastMembers) continue;
    const signature = JSON.stringify(
      [shape.serverDefaults, ...shape.members.map(signatureOf)],
      (_, value: unknown) => (typeof value === "bigint" ? `${value}n` : value),
    );
    const group = alike.get(signature);
    if (group === undefined) alike.set(signature, [shape]);
    else group.push(shape);
  }
  for (const group of alike.values()) {
    const [lender] = group.sort(
      (left, right) => left.name.length - right.name.length || compare(left.id, right.id),
    );
    if (lender === undefined) continue;
    for (const shape of group) (shape as { codec: Structure }).codec = lender;
  }
}

/** Returns everything that the code of a member depends on. In a list, JSON has null for undefined. */
function signatureOf(member: Member): unknown[] {
  return [
    member.name,
    member.property,
    member.wireName,
    member.target.id,
    member.required,
    member.present,
    member.defaultValue,
    member.clientDefault,
    constraintsOf(member.constraints),
    member.timestampFormat,
    member.idempotencyToken,
    member.sensitive,
    member.advice,
    locationOf(member),
  ];
}

function constraintsOf({ length, range, pattern }: Constraints): unknown[] {
  return [length, range, pattern?.source];
}
