/**
 * A complete Smithy model in memory: what one or more files mean together, with the places where it is written.
 * It keeps everything that a JSON AST can say, so that it can be validated, printed as a JSON AST or as IDL. The
 * generator's own view of a model (`load/ast.ts`) is smaller.
 *
 * @module
 */
import type { Excerpt } from "../diagnostics/diagnostic.js";
import type { SimpleType, ShapeId } from "../load/ast.js";
import type { NodeObject, NodeValue } from "./node.js";

export type { ShapeId } from "../load/ast.js";

/** Where something is written. Lines and columns count from 1; columns count UTF-16 code units. */
export interface SourceLocation {
  /** The file, as it was named by the user; `""` for what Smithy itself defines. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** A JSON pointer (RFC 6901), if the file is a JSON AST. */
  readonly pointer?: string;
  /** A part of the line, if the file is in Smithy IDL. */
  readonly excerpt?: Excerpt;
}

/** A trait of a shape or member. */
export interface Trait {
  readonly id: ShapeId;
  readonly value: NodeValue;
  readonly location: SourceLocation;
  /** The mixin that the trait is inherited from, in a model whose mixins are flattened. */
  readonly from?: ShapeId;
}

/** Traits by their ids, in the order of the file. */
export type Traits = ReadonlyMap<ShapeId, Trait>;

export interface Member {
  /** `namespace#Name$member`. */
  readonly id: ShapeId;
  readonly name: string;
  readonly target: ShapeId;
  readonly traits: Traits;
  readonly location: SourceLocation;
  /** The mixin that the member is inherited from, in a model whose mixins are flattened. */
  readonly from?: ShapeId;
}

interface ShapeBase {
  readonly id: ShapeId;
  readonly location: SourceLocation;
  readonly traits: Traits;
  readonly mixins: readonly ShapeId[];
  /** In the order of the file. Empty for types without members. Lists have `member`, maps `key` and `value`. */
  readonly members: ReadonlyMap<string, Member>;
}

export interface SimpleShape extends ShapeBase {
  readonly type: SimpleType;
}

export interface AggregateShape extends ShapeBase {
  readonly type: "list" | "map" | "structure" | "union" | "enum" | "intEnum";
}

export interface OperationShape extends ShapeBase {
  readonly type: "operation";
  /** `smithy.api#Unit` if the model has none. */
  readonly input: ShapeId;
  readonly output: ShapeId;
  readonly errors: readonly ShapeId[];
}

/** The lifecycle operations of a resource (Smithy 2.0, "Resource lifecycle operations"). */
export const lifecycles = ["put", "create", "read", "update", "delete", "list"] as const;
export type Lifecycle = (typeof lifecycles)[number];

export interface ResourceShape extends ShapeBase {
  readonly type: "resource";
  readonly identifiers: ReadonlyMap<string, ShapeId>;
  readonly properties: ReadonlyMap<string, ShapeId>;
  readonly lifecycle: ReadonlyMap<Lifecycle, ShapeId>;
  readonly operations: readonly ShapeId[];
  readonly collectionOperations: readonly ShapeId[];
  readonly resources: readonly ShapeId[];
}

export interface ServiceShape extends ShapeBase {
  readonly type: "service";
  readonly version: string;
  readonly operations: readonly ShapeId[];
  readonly resources: readonly ShapeId[];
  readonly errors: readonly ShapeId[];
  readonly rename: ReadonlyMap<ShapeId, string>;
}

export type Shape = SimpleShape | AggregateShape | OperationShape | ResourceShape | ServiceShape;
export type ShapeType = Shape["type"];

/** The severities of Smithy (Smithy 2.0, "Severity"), from the least to the most severe. */
export const severities = ["NOTE", "WARNING", "DANGER", "ERROR"] as const;
export type EventSeverity = (typeof severities)[number];

/** A finding about a model, such as an error or a warning. */
export interface ValidationEvent {
  /** The id that Smithy gives it, such as `HttpUriConflict` or `PaginatedTrait.DeeplyNested.items`. */
  readonly id: string;
  readonly severity: EventSeverity | "SUPPRESSED";
  /** The shape or member; omitted if the finding is not about one. */
  readonly shape?: ShapeId;
  readonly location: SourceLocation;
  readonly message: string;
  /** What to do, if it is not obvious, such as `Did you mean "structure"?`. */
  readonly hint?: string;
}

/**
 * A model. In the assembled form, mixins are kept: a shape has its own members and traits only. In the flattened form
 * (`flattenMixins`), it has those of its mixins too, and `from` says from which.
 */
export interface SmithyModel {
  /** Sorted by id. Shapes of Smithy's own packages are in `library` instead. */
  readonly shapes: ReadonlyMap<ShapeId, Shape>;
  /** The shapes of the prelude and of the trait packages that Smithy and AWS define. */
  readonly library: ReadonlyMap<ShapeId, Shape>;
  /** Keys in the order of the files. */
  readonly metadata: NodeObject;
  /** Where each metadata value is written. */
  readonly metadataLocations: ReadonlyMap<string, SourceLocation>;
}
