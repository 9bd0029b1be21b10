import type { Rule, RuleContext } from "../../rule.js";
import { parseHostPattern } from "./host-pattern.js";
import { operationsWith } from "./operations.js";
import { PatternError } from "./segments.js";
import { textMember } from "./trait-values.js";
import { parseUriPattern } from "./uri-pattern.js";

/** The patterns of the traits http and endpoint are valid. Smithy finds this out while it loads a model. */
export const patternTraits: Rule = {
  id: "Model",
  *check(context) {
    yield* checkPatterns(context, "http", "uri", parseUriPattern);
    yield* checkPatterns(context, "endpoint", "hostPrefix", parseHostPattern);
  },
};

function* checkPatterns(
  context: RuleContext,
  name: string,
  member: string,
  parse: (text: string) => unknown,
): ReturnType<Rule["check"]> {
  for (const { operation, trait } of operationsWith(context, `smithy.api#${name}`)) {
    const text = textMember(trait, member);
    if (text === undefined) continue;
    try {
      parse(text);
    } catch (error) {
      if (!(error instanceof PatternError)) throw error;
      const message = `${member} of the trait ${name}, ${JSON.stringify(text)}, ${error.message}`;
      yield context.event("ERROR", operation, message, { location: trait.location });
    }
  }
}
