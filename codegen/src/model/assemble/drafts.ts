import type { Lifecycle, ShapeId, SourceLocation } from "../model.js";
import type { NodeValue } from "../node.js";
import type { SimpleType } from "../../load/ast.js";

export type SmithyVersion = "1.0" | "2.0";

/** A member as a file has it. */
export interface DraftMember {
  readonly id: ShapeId;
  readonly name: string;
  /** `undefined` if it is elided. */
  readonly target: ShapeId | undefined;
  readonly location: SourceLocation;
}

export interface DraftBase {
  readonly id: ShapeId;
  readonly version: SmithyVersion;
  readonly location: SourceLocation;
  readonly mixins: readonly ShapeId[];
  /** The resource of a `for` clause. */
  readonly forResource?: ShapeId;
  readonly members: ReadonlyMap<string, DraftMember>;
}

interface DraftOfData extends DraftBase {
  readonly type: SimpleType | "list" | "set" | "map" | "structure" | "union" | "enum" | "intEnum";
}

export interface DraftOperation extends DraftBase {
  readonly type: "operation";
  readonly input: ShapeId | undefined;
  readonly output: ShapeId | undefined;
  readonly errors: readonly ShapeId[];
}

export interface DraftResource extends DraftBase {
  readonly type: "resource";
  readonly identifiers: ReadonlyMap<string, ShapeId>;
  readonly properties: ReadonlyMap<string, ShapeId>;
  readonly lifecycle: ReadonlyMap<Lifecycle, ShapeId>;
  readonly operations: readonly ShapeId[];
  readonly collectionOperations: readonly ShapeId[];
  readonly resources: readonly ShapeId[];
}

export interface DraftService extends DraftBase {
  readonly type: "service";
  readonly serviceVersion: string;
  readonly operations: readonly ShapeId[];
  readonly resources: readonly ShapeId[];
  readonly errors: readonly ShapeId[];
  readonly rename: ReadonlyMap<ShapeId, string>;
}

/** A shape as one file defines it: names are resolved, but not mixins and elided targets, and it has no traits. */
export type Draft = DraftOfData | DraftOperation | DraftResource | DraftService;

/** The application of a trait, to a shape or member that may be in another file. */
export interface DraftTrait {
  readonly target: ShapeId;
  readonly id: ShapeId;
  readonly value: NodeValue;
  readonly location: SourceLocation;
  readonly version: SmithyVersion;
}

export interface DraftMetadata {
  readonly key: string;
  readonly value: NodeValue;
  readonly location: SourceLocation;
}

/** What a file contributes to a model. */
export interface DraftFile {
  readonly shapes: readonly Draft[];
  readonly traits: readonly DraftTrait[];
  readonly metadata: readonly DraftMetadata[];
}
