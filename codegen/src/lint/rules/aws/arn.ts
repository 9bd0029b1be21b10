import { isIdentifier } from "../../../load/names.js";
import type { ResourceShape, Trait } from "../../../model/model.js";
import type { Rule, RuleContext } from "../../rule.js";
import { listed, textMember, traitMember } from "../http/trait-values.js";
import { resourcesOf } from "../services/contained.js";
import { awsServices } from "./aws-service.js";

const arn = "aws.api#arn";

/** The templates of ARNs have labels for the identifiers of their resources, and no others. */
export const arnTemplate: Rule = {
  id: "ArnTemplate",
  *check(context) {
    for (const { service } of awsServices(context)) {
      for (const resource of resourcesOf(context.model, service)) {
        const trait = resource.traits.get(arn);
        if (trait !== undefined) yield* checkTemplate(resource, trait, context);
      }
    }
  },
};

/** Only absolute ARNs say how resources are delimited. */
export const arnTrait: Rule = {
  id: "ArnTrait",
  *check({ withTrait, event }) {
    for (const resource of withTrait(arn)) {
      const trait = resource.traits.get(arn);
      if (trait === undefined || textMember(trait, "resourceDelimiter") === undefined) continue;
      if (traitMember(trait, "absolute") === true) continue;
      const message = "the trait arn has a resourceDelimiter, but is not absolute";
      yield event("ERROR", resource, message, { location: trait.location });
    }
  },
};

function* checkTemplate(
  resource: ResourceShape,
  trait: Trait,
  { event }: RuleContext,
): ReturnType<Rule["check"]> {
  const { location } = trait;
  const template = textMember(trait, "template") ?? "";
  const what = `the trait arn has the template ${JSON.stringify(template)}`;
  const labels = new Set([...template.matchAll(/\{([^}]+)\}/g)].map(([, label = ""]) => label));
  const invalid = [...labels].filter((label) => !isIdentifier(label.replace(/^[!|+]/, "")));
  if (invalid.length > 0) {
    yield event("ERROR", resource, `${what}, whose labels are invalid: ${listed(invalid)}`, {
      location,
    });
    return;
  }
  const missing = [...resource.identifiers.keys()].filter((name) => !labels.has(name));
  const unknown = [...labels].filter((label) => !resource.identifiers.has(label));
  if (missing.length > 0)
    yield event("ERROR", resource, `${what} without the identifiers ${listed(missing)}`, {
      location,
    });
  if (unknown.length > 0)
    yield event(
      "ERROR",
      resource,
      `${what}, whose labels are no identifiers of the resource: ${listed(unknown)}`,
      { location },
    );
}
