import type { Rule } from "../../rule.js";
import { deprecatedShape } from "./deprecated-shape.js";
import { enumShape } from "./enum-shape.js";
import { enumTrait } from "./enum-trait.js";
import { privateAccess } from "./private-access.js";
import { privateMixinMember } from "./private-mixin-member.js";
import { shapeRecursion } from "./shape-recursion.js";
import { syntheticShape } from "./synthetic-shape.js";
import { union } from "./union.js";
import { unitType } from "./unit-type.js";

/** Rules about shapes. */
export const shapesRules: readonly Rule[] = [
  deprecatedShape,
  enumShape,
  enumTrait,
  privateAccess,
  privateMixinMember,
  shapeRecursion,
  syntheticShape,
  union,
  unitType,
];
