import type { Rule } from "../../rule.js";

/** Rules about services. */
export const servicesRules: readonly Rule[] = [];
