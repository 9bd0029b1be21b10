import { isDeepStrictEqual } from "node:util";
import type { Model, ShapeId } from "../../load/ast.js";
import { isRecord, own } from "../../load/parse-model.js";
import { isFor, partRules, ruleFor, type EventSeverity, type Verb } from "./trait-rules.js";

/** A trait that differs: its values, of which one may be absent. */
export interface TraitDifference {
  readonly id: ShapeId;
  readonly before: unknown;
  readonly after: unknown;
}

/** What happened to a value that may be absent; `undefined` if nothing did. */
export function verbFor(before: unknown, after: unknown): Verb | undefined {
  if (isDeepStrictEqual(before, after)) return undefined;
  if (before === undefined) return "Add";
  return after === undefined ? "Remove" : "Update";
}

/**
 * Returns the event of Smithy's diff tool for a trait that differs: `TraitBreakingChange` if the definition of the
 * trait has a rule for it, otherwise `ModifiedTrait`.
 * @param model the later model, whose definitions of traits count
 */
export function judgeTrait(
  { id, before, after }: TraitDifference,
  verb: Verb,
  model: Model,
): { readonly event: string; readonly severity: EventSeverity } {
  const severities = [
    ...(verb === "Update" ? [] : [ruleFor(verb, id, model)]),
    ...partRules(id, model).filter(({ path = "", change }) => {
      const part = verbFor(valueAt(before, path), valueAt(after, path));
      return part !== undefined && isFor(change, part) && after !== undefined;
    }),
    ...(verb === "Update" && partRules(id, model).length === 0 ? [ruleFor(verb, id, model)] : []),
  ].flatMap((rule) => (rule === undefined ? [] : [rule.severity ?? "ERROR"]));
  const [worst] = order.filter((severity) => severities.includes(severity));
  return worst === undefined
    ? { event: `ModifiedTrait.${verb}.${id}`, severity: verb === "Remove" ? "WARNING" : "NOTE" }
    : { event: `TraitBreakingChange.${verb}.${id}`, severity: worst };
}

const order: readonly EventSeverity[] = ["ERROR", "DANGER", "WARNING", "NOTE"];

/** The part of a value that a pointer leads to; for the elements of a list, all of them. */
function valueAt(value: unknown, pointer: string): unknown {
  let part = value;
  for (const segment of pointer.split("/").slice(1)) {
    if (Array.isArray(part)) continue;
    part = isRecord(part) ? own(part, segment) : undefined;
  }
  return part;
}
