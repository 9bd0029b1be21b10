import type { Member, Structure, Union } from "../ir/ir.js";
import { breaking, compatible, type Direction, type Effect } from "./change.js";
import { compareMember } from "./member-table.js";
import { effectsOf, pairBy, type Difference } from "./walk.js";

/** Compares the members of a structure or union by name. */
export function compareMembers(
  { old, now, after, context }: Difference<Structure | Union, readonly Member[]>,
  id: string,
): void {
  for (const [name, earlier, current] of pairBy(old, now, (member) => member.name)) {
    if (earlier !== undefined && current !== undefined) {
      compareMember(earlier, current, context);
    } else if (current !== undefined) {
      context.report(
        {
          id: `${id}.added`,
          summary:
            current.required && current.defaultValue === undefined
              ? "required member was added"
              : "member was added",
          before: undefined,
          after: name,
          effects: effectsOf(context, (direction) => added(current, after, direction)),
        },
        { ...context, place: current.id },
      );
    } else if (earlier !== undefined) {
      context.report(
        {
          id: `${id}.removed`,
          summary: "member was removed",
          before: name,
          after: undefined,
          effects: [breaking.code("Code that uses it does not compile.")],
        },
        { ...context, place: `${after.id}$${name}` },
      );
    }
  }
}

function added(member: Member, holder: Structure | Union, direction: Direction): Effect[] {
  if (holder.kind === "union") {
    return direction === "input"
      ? [compatible.validation("Servers of the old version reject it.")]
      : [compatible.code("Old clients read it as an unknown member.")];
  }
  if (!member.required) return [];
  if (direction === "output") return [compatible.code("Servers must return it.")];
  if (member.defaultValue !== undefined)
    return [compatible.validation("Requests without it get the default.")];
  if (member.idempotencyToken)
    return [compatible.code("Clients generate a value where it is absent.")];
  return [breaking.validation("Requests without it are rejected.")];
}
