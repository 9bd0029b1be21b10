import { sortedEntries } from "./json.js";
import type { Traits } from "./smithy-ast.js";

/** Returns sorted traits, with the documentation if there is any. */
export function withDocumentation(traits: Traits, documentation: string | undefined): Traits {
  return sortTraits(
    documentation === undefined ? traits : { ...traits, "smithy.api#documentation": documentation },
  );
}

/** Returns traits sorted by id. */
export function sortTraits(traits: Traits): Traits {
  return Object.fromEntries(sortedEntries(traits));
}

/** Returns the `traits` property of a shape or member, or nothing if there are no traits. */
export function optionalTraits(traits: Traits): { traits?: Traits } {
  return Object.keys(traits).length === 0 ? {} : { traits };
}
