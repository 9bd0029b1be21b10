import { anything, typeOf, type Sample } from "./sample.js";

/** Compares two values as JMESPath does. `undefined` if the comparator has no meaning for their type. */
export function compareSamples(
  left: Sample,
  right: Sample,
  comparator: string,
): boolean | undefined {
  if (left === anything) return true;
  if (typeOf(left) !== typeOf(right)) return false;
  if (comparator === "EQ" || comparator === "NE") return (left === right) === (comparator === "EQ");
  if (typeof left !== "number" || typeof right !== "number") return undefined;
  switch (comparator) {
    case "GT":
      return left > right;
    case "GTE":
      return left >= right;
    case "LT":
      return left < right;
    default:
      return left <= right;
  }
}
