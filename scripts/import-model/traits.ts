import { sortedEntries } from "./json.js";
import type { Traits } from "./smithy-ast.js";

/** Traits in order, with documentation if there is any. */
export function withDocumentation(traits: Traits, documentation: string | undefined): Traits {
  return sortTraits(
    documentation === undefined ? traits : { ...traits, "smithy.api#documentation": documentation },
  );
}

/** Traits ordered by id. */
export function sortTraits(traits: Traits): Traits {
  return Object.fromEntries(sortedEntries(traits));
}

/** The `traits` property of a shape or member, which is left out where there are none. */
export function optionalTraits(traits: Traits): { traits?: Traits } {
  return Object.keys(traits).length === 0 ? {} : { traits };
}
