import type { MemberLocation } from "../../runtime/tables.js";
import { compare } from "../load/select-service.js";
import type { Enum, Member, NamedShape, TimestampFormat } from "./ir.js";
import { noXml } from "./xml.js";

/** Returns whether a member can be in JSON. A stream cannot: it is the whole body. */
export function hasJsonForm({ target }: Member): boolean {
  return !((target.kind === "blob" || target.kind === "union") && target.streaming);
}

/** Returns the members of a structure or union that can be in JSON. */
export function jsonMembers(shape: Extract<NamedShape, { members: unknown }>): readonly Member[] {
  return shape.members.filter(hasJsonForm);
}

/** Returns the location of a member in HTTP, or `undefined` if it is in the JSON body. */
export function locationOf({ binding, target }: Member): MemberLocation | undefined {
  if (target.kind === "blob" && target.streaming) return "bytes";
  if (target.kind === "union" && target.streaming) return "events";
  return binding.location === "body" ? undefined : binding.location;
}

/**
 * Returns whether a member is required in JSON, or has a default. An idempotency token is not
 * required, since clients generate it.
 */
export function presenceOf(member: Member): "required" | "default" | undefined {
  if (member.defaultValue !== undefined) return "default";
  return member.required && !member.idempotencyToken ? "required" : undefined;
}

/** Returns an enum's values as listed in messages: sorted, without hidden ones. */
export function enumText(shape: Enum): string {
  const shown = shape.values.filter(({ hidden }) => !hidden).map(({ value }) => String(value));
  return `[${shown.sort(compare).join(", ")}]`;
}

/**
 * Returns the name of a member in JSON: that of the model if the messages of the protocol are XML, since
 * names in XML can have prefixes.
 */
export function jsonNameOf({ name, wireName, xml }: Member): string {
  return xml === noXml ? wireName : name;
}

/** Returns the format of a timestamp in JSON. Where messages are XML, timestamps are text. */
export function jsonFormatOf({ timestampFormat, xml }: Member): TimestampFormat {
  return timestampFormat ?? (xml === noXml ? "epoch-seconds" : "date-time");
}
