import type { Member } from "../ir/ir.js";

/** Returns a member's default as a value of its type, or `undefined` if it has none. */
export function defaultOf({ defaultValue: value, target }: Member): unknown {
  if (value === undefined) return undefined;
  switch (target.kind) {
    case "blob":
      return typeof value === "string" ? new Uint8Array(Buffer.from(value, "base64")) : undefined;
    case "timestamp":
      if (typeof value === "number") return new Date(value * 1000);
      return typeof value === "string" ? new Date(value) : undefined;
    case "bigInteger":
      return typeof value === "number" || typeof value === "bigint" ? BigInt(value) : undefined;
    case "bigDecimal":
      return typeof value === "number" || typeof value === "bigint" ? String(value) : undefined;
    default:
      return value;
  }
}
