import { compareDecimals } from "../../../runtime/values/decimals.js";
import type { NodeValue } from "../../model/node.js";
import { numberText } from "../../model/nodes.js";

/** Compares two numbers exactly. Returns `undefined` if one of the values is no number. */
export function compareNumbers(
  left: NodeValue | undefined,
  right: NodeValue | undefined,
): -1 | 0 | 1 | undefined {
  const [one, other] = [numberText(left), numberText(right)];
  if (one === undefined || other === undefined) return undefined;
  return Math.sign(compareDecimals(one, other)) as -1 | 0 | 1;
}
