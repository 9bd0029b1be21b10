import { setEntry, typeName } from "./json.js";
import { at } from "../values/path.js";
import { unwritable, type WritePlace } from "./write.js";
import type { UnknownMember } from "../types.js";

/** Writes an unknown union member unchanged. */
export function writeUnknownMember(
  json: Record<string, unknown>,
  member: UnknownMember,
  here: WritePlace,
): void {
  if (!Array.isArray(member) || typeof member[0] !== "string") {
    unwritable(at(here, "$unknown"), "a name and a value, in an array", typeName(member));
  }
  setEntry(json, member[0], member[1]);
}

/** @returns the written form of a union, if exactly one of its members is set */
export function expectOneMember<Written extends object>(json: Written, here: WritePlace): Written {
  const names = Object.keys(json);
  return names.length === 1
    ? json
    : unwritable(
        here,
        "a union with exactly one member set",
        names.length === 0 ? "none" : names.join(", "),
      );
}
