import { findShape } from "../../../model/find-shape.js";
import { isNodeObject, property } from "../../../model/nodes.js";
import type { Shape } from "../../../model/model.js";
import { parseSelector } from "../../../selectors/parse-selector.js";
import { select } from "../../../selectors/select.js";
import { SelectorError } from "../../../selectors/selector.js";
import type { ShapeGraph } from "../../../selectors/shape-graph.js";
import type { Entity } from "../../../selectors/attributes.js";
import { appliedTraits } from "../../applied-traits.js";
import type { Rule } from "../../rule.js";

/** Traits are applied only to shapes that match the selectors of their definitions. */
export const traitTarget: Rule = {
  id: "TraitTarget",
  *check({ model, graph, event }) {
    for (const { entity, trait } of appliedTraits(model)) {
      const definition = findShape(model, trait.id);
      if (definition === undefined) continue;
      const { location } = trait;
      if (definition.traits.has("smithy.api#mixin")) {
        const message = `${trait.id} is a mixin, which cannot be applied as a trait`;
        yield event("ERROR", entity, message, { location });
      }
      const selector = selectorOf(definition);
      if (selector === "*" || matching(graph, selector).has(entity)) continue;
      const shown = selector.replaceAll(/\s*\n\s*/g, " ").trim();
      const message = `the trait ${trait.id} can only be applied to shapes that match the selector ${shown}`;
      yield event("ERROR", entity, message, { location });
    }
  },
};

function selectorOf({ traits }: Shape): string {
  const value = traits.get("smithy.api#trait")?.value;
  const selector = isNodeObject(value) ? property(value, "selector") : "*";
  return typeof selector === "string" ? selector : "*";
}

function matching(graph: ShapeGraph, text: string): ReadonlySet<Entity> {
  return graph.matching(text, (selector) => {
    try {
      return select(graph, parseSelector(selector));
    } catch (error) {
      // An invalid selector is reported where the trait is defined. It allows every shape.
      if (error instanceof SelectorError) return new Set(graph.all());
      throw error;
    }
  });
}
