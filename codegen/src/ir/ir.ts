import type { ShapeId } from "../load/ast.js";
import type { XmlTraits } from "./xml.js";

/** The TypeScript type of `long`. A number represents integers up to 2^53 - 1 exactly. */
export type LongType = "number" | "bigint";

/** Shapes that have their own file. */
export type NamedShape = Structure | Union | Enum | List | MapShape;

export type Shape =
  | NamedShape
  | StringShape
  | BooleanShape
  | IntegerShape
  | FloatShape
  | BigIntegerShape
  | BigDecimalShape
  | TimestampShape
  | DocumentShape
  | BlobShape;

export interface ShapeBase {
  readonly id: ShapeId;
  readonly sensitive: boolean;
  readonly documentation: Documentation;
  /** The constraints of the shape itself, without those of members that target it. */
  readonly constraints: Constraints;
}

export interface StringShape extends ShapeBase {
  readonly kind: "string";
  readonly mediaType: string | undefined;
}

export interface BooleanShape extends ShapeBase {
  readonly kind: "boolean";
}

export interface IntegerShape extends ShapeBase {
  readonly kind: "integer";
  readonly type: "byte" | "short" | "integer" | "long";
}

export interface FloatShape extends ShapeBase {
  readonly kind: "float";
}

export interface BigIntegerShape extends ShapeBase {
  readonly kind: "bigInteger";
  /** A `long` is a bigInteger shape if longs are bigints in TypeScript. */
  readonly type: "bigInteger" | "long";
}

export interface BigDecimalShape extends ShapeBase {
  readonly kind: "bigDecimal";
}

export interface TimestampShape extends ShapeBase {
  readonly kind: "timestamp";
  readonly format: TimestampFormat | undefined;
}

export type TimestampFormat = "date-time" | "http-date" | "epoch-seconds";

export interface DocumentShape extends ShapeBase {
  readonly kind: "document";
}

export interface BlobShape extends ShapeBase {
  readonly kind: "blob";
  readonly mediaType: string | undefined;
  readonly streaming: boolean;
  readonly requiresLength: boolean;
}

/** A shape with declarations and a file that are named after it. */
export interface NamedShapeBase extends ShapeBase {
  /** The name on the wire and in the model, or the one that the service renames it to. */
  readonly name: string;
  /** The name in TypeScript: `name`, with a `$` suffix if that is already used or reserved. */
  readonly symbol: string;
  /**
   * The path of the file in the output, without its extension: the shape's own, or for a collection
   * that of the only file that needs it.
   */
  readonly file: string;
  /** Whether no other file refers to the shape's reader, writer and check. */
  readonly local: boolean;
  /** Whether the shape refers to itself, so that its values can nest to any depth. */
  readonly recursive: boolean;
  /** Whether values of the shape contain defaults that servers write, but clients do not. */
  readonly serverDefaults: boolean;
}

export interface Structure extends NamedShapeBase {
  readonly kind: "structure";
  readonly members: readonly Member[];
  readonly error: ErrorTraits | undefined;
  /** Whether this is an operation's input and nothing else. */
  readonly input: boolean;
  /** The root element of a document that is the structure. */
  readonly xml: XmlTraits;
  /** The structure whose reader, writer and check are used for this one; usually the structure itself. */
  readonly codec: Structure;
  /** The structure with the same members and documentation, whose type this one extends. */
  readonly base: Structure | undefined;
}

/** The error traits of a structure. */
export interface ErrorTraits {
  readonly fault: "client" | "server";
  readonly statusCode: number;
  /** An alternative error code on the wire, from `awsQueryError`. */
  readonly queryCode: string | undefined;
  /** The kind of error as which clients retry it; `undefined` without the trait `retryable`. */
  readonly retryable: "transient" | "throttling" | undefined;
}

export interface Union extends NamedShapeBase {
  readonly kind: "union";
  readonly members: readonly Member[];
  /** Whether this is an event stream. */
  readonly streaming: boolean;
  /** The root element of a document that is the union. */
  readonly xml: XmlTraits;
}

export interface Enum extends NamedShapeBase {
  readonly kind: "enum";
  readonly type: "string" | "integer";
  readonly values: readonly EnumValue[];
}

export interface EnumValue {
  /** The key in the generated object of values. */
  readonly key: string;
  readonly value: string | number;
  /** Whether the value is omitted from error messages. */
  readonly hidden: boolean;
  readonly documentation: Documentation;
}

export interface List extends NamedShapeBase {
  readonly kind: "list";
  readonly member: Member;
  readonly sparse: boolean;
  readonly uniqueItems: boolean;
}

export interface MapShape extends NamedShapeBase {
  readonly kind: "map";
  readonly key: Member;
  readonly value: Member;
  readonly sparse: boolean;
}

/** A member of a structure or union, or the element, key or value of a collection. */
export interface Member {
  readonly id: ShapeId;
  readonly name: string;
  /** The name in TypeScript: `name`, with a `$` suffix if `Error` has a property of that name. */
  readonly property: string;
  /** The name in JSON, or that of the element or attribute in XML. */
  readonly wireName: string;
  readonly xml: XmlTraits;
  readonly target: Shape;
  /** The name in parameters of Amazon EC2's protocol, if the model gives one. */
  readonly ec2QueryName: string | undefined;
  /** Whether validation fails if the member is absent. */
  readonly required: boolean;
  /** Whether the member's TypeScript type excludes `undefined`. */
  readonly present: boolean;
  /** The value to use if the member is absent, or `undefined` if it has no default. */
  readonly defaultValue: DefaultValue | undefined;
  /** Whether the default was added after the member was published, so that it is not a breaking change. */
  readonly addedDefault: boolean;
  /** Whether clients write the default too, and not only servers. */
  readonly clientDefault: boolean;
  /** The effective constraints: the member's own replace those of its target. */
  readonly constraints: Constraints;
  readonly timestampFormat: TimestampFormat | undefined;
  readonly idempotencyToken: boolean;
  readonly sensitive: boolean;
  readonly documentation: Documentation;
  readonly binding: Binding;
  readonly hostLabel: boolean;
  readonly event: "header" | "payload" | undefined;
  readonly advice: Advice | undefined;
}

/** Formats that the service documents only in prose. They are not constraints. */
export interface Advice {
  readonly text: AdvisedForm | undefined;
  readonly keys: AdvisedForm | undefined;
  readonly values: AdvisedForm | undefined;
  readonly distinctKeys: boolean;
}

export interface AdvisedForm {
  readonly pattern: Pattern;
  readonly expected: string;
}

export type DefaultValue =
  string | number | bigint | boolean | readonly never[] | Readonly<Record<string, never>>;

/** The HTTP location of a member of an input, output or error. */
export type Binding =
  | { readonly location: "body" | "payload" | "responseCode" | "queryParams" | "label" }
  | { readonly location: "query" | "header" | "prefixHeaders"; readonly name: string };

/** Constraint traits (Smithy 2.0, "Constraint traits"); bounds are inclusive. */
export interface Constraints {
  readonly length?: Bounds<number> | undefined;
  /** Bounds beyond 2^53 - 1 are bigints if the shape is a `bigInteger`. */
  readonly range?: Bounds<number | bigint> | undefined;
  readonly pattern?: Pattern | undefined;
}

export interface Bounds<T> {
  readonly min: T | undefined;
  readonly max: T | undefined;
}

export interface Pattern {
  /** The pattern in the model, for messages. */
  readonly source: string;
  /** An equivalent JavaScript expression, or `undefined` if matching can take exponential time. */
  readonly regExp: RegExp | undefined;
  /** The maximum length of text, in UTF-16 code units, that `regExp` can match fast enough; absent if unlimited. */
  readonly limit?: number | undefined;
  /** The pattern for re2js, which checks longer texts; absent if these are not checked. */
  readonly linear?: string | undefined;
}

/** The documentation of a shape or member, which becomes its doc comment. */
export interface Documentation {
  /** CommonMark or HTML; empty if there is none. */
  readonly text: string;
  readonly deprecated: string | undefined;
  readonly since: string | undefined;
  readonly internal: boolean;
  readonly unstable: boolean;
  readonly links: readonly (readonly [name: string, url: string])[];
}
