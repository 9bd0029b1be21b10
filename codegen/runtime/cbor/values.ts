import { CborDecimal, CborFloat } from "./cbor-values.js";
import { typeName } from "../json/json.js";
import { unwritable, type WritePlace } from "../json/write.js";
import { isDecimal } from "../values/decimals.js";
import { int64 } from "../values/int64.js";
import { at, type Key } from "../values/path.js";
import { mismatch, type ReadPlace } from "../values/reader.js";

/*
 * Values in decoded CBOR whose form differs from that in JSON: bytes, dates and bigints stay as they
 * are (Smithy RPC v2 CBOR protocol, "Shape serialization").
 */

/**
 * What the writers of structures, unions and maps return. An interface, from which TypeScript infers
 * that a map takes any value, and not only that of the first entry.
 */
export interface CborObject {
  [name: string]: unknown;
}

export type CborValue = unknown;

export function readCborBlob(value: unknown, here: ReadPlace, key: Key): Uint8Array {
  return value instanceof Uint8Array
    ? value
    : mismatch(at(here, key), "a byte string", typeName(value));
}

export function readCborTimestamp(value: unknown, here: ReadPlace, key: Key): Date {
  return value instanceof Date
    ? value
    : mismatch(at(here, key), "a timestamp with tag 1", typeName(value));
}

export function readCborFloat(value: unknown, here: ReadPlace, key: Key): number {
  if (typeof value === "number") return value;
  return typeof value === "bigint"
    ? Number(value)
    : mismatch(at(here, key), "a number", typeName(value));
}

export function readCborBigInteger(value: unknown, here: ReadPlace, key: Key): bigint {
  if (typeof value === "bigint") return value;
  return Number.isInteger(value)
    ? BigInt(value as number)
    : mismatch(at(here, key), "an integer", typeName(value));
}

export function readCborBigDecimal(value: unknown, here: ReadPlace, key: Key): string {
  if (typeof value === "string" && isDecimal(value)) return value;
  return typeof value === "bigint" || (typeof value === "number" && Number.isFinite(value))
    ? String(value)
    : mismatch(at(here, key), "a decimal number", typeName(value));
}

/** Integers are marked, since a float is never written as an integer. */
export function writeCborFloat(value: number, here: WritePlace, key: Key): number | CborFloat {
  if (typeof value !== "number") return unwritable(at(here, key), "a number", typeName(value));
  return Number.isInteger(value) ? new CborFloat(value) : value;
}

export function writeCborLong(value: number, here: WritePlace, key: Key): number {
  return Number.isSafeInteger(value)
    ? value
    : unwritable(at(here, key), "an integer up to 2^53 - 1", typeName(value));
}

export function writeCborInt64(value: bigint, here: WritePlace, key: Key): bigint {
  return int64(value, here, key);
}

export function writeCborBigInteger(value: bigint, here: WritePlace, key: Key): bigint {
  return typeof value === "bigint" ? value : unwritable(at(here, key), "a bigint", typeName(value));
}

export function writeCborBigDecimal(value: string, here: WritePlace, key: Key): CborDecimal {
  return typeof value === "string" && isDecimal(value)
    ? new CborDecimal(value)
    : unwritable(at(here, key), "a decimal number as text", typeName(value));
}

export function writeCborBlob(value: Uint8Array, here: WritePlace, key: Key): Uint8Array {
  return value instanceof Uint8Array
    ? value
    : unwritable(at(here, key), "a Uint8Array", typeName(value));
}

export function writeCborTimestamp(value: Date, here: WritePlace, key: Key): Date {
  return value instanceof Date && !Number.isNaN(value.getTime())
    ? value
    : unwritable(at(here, key), "a valid Date", typeName(value));
}
