import { ruleFor, type Verb } from "./model/trait-rules.js";

/** How the id of a change of the IR is made: an event of Smithy's diff tool, or that of a trait. */
type EventId = string | { readonly trait: string };

const trait = (name: string): EventId => ({
  trait: name.includes("#") ? name : `smithy.api#${name}`,
});

/** The events of Smithy's diff tool by the property of the IR that changed. */
const events: Readonly<Record<string, EventId>> = {
  "Service.operations.added": "AddedOperationBinding",
  "Service.operations.removed": "RemovedOperationBinding",
  "Service.shapes.added": "AddedShape",
  "Service.shapes.removed": "RemovedShape",
  "Operation.errors.added": "AddedOperationError",
  "Operation.errors.removed": "RemovedOperationError",
  "Operation.hostPrefix": trait("endpoint"),
  "Operation.checksumRequired": trait("httpChecksumRequired"),
  "Operation.gzip": trait("requestCompression"),
  "Http.method": trait("http"),
  "Http.uri": trait("http"),
  "Http.code": trait("http"),
  "Shape.kind": "ChangedShapeType",
  "IntegerShape.type": "ChangedShapeType",
  "Enum.type": "ChangedShapeType",
  "Structure.members.added": "AddedShape",
  "Structure.members.removed": "RemovedShape",
  "Union.members.added": "AddedShape",
  "Union.members.removed": "RemovedShape",
  "Union.streaming": trait("streaming"),
  "Enum.values.added": "ChangedEnumTrait",
  "Enum.values.removed": "ChangedEnumTrait",
  "EnumValue.key": "ChangedEnumTrait",
  "EnumValue.value": "ChangedEnumTrait",
  "Member.target": "ChangedMemberTarget",
  "Member.defaultValue": "ChangedDefault",
  "Member.clientDefault": "ChangedDefault",
  "Member.present": "ChangedNullability",
  "Member.wireName": trait("jsonName"),
  "Member.timestampFormat": trait("timestampFormat"),
  "Member.idempotencyToken": trait("idempotencyToken"),
  "Member.sensitive": trait("sensitive"),
  "Constraints.length.min": "ChangedLengthTrait",
  "Constraints.length.max": "ChangedLengthTrait",
  "Constraints.range.min": "ChangedRangeTrait",
  "Constraints.range.max": "ChangedRangeTrait",
  "Constraints.pattern.source": trait("pattern"),
  "List.uniqueItems": trait("uniqueItems"),
  "List.sparse": trait("sparse"),
  "MapShape.sparse": trait("sparse"),
  "StringShape.mediaType": trait("mediaType"),
  "BlobShape.mediaType": trait("mediaType"),
  "BlobShape.streaming": trait("streaming"),
  "BlobShape.requiresLength": trait("requiresLength"),
  "TimestampShape.format": trait("timestampFormat"),
  "ErrorTraits.fault": trait("error"),
  "ErrorTraits.statusCode": trait("httpError"),
  "ErrorTraits.queryCode": trait("aws.protocols#awsQueryError"),
  "ErrorTraits.retryable": trait("retryable"),
  "Documentation.deprecated": trait("deprecated"),
  "Documentation.internal": trait("internal"),
  "Documentation.unstable": trait("unstable"),
};

/** The traits of HTTP bindings by location. */
const bindings: Readonly<Record<string, string>> = {
  header: "httpHeader",
  label: "httpLabel",
  payload: "httpPayload",
  prefixHeaders: "httpPrefixHeaders",
  query: "httpQuery",
  queryParams: "httpQueryParams",
  responseCode: "httpResponseCode",
};

/** What the id of a change is made from. */
interface Values {
  /** The property of the IR that changed. */
  readonly id: string;
  readonly summary: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/**
 * Returns the id of the event that Smithy's diff tool reports for a change of a property of the IR, or the property
 * itself if there is none (Smithy 1.6x, `software.amazon.smithy.diff.evaluators`).
 */
export function eventIdOf(values: Values): string {
  const { id, summary, before, after } = values;
  if (id === "Structure.members.added" && summary.startsWith("required"))
    return "AddedRequiredMember";
  if (id === "Member.required")
    return `ChangedNullability.${after === "true" ? "Added" : "Removed"}RequiredTrait`;
  const message = /^Operation\.(input|output)$/.exec(id)?.[1];
  if (message !== undefined) return `${presence(values)}Operation${capitalize(message)}`;
  if (id === "Member.binding") return bindingEvent(values);
  if (id === "Member.present" && after === "false")
    return "ChangedNullability.AddedClientOptionalTrait";
  if (id === "Member.event") return eventMemberEvent(values);
  if (id.endsWith(".sensitive")) return traitEvent(flagVerb(after), "smithy.api#sensitive");
  const event = Object.hasOwn(events, id) ? events[id] : undefined;
  if (event === undefined) return id;
  return typeof event === "string" ? event : traitEvent(verbOf(before, after), event.trait);
}

function presence({ before, after }: Values): "Added" | "Removed" | "Changed" {
  if (before === undefined) return "Added";
  return after === undefined ? "Removed" : "Changed";
}

function bindingEvent({ before = "", after = "" }: Values): string {
  const [old, now] = [before, after].map((text) => bindings[text.split(" ", 1)[0] ?? ""]);
  if (old === now) return traitEvent("Update", `smithy.api#${now ?? "http"}`);
  return now === undefined
    ? traitEvent("Remove", `smithy.api#${old ?? "http"}`)
    : traitEvent("Add", `smithy.api#${now}`);
}

/** What is in the body of an event has no trait. */
function eventMemberEvent({ before = "", after = "" }: Values): string {
  const named = after === "body" ? before : after;
  return traitEvent(after === "body" ? "Remove" : "Add", `smithy.api#event${capitalize(named)}`);
}

/** The id of the event for a property that also has a value where the trait is absent. */
export function partEvent(id: string, wasAbsent: boolean, isAbsent: boolean): string {
  if (wasAbsent === isAbsent) return traitEvent("Update", id);
  return traitEvent(wasAbsent ? "Add" : "Remove", id);
}

/** The id of the event for a trait that was added, removed or updated. */
export function traitEvent(verb: Verb, id: string): string {
  return `${ruleFor(verb, id) === undefined ? "ModifiedTrait" : "TraitBreakingChange"}.${verb}.${id}`;
}

function verbOf(before: string | undefined, after: string | undefined): Verb {
  const isFlag = [before, after].every((text) => /^(true|false|yes|no)$/.test(text ?? ""));
  if (isFlag) return flagVerb(after);
  if (before === undefined) return "Add";
  return after === undefined ? "Remove" : "Update";
}

function flagVerb(after: string | undefined): Verb {
  return after === "true" || after === "yes" ? "Add" : "Remove";
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
