import { typeName } from "./json.js";
import { unwritable, type WritePlace } from "./write.js";
import { parseBigDecimal, parseBigInteger } from "../values/big-numbers.js";
import { isDecimal } from "../values/decimals.js";
import { at, type Key } from "../values/path.js";
import { mismatch, type ReadPlace } from "../values/reader.js";

/*
 * Numbers of any size and precision as JSON strings (Smithy RPC v2 JSON protocol, "Shape
 * serialization").
 */

export function readBigIntegerText(value: unknown, here: ReadPlace, key: Key): bigint {
  return typeof value === "string"
    ? parseBigInteger(value, here, key)
    : mismatch(at(here, key), "an integer as a string", typeName(value));
}

export function readBigDecimalText(value: unknown, here: ReadPlace, key: Key): string {
  return typeof value === "string"
    ? parseBigDecimal(value, here, key)
    : mismatch(at(here, key), "a number as a string", typeName(value));
}

export function writeBigIntegerText(value: bigint, here: WritePlace, key: Key): string {
  return typeof value === "bigint"
    ? String(value)
    : unwritable(at(here, key), "a bigint", typeName(value));
}

export function writeBigDecimalText(value: string, here: WritePlace, key: Key): string {
  return typeof value === "string" && isDecimal(value)
    ? value
    : unwritable(at(here, key), "a decimal number as text", typeName(value));
}
