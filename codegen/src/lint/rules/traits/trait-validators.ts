import { isIdentifier } from "../../../load/names.js";
import { isNodeObject, property } from "../../../model/nodes.js";
import { severities, type EventSeverity, type ShapeId } from "../../../model/model.js";
import type { NodeValue } from "../../../model/node.js";
import type { Entity } from "../../../selectors/attributes.js";
import { parseSelector } from "../../../selectors/parse-selector.js";
import { select } from "../../../selectors/select.js";
import { SelectorError, type Selector } from "../../../selectors/selector.js";
import type { Rule, RuleContext } from "../../rule.js";

/** The validators of a trait, which find shapes that what has the trait does not go together with. */
export const traitValidators: Rule = {
  id: "TraitValidators",
  *check(context) {
    const { model, withTrait, event } = context;
    for (const definition of [...model.library.values(), ...model.shapes.values()]) {
      const trait = definition.traits.get("smithy.api#traitValidators");
      if (trait === undefined || !isNodeObject(trait.value)) continue;
      const wrong = Object.keys(trait.value).filter((key) => !isEventId(key));
      for (const key of wrong) {
        const message = `the key ${JSON.stringify(key)} of the trait traitValidators is not the id of an event`;
        yield event("ERROR", definition, message, { location: trait.location });
      }
      if (wrong.length > 0) continue;
      const holders = withTrait(definition.id);
      if (holders.length === 0) continue;
      for (const [key, value] of Object.entries(trait.value))
        yield* validate({ key, value, trait: definition.id }, holders, context);
    }
  },
};

interface Validator {
  readonly key: string;
  readonly value: NodeValue;
  readonly trait: ShapeId;
}

function* validate(
  { key, value, trait }: Validator,
  holders: readonly Entity[],
  { graph, event }: RuleContext,
): ReturnType<Rule["check"]> {
  if (!isNodeObject(value)) return;
  const selector = readSelector(property(value, "selector"));
  if (selector === undefined) return;
  const [given, reason] = [property(value, "severity"), property(value, "message")];
  const severity: EventSeverity = severities.find((each) => each === given) ?? "ERROR";
  const suffix = typeof reason === "string" ? `: ${reason}` : "";
  for (const holder of holders)
    for (const found of select(graph, selector, [holder])) {
      const message = `does not go together with the trait ${trait} of ${holder.id}${suffix}`;
      yield { ...event(severity, found, message), id: key };
    }
}

/** An invalid selector is reported with the value of the trait. */
function readSelector(text: NodeValue | undefined): Selector | undefined {
  if (typeof text !== "string") return undefined;
  try {
    return parseSelector(text);
  } catch (error) {
    if (error instanceof SelectorError) return undefined;
    throw error;
  }
}

function isEventId(text: string): boolean {
  return text.split(".").every(isEventIdPart);
}

/** An identifier as in the grammar of shape ids: digits can follow underscores at the beginning. */
function isEventIdPart(text: string): boolean {
  return isIdentifier(text) || /^_+[0-9][A-Za-z0-9_]*$/.test(text);
}
