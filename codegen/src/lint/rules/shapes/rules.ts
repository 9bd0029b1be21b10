import type { Rule } from "../../rule.js";

/** Rules about shapes. */
export const shapesRules: readonly Rule[] = [];
