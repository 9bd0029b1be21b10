import {
  severities,
  type EventSeverity,
  type SmithyModel,
  type ValidationEvent,
} from "../../model/model.js";
import { matchesId, matchesNamespace } from "./matches-event.js";
import { MetadataReader } from "./read-metadata.js";
import type { AdjustEvent } from "./suppressions.js";

/**
 * Reads `severityOverrides` in metadata, which raise the severity of events to `WARNING` or `DANGER` (Smithy 2.0,
 * "Severity overrides"). They never lower it.
 */
export function readSeverityOverrides(model: SmithyModel): {
  readonly events: readonly ValidationEvent[];
  readonly override: AdjustEvent;
} {
  const reader = new MetadataReader(model, "severityOverrides");
  const overrides = reader.objects().flatMap((object) => {
    const [id, namespace, severity] = reader.texts(object, ["id", "namespace", "severity"]);
    if (id === undefined || namespace === undefined || severity === undefined) return [];
    if (severity === "WARNING" || severity === "DANGER")
      return [{ id, namespace, severity } as const];
    reader.fail(`expected "severity" to be "WARNING" or "DANGER", found "${severity}"`);
    return [];
  });
  return {
    events: reader.events,
    override: (event) =>
      overrides
        .filter(({ id, namespace }) => matchesId(id, event) && matchesNamespace(namespace, event))
        .reduce((result, { severity }) => raise(result, severity), event),
  };
}

function raise(event: ValidationEvent, severity: EventSeverity): ValidationEvent {
  if (event.severity === "SUPPRESSED") return event;
  const isHigher = severities.indexOf(severity) > severities.indexOf(event.severity);
  return isHigher ? { ...event, severity } : event;
}
