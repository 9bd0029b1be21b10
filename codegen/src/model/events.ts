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
    return this.#events
      .map((event) => {
        // Read once: a location may have to find its line.
        const { file, line, column } = event.location;
        return { event, line, column, rank: ranks.get(file) ?? -1 };
      })
      .sort(
        (left, right) =>
          left.rank - right.rank || left.line - right.line || left.column - right.column,
      )
      .map(({ event }) => event);
  }
}
