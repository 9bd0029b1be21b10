import { checkRange } from "../check/check-number.js";
import { wrongType } from "../check/check.js";
import { integerDigits } from "./decimals.js";
import { JsonNumber, numberName, typeName } from "../json/json.js";
import { at, type Key } from "./path.js";
import { mismatch, type ReadPlace } from "./reader.js";
import { report, type CheckPlace } from "../check/validation.js";
import { unwritable, type WritePlace } from "../json/write.js";
import type { EventMessage } from "../http/event-streams.js";
import type { JsonValue } from "../types.js";

/*
 * A `long` as a bigint: an exact 64-bit integer.
 */

const least = -9223372036854775808n;
const greatest = 9223372036854775807n;
const expected = "an integer between -9223372036854775808 and 9223372036854775807";

function isInt64(value: unknown): value is bigint {
  return typeof value === "bigint" && value >= least && value <= greatest;
}

/**
 * Reads a long from JSON: a `JsonNumber`, a bigint, or a safe integer. Rejects a JavaScript number
 * beyond 2^53 - 1, since `JSON.parse` may have rounded it.
 */
export function readInt64(value: unknown, here: ReadPlace, key: Key): bigint {
  if (isInt64(value)) return value;
  if (Number.isSafeInteger(value)) return BigInt(value as number);
  const digits = value instanceof JsonNumber ? integerDigits(value.text, 19) : undefined;
  const integer = digits === undefined ? undefined : BigInt(digits);
  return isInt64(integer) ? integer : mismatch(at(here, key), expected, received(value));
}

function received(value: unknown): string {
  if (value instanceof JsonNumber) return "another number";
  return Number.isInteger(value)
    ? "a number beyond 2^53 - 1, which may have been rounded"
    : numberName(value);
}

/** Parses a long in a label, query parameter or header. */
export function parseInt64(text: string, here: ReadPlace, key: Key): bigint {
  const digits = /^-?\d+$/.test(text) ? integerDigits(text, 19) : undefined;
  const integer = digits === undefined ? undefined : BigInt(digits);
  if (isInt64(integer)) return integer;
  const found = /^-?\d+$/.test(text) ? "an integer out of range" : "text in another format";
  return mismatch(at(here, key), expected, found);
}

/** Checks that a long is a bigint within 64 bits. */
export function int64(value: bigint, here: WritePlace, key: Key): bigint {
  if (isInt64(value)) return value;
  const found = typeof value === "bigint" ? "an integer out of range" : typeName(value);
  return unwritable(at(here, key), expected.replace("an integer", "a bigint"), found);
}

/** Writes a long as a JSON number with all digits. */
export function writeInt64(value: bigint, here: WritePlace, key: Key): JsonValue {
  const number = Number(int64(value, here, key));
  return Number.isSafeInteger(number)
    ? number
    : (new JsonNumber(String(value)) as unknown as JsonValue);
}

/** Checks a long. */
export function checkInt64(
  value: unknown,
  here: CheckPlace,
  key: Key,
  min: number | bigint = -Infinity,
  max: number | bigint = Infinity,
  sensitive?: boolean,
): void {
  if (isInt64(value)) checkRange(value, here, key, min, max, sensitive);
  else if (typeof value === "bigint")
    report(at(here, key), "type", `be ${expected}`, "another number");
  else if (value != null) wrongType(value, here, key, "a bigint");
}

/** Returns the value of an event header for a long. */
export function readEventInt64({ headers }: EventMessage, name: string): unknown {
  const header = Object.hasOwn(headers, name) ? headers[name] : undefined;
  if (header?.type !== "long") return header?.value;
  const { buffer, byteOffset } = header.value.bytes;
  return new DataView(buffer, byteOffset, 8).getBigInt64(0);
}
