import type { Rule } from "../../rule.js";
import { uniqueWaiterNames } from "./unique-waiter-names.js";
import { waitableTrait } from "./waitable-trait.js";

/** Rules about waiters. */
export const waitersRules: readonly Rule[] = [uniqueWaiterNames, waitableTrait];
