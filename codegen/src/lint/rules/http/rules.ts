import type { Rule } from "../../rule.js";

/** Rules about http. */
export const httpRules: readonly Rule[] = [];
