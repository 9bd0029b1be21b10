import { findShape } from "../../../model/find-shape.js";
import { unitId } from "../../../load/prelude.js";
import type { OperationShape } from "../../../model/model.js";
import type { Rule, RuleContext } from "../../rule.js";
import { operationsWith } from "./operations.js";
import { listed, textsMember } from "./trait-values.js";

const supported: ReadonlySet<string> = new Set(["gzip"]);

/** Compressed requests have a body whose length need not be known, and an encoding that exists. */
export const requestCompressionTrait: Rule = {
  id: "RequestCompressionTrait",
  *check(context) {
    const { event } = context;
    for (const { operation, trait } of operationsWith(context, "smithy.api#requestCompression")) {
      yield* checkInput(operation, context);
      const encodings = textsMember(trait, "encodings");
      const unknown = encodings.filter((each) => !supported.has(each.toLowerCase()));
      const { location } = trait;
      if (encodings.length === 0)
        yield event("ERROR", operation, "the trait requestCompression names no encoding", {
          location,
        });
      else if (unknown.length > 0)
        yield event(
          "ERROR",
          operation,
          `the trait requestCompression names unknown encodings: ${listed(unknown)}; known is gzip`,
          { location },
        );
    }
  },
};

function* checkInput(
  operation: OperationShape,
  { model, event }: RuleContext,
): ReturnType<Rule["check"]> {
  if (operation.input === unitId) {
    const message = "has the trait requestCompression, but no input that could be compressed";
    yield event("ERROR", operation, message);
    return;
  }
  for (const member of findShape(model, operation.input)?.members.values() ?? []) {
    const traits = findShape(model, member.target)?.traits;
    if (traits?.has("smithy.api#streaming") !== true) continue;
    if (!traits.has("smithy.api#requiresLength")) continue;
    const message = `has the trait requestCompression, but ${member.id} is a stream whose length must be known`;
    yield event("ERROR", operation, message);
  }
}
