import type { JsonObject, JsonValue } from "../../runtime/types.js";
import type { Documentation, Member, Structure, Union } from "../ir/ir.js";
import { jsonFormatOf } from "../ir/wire.js";
import { describe, shapeNotes } from "../json-schema/describe-text.js";

/** Returns the keywords of a member's schema that are not about its type: documentation and the default. */
export function memberNotes(member: Member): JsonObject {
  const { documentation, defaultValue } = member;
  return {
    ...describe(documentation, secondsNote(member), tokenNote(member)),
    ...(defaultValue === undefined ? {} : { default: plainJson(defaultValue) }),
  };
}

/** Returns the keywords of a structure's or union's schema that are documentation. */
export function componentNotes(shape: Structure | Union): JsonObject {
  return { ...shapeNotes(shape), ...externalDocs(shape.documentation) };
}

/** Says what the number of a timestamp is, which its schema cannot. */
function secondsNote(member: Member): string {
  return member.target.kind === "timestamp" && jsonFormatOf(member) === "epoch-seconds"
    ? "In seconds since 1970-01-01T00:00:00Z."
    : "";
}

/** Says that a member is an idempotency token (Smithy 2.0, "idempotencyToken trait"). */
export function tokenNote({ idempotencyToken }: Member): string {
  return idempotencyToken
    ? "An idempotency token: requests with the same token have the effect of one. A client makes a UUID if none is given."
    : "";
}

/**
 * Returns the link to documentation elsewhere, which is one in OpenAPI: that with the first of the names that
 * Smithy's converter knows, else the first.
 */
export function externalDocs({ links }: Documentation): { readonly externalDocs?: JsonObject } {
  const known = preferred.flatMap((name) => links.filter(([key]) => key.toLowerCase() === name));
  const [link] = [...known, ...links];
  if (link === undefined) return {};
  const [description, url] = link;
  return { externalDocs: { description, url } };
}

/** Smithy, "Converting Smithy to OpenAPI", setting `externalDocs`. */
const preferred = [
  "homepage",
  "api reference",
  "user guide",
  "developer guide",
  "reference",
  "guide",
];

/** Returns a value as JSON, in which all numbers are JavaScript numbers. */
export function plainJson(value: unknown): JsonValue {
  if (typeof value === "bigint") return Number(value);
  if (Array.isArray(value)) return value.map(plainJson);
  if (typeof value !== "object" || value === null) return value as JsonValue;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plainJson(item)]));
}
