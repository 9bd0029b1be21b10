import type { Rule } from "../../rule.js";
import { traitConflict } from "./trait-conflict.js";
import { traitTarget } from "./trait-target.js";
import { traitValue } from "./trait-value.js";

/** Rules about traits. */
export const traitsRules: readonly Rule[] = [traitTarget, traitValue, traitConflict];
