import { shapeClosure } from "./metadata/shape-closure.js";
import { typedMetadata } from "./metadata/typed-metadata.js";
import type { Rule } from "./rule.js";
import { awsRules } from "./rules/aws/rules.js";
import { coreRules, creationRules as creation } from "./rules/core/rules.js";
import { patternTraits } from "./rules/http/pattern-traits.js";
import { httpRules } from "./rules/http/rules.js";
import { servicesRules } from "./rules/services/rules.js";
import { shapesRules } from "./rules/shapes/rules.js";
import { traitsRules } from "./rules/traits/rules.js";
import { waitersRules } from "./rules/waiters/rules.js";

export { coreRules };

/** Rules that belong to loading: their events have the id of loading. */
export const creationRules: readonly Rule[] = [...creation, patternTraits];

/** Every rule, apart from those that must hold before any other can be checked. */
export const rules: readonly Rule[] = [
  ...shapesRules,
  ...traitsRules,
  ...servicesRules,
  ...httpRules,
  ...waitersRules,
  ...awsRules,
  shapeClosure,
  typedMetadata,
];
