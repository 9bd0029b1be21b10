import type { AstServiceShape } from "../load/ast.js";
import { traitProperty } from "../load/traits.js";

/** What AWS asks of a service's clients, and no trait of the model says (the suites of protocol tests do). */
export interface Customization {
  /** Headers that every request has, in lower case. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** The texts of labels that are absent or empty, by members' names. */
  readonly labels: ReadonlyMap<string, string>;
  /** The header of a member that is the tree hash of the body, where the caller gives none. */
  readonly treeHash: string | undefined;
}

const none: Customization = { headers: [], labels: new Map(), treeHash: undefined };

/** What is special about a service. */
export function customizationOf(service: AstServiceShape): Customization {
  switch (traitProperty(service, "aws.api#service", "sdkId")) {
    case "API Gateway":
      return { ...none, headers: [["accept", "application/json"]] };
    case "Glacier":
      return {
        headers: [["x-amz-glacier-version", service.version]],
        // A hyphen stands for the account whose credentials sign the request.
        labels: new Map([["accountId", "-"]]),
        treeHash: "x-amz-sha256-tree-hash",
      };
    default:
      return none;
  }
}
