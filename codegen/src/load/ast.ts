/** A shape id as text: `namespace#Name` or `namespace#Name$member`. */
export type ShapeId = string;

/** Trait values by trait id. The type of a value depends on the trait. */
export type Traits = Readonly<Record<ShapeId, unknown>>;

/** A reference to a shape. */
export interface AstReference {
  readonly target: ShapeId;
}

/** A member, with its traits. */
export interface AstMember extends AstReference {
  readonly traits: Traits;
}

/** The shape types without members (Smithy 2.0, "Simple types"). */
export const simpleTypes = [
  "blob",
  "boolean",
  "string",
  "byte",
  "short",
  "integer",
  "long",
  "float",
  "double",
  "bigInteger",
  "bigDecimal",
  "timestamp",
  "document",
] as const;

export type SimpleType = (typeof simpleTypes)[number];

interface AstShapeBase {
  readonly id: ShapeId;
  readonly traits: Traits;
  readonly mixins: readonly ShapeId[];
}

export interface AstSimpleShape extends AstShapeBase {
  readonly type: SimpleType;
}

/** A shape with named members. */
export interface AstMemberedShape extends AstShapeBase {
  readonly type: "structure" | "union" | "enum" | "intEnum";
  /** Sorted by name, since the order has no effect on the wire. */
  readonly members: ReadonlyMap<string, AstMember>;
  /** The names of the members in the order of the model. */
  readonly order: readonly string[];
}

export interface AstListShape extends AstShapeBase {
  readonly type: "list" | "set";
  readonly member: AstMember;
}

export interface AstMapShape extends AstShapeBase {
  readonly type: "map";
  readonly key: AstMember;
  readonly value: AstMember;
}

export interface AstOperationShape extends AstShapeBase {
  readonly type: "operation";
  readonly input: ShapeId;
  readonly output: ShapeId;
  readonly errors: readonly ShapeId[];
}

/** A resource. Its `operations` include its lifecycle operations. */
export interface AstResourceShape extends AstShapeBase {
  readonly type: "resource";
  /** The targets of its identifiers by name. */
  readonly identifiers: Readonly<Record<string, ShapeId>>;
  readonly operations: readonly ShapeId[];
  readonly resources: readonly ShapeId[];
}

export interface AstServiceShape extends AstShapeBase {
  readonly type: "service";
  readonly version: string;
  readonly operations: readonly ShapeId[];
  readonly resources: readonly ShapeId[];
  readonly errors: readonly ShapeId[];
  readonly rename: Readonly<Record<ShapeId, string>>;
}

export type AstShape =
  | AstSimpleShape
  | AstMemberedShape
  | AstListShape
  | AstMapShape
  | AstOperationShape
  | AstResourceShape
  | AstServiceShape;

export type AstType = AstShape["type"];

/** A model in which mixins and `apply` statements are resolved. */
export interface Model {
  readonly shapes: ReadonlyMap<ShapeId, AstShape>;
  /** Values of any type by key. */
  readonly metadata: Readonly<Record<string, unknown>>;
}
