import type { Entity } from "../../../selectors/attributes.js";
import type { Rule, RuleContext } from "../../rule.js";
import { bindingsOf, namesAt } from "./bindings.js";
import { httpOperations } from "./operations.js";
import { listed, textTrait } from "./trait-values.js";
import { JsonNumber } from "../../../../runtime/json/json.js";

/** Operations have status codes of success, and errors those of their kind. */
export const httpResponseCodeSemantics: Rule = {
  id: "HttpResponseCodeSemantics",
  *check(context) {
    const { model, withTrait, event } = context;
    for (const { operation, trait, code } of httpOperations(context)) {
      const { location } = trait;
      if (code < 200 || code >= 300) {
        const message = `has the status code ${code}; expected one from 200 to 299`;
        yield event("DANGER", operation, message, { location });
      } else if (code === 204 || code === 205) {
        const bindings = bindingsOf(model, operation.output, "response");
        const body = [...namesAt(bindings, "document"), ...namesAt(bindings, "payload")];
        if (body.length === 0) continue;
        const message = `has the status code ${code}, with which there is no body, but members of the output that are sent in it: ${listed(body)}`;
        yield event("WARNING", operation, message);
      }
    }
    for (const error of withTrait("smithy.api#error")) yield* checkError(error, context);
  },
};

function* checkError(error: Entity, { event }: RuleContext): ReturnType<Rule["check"]> {
  const trait = error.traits.get("smithy.api#httpError");
  const kind = textTrait(error, "smithy.api#error");
  const value = trait?.value instanceof JsonNumber ? Number(trait.value.text) : trait?.value;
  if (trait === undefined || typeof value !== "number") return;
  const first = kind === "client" ? 400 : kind === "server" ? 500 : undefined;
  if (first === undefined || (value >= first && value < first + 100)) return;
  const message = `has the status code ${value}; expected one from ${first} to ${first + 99} for an error of the ${kind ?? ""}`;
  yield event("DANGER", error, message, { location: trait.location });
}
