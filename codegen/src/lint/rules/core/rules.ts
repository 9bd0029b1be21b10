import type { Rule } from "../../rule.js";
import { resourceCycle } from "./resource-cycle.js";
import { target } from "./target.js";
import { traitCreation } from "./trait-creation.js";

/** Rules that belong to loading. */
export const creationRules: readonly Rule[] = [traitCreation];

/** Rules without which others cannot be checked. */
export const coreRules: readonly Rule[] = [target, resourceCycle];
