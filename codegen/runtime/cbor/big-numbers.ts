import { isDecimal } from "../values/decimals.js";

/** Limits, since conversions between digits and integers take more than linear time. */
export const maxDigits = 100_000;
/** The number of bytes that `maxDigits` digits need. */
export const maxBytes = 41_525;

/** Returns the unsigned integer with these bytes, the most significant one first. */
export function toBigInt(bytes: Uint8Array): bigint {
  let digits = "0x0";
  for (const byte of bytes) digits += byte.toString(16).padStart(2, "0");
  return BigInt(digits);
}

/** Returns the bytes of an unsigned integer, the most significant one first. */
export function toBytes(value: bigint): Uint8Array {
  const digits = value.toString(16);
  const bytes = new Uint8Array((digits.length + 1) >> 1);
  for (let end = digits.length, at = bytes.length - 1; at >= 0; at--, end -= 2) {
    bytes[at] = Number.parseInt(digits.slice(Math.max(end - 2, 0), end), 16);
  }
  return bytes;
}

/** The value `mantissa * 10 ** exponent` (RFC 8949, section 3.4.4). */
export interface DecimalFraction {
  readonly mantissa: bigint;
  readonly exponent: bigint;
}

/**
 * Returns a decimal fraction as the text of a JSON number. The text is not much longer than the
 * mantissa, whatever the exponent is.
 */
export function toDecimal({ mantissa, exponent }: DecimalFraction): string {
  const sign = mantissa < 0n ? "-" : "";
  const digits = String(mantissa).slice(sign.length);
  if (exponent === 0n) return `${sign}${digits}`;
  // Up to six zeros after the decimal point, like numbers of JavaScript.
  if (exponent > 0n || exponent < -digits.length - 6) return `${sign}${digits}e${exponent}`;
  const places = -Number(exponent);
  const padded = digits.padStart(places + 1, "0");
  return `${sign}${padded.slice(0, -places)}.${padded.slice(-places)}`;
}

/**
 * Returns the text of a JSON number as a decimal fraction. The sign of a negative zero is lost.
 * @returns `undefined` if the text is not a JSON number or has more than `maxDigits` characters
 */
export function parseDecimal(text: string): DecimalFraction | undefined {
  if (text.length > maxDigits || !isDecimal(text)) return undefined;
  const [digits = "", power = "0"] = text.split(/[eE]/);
  const [whole = "", fraction = ""] = digits.split(".");
  return {
    mantissa: toInteger(whole + fraction),
    exponent: toInteger(power) - BigInt(fraction.length),
  };
}

/** `BigInt` accepts signs only of integers in its own format. */
function toInteger(digits: string): bigint {
  return digits.startsWith("-") ? -BigInt(digits.slice(1)) : BigInt(digits.replace("+", ""));
}
