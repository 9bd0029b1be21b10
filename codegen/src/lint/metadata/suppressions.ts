import { findAny } from "../../model/find-shape.js";
import type { SmithyModel, ValidationEvent } from "../../model/model.js";
import { matchesId, matchesNamespace } from "./matches-event.js";
import { MetadataReader } from "./read-metadata.js";

/** Changes the severity of an event. */
export type AdjustEvent = (event: ValidationEvent) => ValidationEvent;

/**
 * Reads the suppressions of a model: `suppressions` in metadata, and the trait `suppress` of shapes (Smithy 2.0,
 * "Suppressions"). Errors are never suppressed.
 * @returns the events about the suppressions themselves, and what suppresses other events
 */
export function readSuppressions(model: SmithyModel): {
  readonly events: readonly ValidationEvent[];
  readonly suppress: AdjustEvent;
} {
  const reader = new MetadataReader(model, "suppressions");
  const suppressions = reader.objects().flatMap((object) => {
    const [id, namespace] = reader.texts(object, ["id", "namespace"]);
    reader.optionalText(object, "reason");
    return id === undefined || namespace === undefined ? [] : [{ id, namespace }];
  });
  const isSuppressed = (event: ValidationEvent): boolean =>
    suppressedIds(model, event).some((id) => matchesId(id, event)) ||
    suppressions.some(
      ({ id, namespace }) => matchesId(id, event) && matchesNamespace(namespace, event),
    );
  return {
    events: reader.events,
    suppress: (event) =>
      event.severity !== "ERROR" && isSuppressed(event)
        ? { ...event, severity: "SUPPRESSED" }
        : event,
  };
}

function suppressedIds(model: SmithyModel, { shape }: ValidationEvent): readonly string[] {
  const value = shape && findAny(model, shape)?.traits.get("smithy.api#suppress")?.value;
  if (!Array.isArray(value)) return [];
  return (value as readonly unknown[]).filter((id) => typeof id === "string");
}
