import { findShape } from "../../../model/find-shape.js";
import { isNodeObject, property } from "../../../model/nodes.js";
import type { Shape } from "../../../model/model.js";
import type { Rule } from "../../rule.js";
import { referencesOf } from "../core/references.js";

/** Shapes that are not deprecated do not use deprecated ones. */
export const deprecatedShape: Rule = {
  id: "DeprecatedShape",
  *check({ model, source, event }) {
    for (const { from, kind, to } of referencesOf(model, source)) {
      const shape = findShape(model, to);
      // Lifecycle operations are bound as operations too, and are not reported twice.
      if (shape === undefined || !kinds.has(kind)) continue;
      const notice = noticeOf(shape);
      if (notice === undefined) continue;
      yield event("WARNING", from, `refers to ${to}, which is deprecated${notice}`, { suffix: to });
    }
  },
};

const kinds: ReadonlySet<string> = new Set([
  ...["target", "resource", "operation", "identifier", "property"],
  ...["input", "output", "error", "mixin"],
]);

function noticeOf({ traits }: Shape): string | undefined {
  const trait = traits.get("smithy.api#deprecated");
  if (trait === undefined) return undefined;
  if (!isNodeObject(trait.value)) return "";
  const [since, message] = [property(trait.value, "since"), property(trait.value, "message")];
  return `${typeof since === "string" ? ` since ${since}` : ""}${typeof message === "string" ? `: ${message}` : ""}`;
}
