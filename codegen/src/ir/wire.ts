import type { Location, Presence } from "../../runtime/describe.js";
import { compare } from "../load/select-service.js";
import type { Enum, Member, NamedShape } from "./ir.js";

/** Whether a member can be in JSON at all: a stream can only be the body itself. */
export function hasJsonForm({ target }: Member): boolean {
  return !((target.kind === "blob" || target.kind === "union") && target.streaming);
}

/** The members of a structure or union that JSON can hold. */
export function jsonMembers(shape: Extract<NamedShape, { members: unknown }>): readonly Member[] {
  return shape.members.filter(hasJsonForm);
}

/** Where HTTP carries a member that is not in a JSON body. */
export function locationOf({ binding, target }: Member): Location | undefined {
  if (target.kind === "blob" && target.streaming) return "bytes";
  if (target.kind === "union" && target.streaming) return "events";
  return binding.location === "body" ? undefined : binding.location;
}

/**
 * Whether JSON has to hold a member, or has it as soon as it has been read: by its default. Neither
 * goes for an idempotency token, which a client makes up as it sends.
 */
export function presenceOf(member: Member): Presence {
  if (member.defaultValue !== undefined) return "default";
  return member.required && !member.idempotencyToken ? "required" : undefined;
}

/** An enum's values as messages list them: sorted, without those that they pass over. */
export function enumText(shape: Enum): string {
  const shown = shape.values.filter(({ hidden }) => !hidden).map(({ value }) => String(value));
  return `[${shown.sort(compare).join(", ")}]`;
}
