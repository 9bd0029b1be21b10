import type { AstType } from "../load/ast.js";
import type { LongType } from "./ir.js";

/**
 * Checks a default against the type of its shape (Smithy 2.0, "default trait").
 * @returns what is expected instead, or `undefined` if the default is valid
 */
export function checkDefault(value: unknown, type: AstType): string | undefined {
  switch (type) {
    case "string":
    case "enum":
      return typeof value === "string" ? undefined : "a string";
    case "boolean":
      return typeof value === "boolean" ? undefined : "a boolean";
    case "byte":
    case "short":
    case "integer":
    case "intEnum":
      return Number.isInteger(value) ? undefined : "an integer";
    case "long":
    case "bigInteger":
      return Number.isInteger(value) || typeof value === "bigint" ? undefined : "an integer";
    case "float":
    case "double":
    case "bigDecimal":
      return typeof value === "bigint" || Number.isFinite(value) ? undefined : "a number";
    case "timestamp":
      return Number.isFinite(value) || (typeof value === "string" && isTime(value))
        ? undefined
        : "epoch seconds as a number, or a date-time string";
    case "blob":
      return typeof value === "string" && isBase64(value) ? undefined : "a base64 string";
    case "list":
    case "set":
      return isEmpty(value, Array.isArray(value)) ? undefined : "an empty array";
    case "map":
      return isEmpty(value, !Array.isArray(value)) ? undefined : "an empty object";
    case "document":
      return typeof value !== "object" || isEmpty(value, true)
        ? undefined
        : "a scalar, an empty array or an empty object";
    default:
      return `no default on a shape of type ${type}`;
  }
}

/**
 * Checks that the default of a `long` is in the range of its TypeScript type.
 * @returns what is expected instead, or `undefined` if the default is valid
 */
export function checkLong(value: unknown, type: AstType, long: LongType): string | undefined {
  if (type !== "long" || (typeof value !== "number" && typeof value !== "bigint")) return undefined;
  if (long === "number") {
    return Number.isSafeInteger(Number(value))
      ? undefined
      : "an integer up to 2^53 - 1 (--long bigint accepts 64 bits)";
  }
  return BigInt.asIntN(64, BigInt(value)) === BigInt(value) ? undefined : "a 64-bit integer";
}

function isEmpty(value: unknown, isKind: boolean): boolean {
  return isKind && typeof value === "object" && value !== null && Object.keys(value).length === 0;
}

function isTime(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT/.test(text) && !Number.isNaN(Date.parse(text));
}

function isBase64(text: string): boolean {
  return Buffer.from(text, "base64").toString("base64") === text;
}
