import { shapeClosure } from "./metadata/shape-closure.js";
import { typedMetadata } from "./metadata/typed-metadata.js";
import type { Rule } from "./rule.js";
import { coreRules, creationRules } from "./rules/core/rules.js";
import { httpRules } from "./rules/http/rules.js";
import { servicesRules } from "./rules/services/rules.js";
import { shapesRules } from "./rules/shapes/rules.js";
import { traitsRules } from "./rules/traits/rules.js";

export { coreRules, creationRules };

/** Every rule, apart from those that must hold before any other can be checked. */
export const rules: readonly Rule[] = [
  ...shapesRules,
  ...traitsRules,
  ...servicesRules,
  ...httpRules,
  shapeClosure,
  typedMetadata,
];
