import { setEntry } from "./json.js";
import { unwritable } from "./write.js";
import type { JsonObject, JsonValue } from "./types.js";

/** A member of a union that the model does not know: its name and its JSON. */
export type UnknownMember = [name: string, value: unknown];

/** Writes a member that was read without being known, as it was. */
export function writeUnknownMember(json: JsonObject, [name, value]: UnknownMember): void {
  setEntry(json, name, value as JsonValue);
}

/** @returns the JSON of a union, if exactly one of its members is set */
export function expectOneMember(json: JsonObject): JsonObject {
  const names = Object.keys(json);
  return names.length === 1
    ? json
    : unwritable(
        "",
        "a union with exactly one member set",
        names.length === 0 ? "none" : names.join(", "),
      );
}
