import type { Rule } from "../../rule.js";
import { resourceCycle } from "./resource-cycle.js";
import { target } from "./target.js";

/** Rules without which others cannot be checked. */
export const coreRules: readonly Rule[] = [target, resourceCycle];
