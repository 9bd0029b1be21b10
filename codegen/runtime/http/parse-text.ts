import { decodeBase64, encodeBase64 } from "../values/base64.js";
import { at, type Key } from "../values/path.js";
import { mismatch, type ReadPlace } from "../values/reader.js";
import { typeName } from "../json/json.js";
import { fromEpochSeconds } from "../values/timestamps.js";
import { unwritable, type WritePlace } from "../json/write.js";

/*
 * Scalars as text: in labels, query parameters and headers (Smithy 2.0, "HTTP bindings").
 */

const text = "text in another format";

export function parseBoolean(value: string, here: ReadPlace, key: Key): boolean {
  if (value === "true") return true;
  return value === "false" ? false : mismatch(at(here, key), '"true" or "false"', text);
}

/** Parses an integer between two bounds, inclusive. */
export function parseInteger(
  value: string,
  here: ReadPlace,
  key: Key,
  min: number,
  max: number,
): number {
  const number = /^-?\d+$/.test(value) ? Number(value) : NaN;
  if (number >= min && number <= max) return number;
  const received = Number.isNaN(number) ? text : "an integer out of range";
  return mismatch(at(here, key), `an integer between ${min} and ${max}`, received);
}

const decimal = /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** Parses a float or double: a number, `NaN`, `Infinity` or `-Infinity`. */
export function parseFloatText(value: string, here: ReadPlace, key: Key): number {
  const isSpecial = value === "NaN" || value === "Infinity" || value === "-Infinity";
  const number = isSpecial || decimal.test(value) ? Number(value) : undefined;
  if (number !== undefined && (isSpecial || Number.isFinite(number))) return number;
  const received = number === undefined ? text : "a number that is too large";
  return mismatch(at(here, key), "a number, NaN, Infinity or -Infinity", received);
}

/** Parses a number of seconds since 1970-01-01T00:00:00Z. */
export function parseEpochSeconds(value: string, here: ReadPlace, key: Key): Date {
  const date = /^-?\d+(?:\.\d+)?$/.test(value) ? fromEpochSeconds(Number(value)) : undefined;
  return date ?? mismatch(at(here, key), "a number of epoch seconds", text);
}

/** Decodes a string with a media type, which is base64 in headers. */
export function decodeMediaType(value: string, here: ReadPlace, key: Key): string {
  const bytes = decodeBase64(value);
  if (bytes !== undefined) {
    try {
      return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      // Rejected below.
    }
  }
  return mismatch(at(here, key), "text in base64", text);
}

/** Encodes a string with a media type for a header. */
export function encodeMediaType(value: string, here: WritePlace, key: Key): string {
  if (typeof value !== "string") return unwritable(at(here, key), "a string", typeName(value));
  return encodeBase64(new TextEncoder().encode(value));
}
