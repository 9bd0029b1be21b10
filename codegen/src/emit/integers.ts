import { code, literal, type Code } from "./code.js";

/**
 * The bounds of an integer type, inclusive. A `long` is a JavaScript number, which is exact up to
 * 2^53 - 1; a larger one is refused rather than rounded.
 */
export function integerBounds(
  type: "byte" | "short" | "integer" | "long",
): readonly [least: Code, most: Code] {
  switch (type) {
    case "byte":
      return [literal(-128), literal(127)];
    case "short":
      return [literal(-32768), literal(32767)];
    case "integer":
      return [literal(-2147483648), literal(2147483647)];
    case "long":
      return [code`Number.MIN_SAFE_INTEGER`, code`Number.MAX_SAFE_INTEGER`];
  }
}
