import type { Rule } from "../../rule.js";

/** Rules about traits. */
export const traitsRules: readonly Rule[] = [];
