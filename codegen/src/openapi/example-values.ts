import type { JsonValue } from "../../runtime/types.js";
import type { Member, Shape, TimestampFormat } from "../ir/ir.js";
import { jsonFormatOf } from "../ir/wire.js";
import { isRecord, own } from "../load/parse-model.js";
import { plainJson } from "./notes.js";

/**
 * Converts the value of an example, in which members have the names of the model, to JSON on the wire. What
 * does not fit the shape is kept.
 * @param format the format of a timestamp in this part of the message
 */
export function wireValue(
  member: Member,
  node: unknown,
  format: TimestampFormat = jsonFormatOf(member),
): JsonValue {
  return shapeValue(member.target, node, format);
}

/** Converts the members of an object. */
export function wireMembers(
  members: readonly Member[],
  node: Readonly<Record<string, unknown>>,
): Record<string, JsonValue> {
  return Object.fromEntries(
    members.flatMap((member): [string, JsonValue][] => {
      const value = own(node, member.name) ?? undefined;
      return value === undefined ? [] : [[member.wireName, wireValue(member, value)]];
    }),
  );
}

function shapeValue(shape: Shape, node: unknown, format: TimestampFormat): JsonValue {
  switch (shape.kind) {
    case "structure":
    case "union":
      return isRecord(node) ? wireMembers(shape.members, node) : plainJson(node);
    case "list": {
      const { member } = shape;
      return Array.isArray(node)
        ? node.map((item) => wireValue(member, item, member.timestampFormat ?? format))
        : plainJson(node);
    }
    case "map": {
      const { value } = shape;
      return isRecord(node)
        ? Object.fromEntries(
            Object.entries(node).map(([key, item]) => [key, wireValue(value, item)]),
          )
        : plainJson(node);
    }
    case "timestamp":
      return timestampValue(node, format);
    case "blob":
      return typeof node === "string" ? toBase64(node) : plainJson(node);
    default:
      return plainJson(node);
  }
}

function timestampValue(node: unknown, format: TimestampFormat): JsonValue {
  const date =
    typeof node === "number" || typeof node === "string"
      ? new Date(typeof node === "number" ? node * 1000 : node)
      : undefined;
  if (date === undefined || Number.isNaN(date.getTime())) return plainJson(node);
  switch (format) {
    case "date-time":
      return date.toISOString().replace(".000Z", "Z");
    case "http-date":
      return date.toUTCString();
    case "epoch-seconds":
      return date.getTime() / 1000;
  }
}

/** Blobs of examples are base64, or else text. */
function toBase64(text: string): string {
  const isBase64 = Buffer.from(text, "base64").toString("base64") === text;
  return isBase64 ? text : Buffer.from(text).toString("base64");
}
