import { maxBytes, toBigInt, toDecimal } from "./big-numbers.js";

/** Fails with what was received instead of the value of a tag. */
export interface TagReader {
  fail(received: string): never;
}

/** Returns the Date of an epoch time (RFC 8949, section 3.4.2). */
export function dateOf(seconds: unknown, reader: TagReader): Date {
  // Rounding, since 1398796238.123 * 1000 is not an integer in binary floating point.
  const time = typeof seconds === "number" ? Math.round(seconds * 1000) : NaN;
  return Math.abs(time) <= latest
    ? new Date(time)
    : reader.fail("an epoch time that is not a Date");
}

/** The greatest time of a Date (ECMAScript, "Time Values and Time Range"). */
const latest = 8.64e15;

/** Returns the unsigned integer of a byte string (RFC 8949, section 3.4.3). */
export function integerOf(bytes: unknown, reader: TagReader): bigint {
  if (!(bytes instanceof Uint8Array)) return reader.fail("a big integer without bytes");
  if (bytes.length > maxBytes) reader.fail(`an integer of more than ${maxBytes} bytes`);
  return toBigInt(bytes);
}

/** Returns the text of a decimal fraction (RFC 8949, section 3.4.4). */
export function decimalOf(pair: unknown, reader: TagReader): string {
  const [exponent, mantissa, ...rest] = Array.isArray(pair) ? (pair as unknown[]) : [];
  return isInteger(exponent) && isInteger(mantissa) && rest.length === 0
    ? toDecimal({ exponent: BigInt(exponent), mantissa: BigInt(mantissa) })
    : reader.fail("a decimal fraction that is not a pair of integers");
}

function isInteger(value: unknown): value is number | bigint {
  return typeof value === "bigint" || Number.isSafeInteger(value);
}
