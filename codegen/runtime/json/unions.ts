import { setEntry, typeName } from "./json.js";
import { at } from "../values/path.js";
import { unwritable, type WritePlace } from "./write.js";
import type { JsonObject, JsonValue, UnknownMember } from "../types.js";

/** Writes an unknown union member unchanged. */
export function writeUnknownMember(
  json: JsonObject,
  member: UnknownMember,
  here: WritePlace,
): void {
  if (!Array.isArray(member) || typeof member[0] !== "string") {
    unwritable(at(here, "$unknown"), "a name and a value, in an array", typeName(member));
  }
  setEntry(json, member[0], member[1] as JsonValue);
}

/** @returns the JSON of a union, if exactly one of its members is set */
export function expectOneMember(json: JsonObject, here: WritePlace): JsonObject {
  const names = Object.keys(json);
  return names.length === 1
    ? json
    : unwritable(
        here,
        "a union with exactly one member set",
        names.length === 0 ? "none" : names.join(", "),
      );
}
