import { startValidation } from "../../runtime/check/validation.js";
import type { Structure } from "../ir/ir.js";
import { checkShape } from "../validate/check-value.js";

/** Returns whether a value satisfies the constraints of a structure. */
export function isValid(shape: Structure, value: unknown): boolean {
  const here = startValidation(undefined);
  checkShape(shape, value, here);
  return here.context.found === undefined;
}
