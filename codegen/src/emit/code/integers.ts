import type { IntegerShape } from "../../ir/ir.js";
import { integerBounds as boundsOf } from "../../../runtime/schema/bounds.js";
import { code, literal, type Code } from "./code.js";

/** Returns the bounds of an integer type, inclusive. */
export function integerBounds(type: IntegerShape["type"]): readonly [least: Code, most: Code] {
  if (type === "long") return [code`Number.MIN_SAFE_INTEGER`, code`Number.MAX_SAFE_INTEGER`];
  const [least, most] = boundsOf(type);
  return [literal(least), literal(most)];
}
