import { flattenMixins } from "../model/flatten-mixins.js";
import type { SmithyModel, ValidationEvent } from "../model/model.js";
import { ShapeGraph } from "../selectors/shape-graph.js";
import { readModelValidators } from "./metadata/model-validators.js";
import { readSeverityOverrides } from "./metadata/severity-overrides.js";
import { readSuppressions } from "./metadata/suppressions.js";
import type { Rule } from "./rule.js";
import { SharedContext } from "./rule-context.js";
import { coreRules, creationRules, rules } from "./rules.js";

/** How to validate. */
export interface ValidateOptions {
  /** The events that were found while the model was loaded. They can be suppressed as others. */
  readonly events?: readonly ValidationEvent[];
  /** Whether the validators that the model defines are skipped. They never find errors. */
  readonly skipDefined?: boolean;
}

/**
 * Validates a model by the rules of Smithy, and by the validators that the model itself defines (Smithy 2.0, "Model
 * validation"). If something is wrong that others follow from, such as a target that does not exist, nothing else is
 * checked.
 * @param model the model as `assemble` returns it, with its mixins
 * @returns every event in the order of files and places, suppressed ones with the severity `SUPPRESSED`
 */
export function validateModel(
  model: SmithyModel,
  { events: given = [], skipDefined = false }: ValidateOptions = {},
): readonly ValidationEvent[] {
  const suppressions = readSuppressions(model);
  const overrides = readSeverityOverrides(model);
  const defined = skipDefined ? { events: [], validators: [] } : readModelValidators(model);
  const graph = new ShapeGraph(flattenMixins(model), model);
  const context = new SharedContext(model, graph);
  const check = (checked: readonly Rule[]): ValidationEvent[] =>
    checked.flatMap((rule) => [...rule.check(context.of(rule.id))]);

  const found: ValidationEvent[] = [...given];
  if (!hasError(found)) found.push(...check(creationRules));
  // What is found in a model that could not be loaded would often follow from that.
  if (!hasError(found))
    found.push(...suppressions.events, ...overrides.events, ...defined.events, ...check(coreRules));
  if (!hasError(found))
    found.push(...check(rules), ...defined.validators.flatMap((validate) => validate(graph)));
  return found
    .filter(isForAuthor)
    .map((event) => overrides.override(suppressions.suppress(event)))
    .sort(byPlace);
}

function hasError(events: readonly ValidationEvent[]): boolean {
  return events.some(({ severity }) => severity === "ERROR");
}

/** Authors cannot change the shapes of the prelude. */
function isForAuthor({ severity, shape }: ValidationEvent): boolean {
  return severity === "ERROR" || shape?.startsWith("smithy.api#") !== true;
}

function byPlace(left: ValidationEvent, right: ValidationEvent): number {
  const [one, other] = [left.location, right.location];
  if (one.file !== other.file) return one.file < other.file ? -1 : 1;
  return one.line - other.line || one.column - other.column;
}
