import type { SourceLocation } from "../../model/model.js";
import type { Entity } from "../../selectors/attributes.js";
import type { ShapeGraph } from "../../selectors/shape-graph.js";

/** What values are checked for. */
export interface ValueCheck {
  readonly graph: ShapeGraph;
  /** The id of the events. */
  readonly id: string;
  /** The shape or member that the events are about; omitted if they are about none. */
  readonly about?: Entity;
  readonly location: SourceLocation;
  /** What the value is, which begins every message. */
  readonly what: string;
  /** Whether violations of constraints, and missing members, are warnings only. */
  readonly lenientConstraints?: boolean;
  /** Whether only the form is checked: the types of values, and that required members are there. */
  readonly isFormOnly?: boolean;
  /** Whether zero outside of a range is a warning only, as defaults of Smithy 1.0 can be. */
  readonly lenientZero?: boolean;
}

/** A value that violates a trait. */
export interface ConstraintProblem {
  readonly message: string;
  /** What is added to the id of the event. */
  readonly suffix?: (isLenient: boolean) => string;
  /** Whether it is always a warning. */
  readonly isWarning?: boolean;
  /** Whether it is an error even where violations of constraints are warnings. */
  readonly isStructural?: boolean;
}
