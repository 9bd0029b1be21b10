import type { Member, Shape } from "../../ir/ir.js";
import { code, commas, literal, type Code } from "../code/code.js";

/** Returns the default of a member as a value of its type; `undefined` if it has none. */
export function defaultValue(member: Member): Code | undefined {
  const { defaultValue: value, target } = member;
  if (value === undefined) return undefined;
  switch (target.kind) {
    case "blob":
      return typeof value === "string" ? bytes(value) : undefined;
    case "timestamp":
      return typeof value === "number" || typeof value === "string" ? date(value) : undefined;
    case "bigInteger":
      return isNumeric(value) ? literal(BigInt(value)) : undefined;
    case "bigDecimal":
      return isNumeric(value) ? literal(String(value)) : undefined;
    default:
      if (typeof value === "object") return Array.isArray(value) ? code`[]` : code`{}`;
      return literal(value);
  }
}

function isNumeric(value: unknown): value is number | bigint {
  return typeof value === "number" || typeof value === "bigint";
}

function bytes(base64: string): Code {
  const values = [...Buffer.from(base64, "base64")].map(literal);
  return code`new Uint8Array([${commas(values)}])`;
}

function date(value: number | string): Code {
  const time = typeof value === "number" ? value * 1000 : Date.parse(value);
  return code`new Date(${literal(time)})`;
}

/**
 * Returns the value for a required member that is missing in a response (Smithy 2.0, "Client error
 * correction"); `undefined` for structures, which are read from an empty object.
 */
export function zeroValue(shape: Shape): Code | undefined {
  switch (shape.kind) {
    case "string":
      return literal("");
    case "enum":
      return literal(shape.type === "string" ? "" : 0);
    case "boolean":
      return literal(false);
    case "integer":
    case "float":
      return literal(0);
    case "bigInteger":
      return literal(0n);
    case "bigDecimal":
      return literal("0");
    case "timestamp":
      return code`new Date(0)`;
    case "document":
      return code`null`;
    case "blob":
      return shape.streaming ? undefined : code`new Uint8Array()`;
    case "list":
      return code`[]`;
    case "map":
      return code`{}`;
    case "union":
      return shape.streaming ? undefined : code`{ $unknown: ["", null] }`;
    case "structure":
      return undefined;
  }
}
