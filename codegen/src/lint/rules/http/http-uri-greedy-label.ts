import type { Rule } from "../../rule.js";
import { httpOperations } from "./operations.js";

/** A URI has one greedy label at most, which is its last label. Few servers can route others. */
export const httpUriGreedyLabel: Rule = {
  id: "HttpUriGreedyLabel",
  *check(context) {
    for (const { operation, trait, uri } of httpOperations(context)) {
      const { location } = trait;
      const first = uri.segments.findIndex(({ kind }) => kind === "greedy");
      if (first === -1) continue;
      const after = uri.segments.slice(first + 1).filter(({ kind }) => kind !== "literal");
      if (after.length === 0) continue;
      const what = `the URI ${uri.text} has`;
      if (after.some(({ kind }) => kind === "greedy"))
        yield context.event("DANGER", operation, `${what} more than one greedy label`, {
          location,
          suffix: "MultipleGreedyLabels",
        });
      yield context.event("DANGER", operation, `${what} a label after a greedy label`, {
        location,
        suffix: "GreedyLabelIsNotLastLabel",
      });
    }
  },
};
