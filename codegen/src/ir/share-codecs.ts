import { compare } from "../load/select-service.js";
import { locationOf } from "./wire.js";
import type { Constraints, Member, Shape, Structure } from "./ir.js";

/** Smaller structures are not worth the indirection. */
const leastMembers = 4;

/**
 * Finds structures that are the same in all but name and documentation, as the outputs of creating,
 * getting and updating one resource often are: one of them, that of the shortest name, lends its
 * reader, writer and check to the others.
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

/** All that a member's code depends on; JSON has null for what is undefined in a list. */
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
