import { toDecimal } from "./big-numbers.js";

/**
 * Returns the Date of an epoch time in seconds (RFC 8949, section 3.4.2), to the millisecond.
 * @returns `undefined` if the value is no number, or beyond the range of a Date
 */
export function toDate(seconds: unknown): Date | undefined {
  // Rounding, since 1398796238.123 * 1000 is not an integer in binary floating point.
  const date = new Date(typeof seconds === "number" ? Math.round(seconds * 1000) : NaN);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

/**
 * Returns a decimal fraction as the text of a JSON number (RFC 8949, section 3.4.4).
 * @param pair the exponent and the mantissa
 * @returns `undefined` if the value is not a pair of integers
 */
export function toDecimalText(pair: unknown): string | undefined {
  const [exponent, mantissa, ...rest] = Array.isArray(pair) ? (pair as unknown[]) : [];
  return isInteger(exponent) && isInteger(mantissa) && rest.length === 0
    ? toDecimal({ exponent: BigInt(exponent), mantissa: BigInt(mantissa) })
    : undefined;
}

function isInteger(value: unknown): value is number | bigint {
  return typeof value === "bigint" || Number.isSafeInteger(value);
}
