import type { EventSeverity, ShapeId, SourceLocation, ValidationEvent } from "./model.js";

/** The id of Smithy's events about loading. */
const modelId = "Model";

/** Collects what is found while a model is assembled. */
export class Events {
  readonly #events: ValidationEvent[] = [];

  error(location: SourceLocation, message: string, shape?: ShapeId, hint?: string): void {
    this.add("ERROR", modelId, location, message, shape, hint);
  }

  warn(location: SourceLocation, message: string, shape?: ShapeId): void {
    this.add("WARNING", modelId, location, message, shape);
  }

  add(
    severity: EventSeverity,
    id: string,
    location: SourceLocation,
    message: string,
    shape?: ShapeId,
    hint?: string,
  ): void {
    this.#events.push({
      id,
      severity,
      ...(shape !== undefined && { shape }),
      location,
      message,
      ...(hint !== undefined && { hint }),
    });
  }

  /** All events, by file in the given order, then by place. */
  sorted(files: readonly string[]): ValidationEvent[] {
    const ranks = new Map(files.map((file, index) => [file, index]));
    const rank = ({ location }: ValidationEvent): number => ranks.get(location.file) ?? -1;
    return this.#events.toSorted(
      (left, right) =>
        rank(left) - rank(right) ||
        left.location.line - right.location.line ||
        left.location.column - right.location.column,
    );
  }
}
