import type { Model } from "../../load/ast.js";
import { compatible, dangerous, type Finding } from "../change.js";
import { findingAt, valueText } from "./finding.js";
import { verbFor } from "./judge-trait.js";

/** Compares the metadata of two models, which only tools read. */
export function compareMetadata({ metadata: old }: Model, { metadata: now }: Model): Finding[] {
  const keys = new Set([...Object.keys(old), ...Object.keys(now)]);
  return [...keys].sort().flatMap((key) => {
    const before = Object.hasOwn(old, key) ? old[key] : undefined;
    const after = Object.hasOwn(now, key) ? now[key] : undefined;
    const verb = verbFor(before, after);
    if (verb === undefined) return [];
    const what = { Add: "was added", Remove: "was removed", Update: "changed" }[verb];
    const text = "Tools that read it may behave differently.";
    return [
      findingAt("", {
        id: { Add: "AddedMetadata", Remove: "RemovedMetadata", Update: "ChangedMetadata" }[verb],
        summary: `metadata ${JSON.stringify(key)} ${what}`,
        before: valueText(before),
        after: valueText(after),
        effects: [verb === "Add" ? compatible.tools(text) : dangerous.tools(text)],
      }),
    ];
  });
}
