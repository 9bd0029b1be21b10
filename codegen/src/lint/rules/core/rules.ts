import type { Rule } from "../../rule.js";

/** Rules without which others cannot be checked. */
export const coreRules: readonly Rule[] = [];
