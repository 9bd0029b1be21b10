import { integerBounds } from "./bounds.js";
import type {
  BigIntegerTable,
  BlobTable,
  EnumTable,
  IntegerTable,
  NumberTable,
  StringTable,
  TableBounds,
  TimestampTable,
} from "../tables.js";
import type { JsonObject, JsonValue } from "../types.js";

/* The JSON Schemas of types that contain no other types. */

const unlimited: TableBounds = [-Infinity, Infinity];

/** Returns a schema that also allows null. */
export function orNull(schema: JsonObject): JsonObject {
  const { type, anyOf } = schema;
  if (type === documentTypes) return {};
  if (typeof type === "string") return { ...schema, type: [type, "null"] };
  const choices = Array.isArray(anyOf) ? anyOf : [schema];
  return { anyOf: [...choices, { type: "null" }] };
}

/** Returns the schema of an enum. The values are all strings or all integers. */
export function enumSchema(table: EnumTable): JsonObject {
  const values = Object.values(table.values);
  return { type: typeof values[0] === "number" ? "integer" : "string", enum: values };
}

/** Returns the schema of a string. */
export function stringSchema({ length, pattern }: StringTable): JsonObject {
  return {
    type: "string",
    ...bounds("minLength", "maxLength", length),
    ...(pattern === undefined ? {} : { pattern: pattern.source }),
  };
}

/**
 * Returns the schema of an integer. The bounds of the type `long` are omitted: values beyond them are
 * still valid JSON integers.
 */
export function integerSchema({ type, range: [min, max] = unlimited }: IntegerTable): JsonObject {
  const [least, greatest] = type === "long" ? unlimited : integerBounds(type);
  return wholeNumber([Math.max(min, least), Math.min(max, greatest)]);
}

/**
 * Returns the schema of a bigInteger in JSON. Bounds beyond 2^53 are rounded, as most JSON Schema
 * validators would do.
 */
export function bigIntegerSchema({ range: [min, max] = unlimited }: BigIntegerTable): JsonObject {
  return wholeNumber([Number(min), Number(max)]);
}

/** Returns the schema of a float or double. Values that are not finite are strings on the wire. */
export function floatSchema({ range = unlimited }: NumberTable, isInput: boolean): JsonObject {
  const number: JsonObject = { type: "number", ...bounds("minimum", "maximum", range) };
  const [min, max] = range;
  const isBounded = min !== -Infinity || max !== Infinity;
  const texts = [
    ...(isBounded ? [] : ["NaN"]),
    ...(max === Infinity ? ["Infinity"] : []),
    ...(min === -Infinity ? ["-Infinity"] : []),
  ];
  return isInput && texts.length > 0 ? { anyOf: [number, { enum: texts }] } : number;
}

/** Returns the schema of a timestamp on the wire. */
export function timestampSchema({ format }: TimestampTable): JsonObject {
  switch (format) {
    case "date-time":
      return { type: "string", format, pattern: dateTime };
    case "http-date":
      return { type: "string", pattern: httpDate() };
    case "epoch-seconds":
      return { type: "number", minimum: -62135596800, maximum: 253402300799.999 };
  }
}

/** Returns the schema of base64. Three bytes are four characters. */
export function blobSchema({ length: [min, max] = [0, Infinity] }: BlobTable): JsonObject {
  return {
    type: "string",
    contentEncoding: "base64",
    pattern: base64,
    ...bounds("minLength", "maxLength", [Math.ceil(min / 3) * 4, Math.ceil(max / 3) * 4]),
  };
}

/** The types of a document: any JSON except null, which means that a member is absent. */
export const documentTypes: JsonValue[] = ["array", "boolean", "number", "object", "string"];

/** Canonical base64, which the codec requires. */
const base64 =
  "^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/][AQgw]==|[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=)?$";

const dateTime =
  "^(?!0000)\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?Z$";

/** The three formats of an HTTP date (RFC 9110, section 5.6.7). */
function httpDate(): string {
  const days = "(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)";
  const longDays = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day";
  const months = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)";
  const tens = "[1-9]|[12]\\d|3[01])";
  const year = "(?!0000)\\d{4}";
  const time = "(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d";
  const forms = [
    `${days}, (?:0?${tens} ${months} ${year} ${time} GMT`,
    `${longDays}, (?:0${tens}-${months}-\\d\\d ${time} GMT`,
    `${days} ${months} (?:[ 0]?${tens} ${time} ${year}`,
  ];
  return `^(?:${forms.join("|")})$`;
}

function wholeNumber(range: TableBounds): JsonObject {
  return { type: "integer", ...bounds("minimum", "maximum", range) };
}

/** Returns bounds, without trivial ones: a minimum length of zero and infinity. */
export function bounds(
  minName: string,
  maxName: string,
  [min, max]: TableBounds = unlimited,
): JsonObject {
  const isLength = minName !== "minimum";
  return {
    ...(min === -Infinity || (isLength && min <= 0) ? {} : { [minName]: min }),
    ...(max === Infinity ? {} : { [maxName]: max }),
  };
}
