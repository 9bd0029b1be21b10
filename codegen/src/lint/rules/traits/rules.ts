import type { Rule } from "../../rule.js";
import { conditionsTrait } from "./conditions-trait.js";
import { defaultTrait } from "./default-trait.js";
import { deprecatedTrait } from "./deprecated-trait.js";
import { examplesTrait } from "./examples-trait.js";
import { lengthTrait } from "./length-trait.js";
import { metadataTrait } from "./metadata-trait.js";
import { patternTrait } from "./pattern-trait.js";
import { rangeTrait } from "./range-trait.js";
import { referencesTrait } from "./references-trait.js";
import { traitBreakingChanges } from "./trait-breaking-changes.js";
import { traitConflict } from "./trait-conflict.js";
import { traitTarget } from "./trait-target.js";
import { traitValidators } from "./trait-validators.js";
import { traitValue } from "./trait-value.js";
import { unstableTrait } from "./unstable-trait.js";

/** Rules about traits. */
export const traitsRules: readonly Rule[] = [
  conditionsTrait,
  defaultTrait,
  deprecatedTrait,
  examplesTrait,
  lengthTrait,
  metadataTrait,
  patternTrait,
  rangeTrait,
  referencesTrait,
  traitBreakingChanges,
  traitConflict,
  traitTarget,
  traitValidators,
  traitValue,
  unstableTrait,
];
