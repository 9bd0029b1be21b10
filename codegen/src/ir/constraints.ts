import type { Traits } from "../load/ast.js";
import type { Diagnostics } from "../diagnostics/diagnostics.js";
import { hasTrait, stringTrait, traitProperty } from "../load/traits.js";
import type { Bounds, Constraints } from "./ir.js";
import { compilePattern } from "./patterns.js";

/** Reads the constraint traits of a shape or member; `place` is its id, for messages. */
export function constraintsOf(
  holder: { readonly traits: Traits },
  place: string,
  diagnostics: Diagnostics,
): Constraints {
  return {
    length: numbersOf(boundsOf(holder, "smithy.api#length", place, diagnostics)),
    range: boundsOf(holder, "smithy.api#range", place, diagnostics),
    pattern: patternOf(holder, place, diagnostics),
  };
}

/** A member's constraints replace those of its target, trait by trait (Smithy 2.0, "Constraint traits"). */
export function mergeConstraints(target: Constraints, member: Constraints): Constraints {
  return {
    length: member.length ?? target.length,
    range: member.range ?? target.range,
    pattern: member.pattern ?? target.pattern,
  };
}

function boundsOf(
  holder: { readonly traits: Traits },
  id: string,
  place: string,
  diagnostics: Diagnostics,
): Bounds<number | bigint> | undefined {
  if (!hasTrait(holder, id)) return undefined;
  const min = bound(traitProperty(holder, id, "min"));
  const max = bound(traitProperty(holder, id, "max"));
  const name = id.slice(id.indexOf("#") + 1);
  if (min === "invalid" || max === "invalid" || (min === undefined && max === undefined)) {
    diagnostics.error(
      "SC1404",
      place,
      `the trait ${name} must have "min", "max" or both, as numbers`,
    );
    return undefined;
  }
  if (min !== undefined && max !== undefined && min > max) {
    diagnostics.error(
      "SC1405",
      place,
      `the trait ${name} has a "min" of ${min} that is greater than its "max" of ${max}`,
    );
  }
  return { min, max };
}

/** Converts bounds to JavaScript numbers, which rounds those beyond 2^53. */
export function numbersOf(bounds: Bounds<number | bigint> | undefined): Bounds<number> | undefined {
  if (bounds === undefined) return undefined;
  const { min, max } = bounds;
  return {
    min: min === undefined ? undefined : Number(min),
    max: max === undefined ? undefined : Number(max),
  };
}

function bound(value: unknown): number | bigint | undefined | "invalid" {
  if (value === undefined || typeof value === "bigint") return value;
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  if (typeof number !== "number" || !Number.isFinite(number)) return "invalid";
  const isRounded = typeof value === "string" && /^-?\d+$/.test(value);
  return isRounded && !Number.isSafeInteger(number) ? BigInt(value) : number;
}

function patternOf(
  holder: { readonly traits: Traits },
  place: string,
  diagnostics: Diagnostics,
): Constraints["pattern"] {
  const source = stringTrait(holder, "smithy.api#pattern");
  if (source === undefined) return undefined;
  const pattern = compilePattern(source);
  if (pattern === undefined) {
    diagnostics.warn(
      "SC1406",
      place,
      `the pattern ${JSON.stringify(source)} is not a valid JavaScript regular expression, and cannot be translated to one; it is not checked`,
    );
  }
  return pattern;
}
