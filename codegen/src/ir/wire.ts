import { compare } from "../load/select-service.js";
import type { Enum, IntegerShape, Member, NamedShape } from "./ir.js";

/** Whether a member can be in JSON at all: a stream can only be the body itself. */
export function hasJsonForm({ target }: Member): boolean {
  return !((target.kind === "blob" || target.kind === "union") && target.streaming);
}

/** The members of a structure or union that JSON can hold. */
export function jsonMembers(shape: Extract<NamedShape, { members: unknown }>): readonly Member[] {
  return shape.members.filter(hasJsonForm);
}

/**
 * Whether JSON has to hold a member, or has it as soon as it has been read: by its default. Neither
 * goes for an idempotency token, which a client makes up as it sends.
 */
export function presenceOf(member: Member): "required" | "default" | undefined {
  if (member.defaultValue !== undefined) return "default";
  return member.required && !member.idempotencyToken ? "required" : undefined;
}

/** The bounds of an integer's type and range together; a `long` has none of its type's own. */
export function integerRange({ target, constraints }: Member): readonly [min: number, max: number] {
  const min = constraints.range?.min ?? -Infinity;
  const max = constraints.range?.max ?? Infinity;
  if (target.kind !== "integer" || target.type === "long") return [min, max];
  const [least, most] = typeBounds(target.type);
  return [Math.max(min, least), Math.min(max, most)];
}

/**
 * The bounds of an integer type, inclusive. A `long` is a JavaScript number, which is exact up to
 * 2^53 - 1; a larger one is refused rather than rounded.
 */
export function typeBounds(type: IntegerShape["type"]): readonly [least: number, most: number] {
  if (type === "long") return [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER];
  const most = 2 ** { byte: 7, short: 15, integer: 31 }[type] - 1;
  return [-most - 1, most];
}

/** An enum's values as messages list them: sorted, without those that they pass over. */
export function enumText(shape: Enum): string {
  const shown = shape.values.filter(({ hidden }) => !hidden).map(({ value }) => String(value));
  return `[${shown.sort(compare).join(", ")}]`;
}
