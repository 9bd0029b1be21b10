import type { Rule } from "../../rule.js";
import { deprecatedShape } from "./deprecated-shape.js";

/** Rules about shapes. */
export const shapesRules: readonly Rule[] = [deprecatedShape];
