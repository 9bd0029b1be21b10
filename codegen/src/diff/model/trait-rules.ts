import type { Model, ShapeId } from "../../load/ast.js";
import { isRecord, own } from "../../load/parse-model.js";

/** What happened to a trait. */
export type Verb = "Add" | "Remove" | "Update";

/** The severities of Smithy's diff tool. */
export type EventSeverity = "NOTE" | "WARNING" | "DANGER" | "ERROR";

/** A rule of a trait definition: a change of the trait, or of a part of its value, that has a severity of its own. */
export interface TraitRule {
  readonly change: "add" | "remove" | "update" | "presence" | "any";
  /** A JSON pointer into the value; without it, the rule is about the whole trait. */
  readonly path?: string;
  readonly severity?: EventSeverity;
}

const any: readonly TraitRule[] = [{ change: "any" }];
const presence: readonly TraitRule[] = [{ change: "presence" }];
const remove: readonly TraitRule[] = [{ change: "remove" }];

/** The `breakingChanges` of the definitions of traits (Smithy's prelude and trait packages, 1.6x). */
const rules: Readonly<Record<ShapeId, readonly TraitRule[]>> = {
  "smithy.api#addedDefault": remove,
  "smithy.api#authDefinition": presence,
  "smithy.api#cors": remove,
  "smithy.api#endpoint": any,
  "smithy.api#enum": presence,
  "smithy.api#error": any,
  "smithy.api#eventHeader": any,
  "smithy.api#eventPayload": any,
  "smithy.api#hostLabel": any,
  "smithy.api#http": [
    { change: "remove" },
    { path: "/method", change: "update" },
    { path: "/uri", change: "update" },
    { path: "/code", change: "update" },
    { path: "/code", change: "presence", severity: "DANGER" },
  ],
  "smithy.api#httpApiKeyAuth": remove,
  "smithy.api#httpBasicAuth": remove,
  "smithy.api#httpBearerAuth": remove,
  "smithy.api#httpDigestAuth": remove,
  "smithy.api#httpError": any,
  "smithy.api#httpHeader": any,
  "smithy.api#httpLabel": presence,
  "smithy.api#httpPayload": presence,
  "smithy.api#httpPrefixHeaders": any,
  "smithy.api#httpQuery": any,
  "smithy.api#httpQueryParams": any,
  "smithy.api#httpResponseCode": any,
  "smithy.api#idempotencyToken": remove,
  "smithy.api#idempotent": remove,
  "smithy.api#input": presence,
  "smithy.api#internal": [{ change: "remove", severity: "WARNING" }],
  "smithy.api#jsonName": any,
  "smithy.api#mediaType": remove,
  "smithy.api#nestedProperties": any,
  "smithy.api#notProperty": [{ change: "add" }],
  "smithy.api#optionalAuth": remove,
  "smithy.api#output": presence,
  "smithy.api#paginated": [
    { change: "remove" },
    { path: "/inputToken", change: "update" },
    { path: "/outputToken", change: "update" },
    { path: "/items", change: "remove" },
    { path: "/items", change: "add", severity: "NOTE" },
    { path: "/items", change: "update", severity: "NOTE" },
    { path: "/pageSize", change: "update" },
    { path: "/pageSize", change: "remove" },
  ],
  "smithy.api#pattern": [
    { change: "add", severity: "WARNING" },
    { change: "update", severity: "NOTE" },
  ],
  "smithy.api#property": [{ change: "remove" }, { change: "update" }],
  "smithy.api#protocolDefinition": presence,
  "smithy.api#readonly": remove,
  "smithy.api#requestCompression": [{ change: "remove", severity: "DANGER" }],
  "smithy.api#requiresLength": presence,
  "smithy.api#resourceIdentifier": remove,
  "smithy.api#retryable": remove,
  "smithy.api#sparse": presence,
  "smithy.api#streaming": any,
  "smithy.api#timestampFormat": any,
  "smithy.api#trait": presence,
  "smithy.api#uniqueItems": [{ change: "presence", severity: "WARNING" }],
  "smithy.api#xmlAttribute": any,
  "smithy.api#xmlFlattened": any,
  "smithy.api#xmlName": any,
  "smithy.api#xmlNamespace": any,
};

/** The rule for a change of a trait as a whole, if its definition has one. */
export function ruleFor(verb: Verb, id: ShapeId, model?: Model): TraitRule | undefined {
  const found = rulesOf(id, model);
  return (
    found.find(({ path, change }) => path === undefined && isFor(change, verb)) ??
    // An update of a part is one of the whole.
    (verb === "Update" ? found.find(({ path }) => path !== undefined) : undefined)
  );
}

/** The rules for changes of parts of a trait's value. */
export function partRules(id: ShapeId, model?: Model): readonly TraitRule[] {
  return rulesOf(id, model).filter(({ path }) => path !== undefined);
}

/** Whether a rule is about what happened. */
export function isFor(change: TraitRule["change"], verb: Verb): boolean {
  if (change === "any") return true;
  return change === "presence" ? verb !== "Update" : change === verb.toLowerCase();
}

/** The rules of a trait: those of its definition in the model, or of Smithy's own packages. */
function rulesOf(id: ShapeId, model: Model | undefined): readonly TraitRule[] {
  const definition = model?.shapes.get(id)?.traits["smithy.api#trait"];
  const own = isRecord(definition) ? ownRules(definition) : undefined;
  return own ?? (Object.hasOwn(rules, id) ? (rules[id] ?? []) : []);
}

function ownRules(definition: Readonly<Record<string, unknown>>): readonly TraitRule[] | undefined {
  const list = own(definition, "breakingChanges");
  if (!Array.isArray(list)) return undefined;
  return list.filter(isRecord).map(
    ({ change, path, severity }): TraitRule => ({
      change: changes.find((name) => name === change) ?? "any",
      ...(typeof path === "string" && path !== "" ? { path } : {}),
      severity: eventSeverities.find((name) => name === severity) ?? "ERROR",
    }),
  );
}

const changes = ["add", "remove", "update", "presence", "any"] as const;
const eventSeverities = ["NOTE", "WARNING", "DANGER", "ERROR"] as const;
