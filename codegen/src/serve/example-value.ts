import { setEntry } from "../../runtime/json/json.js";
import type { Member, Shape } from "../ir/ir.js";
import { isRecord, own } from "../load/parse-model.js";

/**
 * Converts a node value of an example to a value of a shape. Members have the names of the model;
 * timestamps are text or seconds; blobs are base64, or else text. What does not fit is kept as it is,
 * for the check of the shape.
 */
export function exampleValue(shape: Shape, node: unknown): unknown {
  switch (shape.kind) {
    case "structure":
    case "union":
      return isRecord(node) ? membersValue(shape.members, node) : node;
    case "list":
      return Array.isArray(node) ? node.map((item) => itemValue(shape.member, item)) : node;
    case "map":
      return isRecord(node)
        ? fromEntries(
            Object.entries(node).map(([key, item]) => [key, itemValue(shape.value, item)]),
          )
        : node;
    case "timestamp":
      return toDate(node);
    case "blob":
      return typeof node === "string" ? toBytes(node) : node;
    case "float":
      return typeof node === "string" && /^(NaN|-?Infinity)$/.test(node) ? Number(node) : node;
    case "bigInteger":
      return /^-?\d+$/.test(String(node)) ? BigInt(String(node)) : node;
    case "bigDecimal":
      return typeof node === "number" ? String(node) : node;
    default:
      return node;
  }
}

function membersValue(
  members: readonly Member[],
  node: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return fromEntries(
    members.flatMap(({ name, property, target }): [string, unknown][] => {
      const value = own(node, name) ?? undefined;
      return value === undefined ? [] : [[property, exampleValue(target, value)]];
    }),
  );
}

function itemValue({ target }: Member, node: unknown): unknown {
  return node === null ? null : exampleValue(target, node);
}

function fromEntries(entries: readonly (readonly [string, unknown])[]): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const [key, value] of entries) setEntry(result, key, value);
  return result;
}

function toDate(node: unknown): unknown {
  if (typeof node !== "number" && typeof node !== "string") return node;
  const date = new Date(typeof node === "number" ? node * 1000 : node);
  return Number.isNaN(date.getTime()) ? node : date;
}

function toBytes(text: string): Uint8Array {
  const bytes = Buffer.from(text, "base64");
  return new Uint8Array(bytes.toString("base64") === text ? bytes : Buffer.from(text));
}
