import type { Rule } from "./rule.js";
import { coreRules } from "./rules/core/rules.js";
import { httpRules } from "./rules/http/rules.js";
import { servicesRules } from "./rules/services/rules.js";
import { shapesRules } from "./rules/shapes/rules.js";
import { traitsRules } from "./rules/traits/rules.js";

export { coreRules };

/** Every rule, apart from those that must hold before any other can be checked. */
export const rules: readonly Rule[] = [
  ...shapesRules,
  ...traitsRules,
  ...servicesRules,
  ...httpRules,
];
