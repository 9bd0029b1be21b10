import type { Entity } from "../selectors/attributes.js";
import type { ShapeGraph } from "../selectors/shape-graph.js";
import type {
  EventSeverity,
  Shape,
  ShapeId,
  ShapeType,
  SmithyModel,
  SourceLocation,
  ValidationEvent,
} from "../model/model.js";

/** A rule of Smithy about models. Each has the id by which Smithy names its events. */
export interface Rule {
  readonly id: string;
  /** Yields what is wrong in a model. The model is known to have no missing targets and no circles of resources. */
  readonly check: (context: RuleContext) => Iterable<ValidationEvent>;
}

/** What is not the same for every event of a rule. */
export interface EventOptions {
  /** Added to the id of the rule after a dot. */
  readonly suffix?: string;
  /** Where it is, if that is not the place of the shape. */
  readonly location?: SourceLocation;
  readonly hint?: string;
}

/** What rules get. */
export interface RuleContext {
  /** The model, whose mixins are flattened. */
  readonly model: SmithyModel;
  /** The model as it is written, whose mixins are kept. */
  readonly source: SmithyModel;
  readonly graph: ShapeGraph;
  /** The shapes of a type in the model, without those of Smithy's own packages. */
  readonly shapesOf: <T extends ShapeType>(...types: readonly T[]) => Iterable<Shape & { type: T }>;
  /** The shapes and members of the model that have a trait, without those of Smithy's own packages. */
  readonly withTrait: (id: ShapeId) => readonly Entity[];
  /** Makes an event about a shape or member. */
  readonly event: (
    severity: EventSeverity,
    entity: Entity,
    message: string,
    options?: EventOptions,
  ) => ValidationEvent;
}
