import type { ShapeId } from "../load/ast.js";
import type { Customization } from "./customizations.js";

/** What a service comes to: the whole input of the emitters, with every name and binding settled. */
export interface Service {
  readonly id: ShapeId;
  /** The SDK's name of the service, as an identifier: `ApiGatewayV2`. */
  readonly name: string;
  readonly version: string;
  /** The name of the base class of the service's errors. */
  readonly exceptionName: string;
  readonly documentation: Documentation;
  /** Sorted by name. */
  readonly operations: readonly Operation[];
  /** Every shape of the closure that has a file of its own, sorted by id. */
  readonly shapes: readonly NamedShape[];
  /** The errors of all operations, sorted by name. */
  readonly errors: readonly Structure[];
}

/** The type that a `long` has in TypeScript. A number holds integers up to 2^53 - 1 exactly. */
export type LongType = "number" | "bigint";

/** Shapes that have a file of their own. */
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

interface ShapeBase {
  readonly id: ShapeId;
  readonly sensitive: boolean;
  readonly documentation: Documentation;
  /** The constraints of the shape itself; a member's are merged in where it is used. */
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
  /** A `long` where the generator was told to make bigints of them. */
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

/** A shape that gives its name to declarations and to a file. */
interface NamedShapeBase extends ShapeBase {
  /** The name on the wire and in the model, or the one that the service renames it to. */
  readonly name: string;
  /** The name in TypeScript: as `name`, with a `$` where that collides or is reserved. */
  readonly symbol: string;
  /** The file in the output, without its ending. */
  readonly file: string;
  /** Whether the shape refers to itself, so that its values may nest without an end. */
  readonly recursive: boolean;
  /** Whether a server writes defaults within it that a client leaves to the server. */
  readonly serverDefaults: boolean;
}

export interface Structure extends NamedShapeBase {
  readonly kind: "structure";
  readonly members: readonly Member[];
  readonly error: ErrorTraits | undefined;
  /** Whether this is an operation's input and nothing else. */
  readonly input: boolean;
  /** The structure whose reader, writer and check serve this one too; mostly the structure itself. */
  readonly codec: Structure;
}

/** What makes a structure an error. */
export interface ErrorTraits {
  readonly fault: "client" | "server";
  readonly statusCode: number;
  /** Another code that the error may have on the wire. */
  readonly queryCode: string | undefined;
}

export interface Union extends NamedShapeBase {
  readonly kind: "union";
  readonly members: readonly Member[];
  /** Whether this is a stream of events. */
  readonly streaming: boolean;
}

export interface Enum extends NamedShapeBase {
  readonly kind: "enum";
  readonly type: "string" | "integer";
  readonly values: readonly EnumValue[];
}

export interface EnumValue {
  /** The key in the object of literals. */
  readonly key: string;
  readonly value: string | number;
  /** Whether error messages pass over the value. */
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
  /** The name in TypeScript: as `name`, save where an `Error` has a property of that name. */
  readonly property: string;
  /** The name in JSON. */
  readonly wireName: string;
  readonly target: Shape;
  /** Whether a value must be there for the whole to be valid. */
  readonly required: boolean;
  /** Whether the member's type has no `undefined`. */
  readonly present: boolean;
  /** The value that stands for an absent one; `undefined` where there is none. */
  readonly defaultValue: DefaultValue | undefined;
  /** Whether the default was added after the member was published, so that it counts as no change. */
  readonly addedDefault: boolean;
  /** Whether the default is written by clients too, and not by servers alone. */
  readonly clientDefault: boolean;
  /** The constraints that hold here: the member's own replace those of its target. */
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

/** Forms that the service documents in prose; they are no constraints. */
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

/** Where HTTP carries a member of an input, output or error. */
export type Binding =
  | { readonly location: "body" | "payload" | "responseCode" | "queryParams" | "label" }
  | { readonly location: "query" | "header" | "prefixHeaders"; readonly name: string };

/** Constraint traits (Smithy 2.0, "Constraint traits"); bounds are inclusive. */
export interface Constraints {
  readonly length?: Bounds<number> | undefined;
  /** A bound beyond 2^53 - 1 is a bigint, if the shape is a `bigInteger`. */
  readonly range?: Bounds<number | bigint> | undefined;
  readonly pattern?: Pattern | undefined;
}

export interface Bounds<T> {
  readonly min: T | undefined;
  readonly max: T | undefined;
}

export interface Pattern {
  /** The pattern as the model has it, for messages. */
  readonly source: string;
  /** Finds the same texts in JavaScript; `undefined` where that can take exponential time. */
  readonly regExp: RegExp | undefined;
  /** The longest text, in UTF-16 units, that `regExp` searches in time; any where it is absent. */
  readonly limit?: number | undefined;
  /** The pattern for re2js, which searches texts above the limit; absent where these are not checked. */
  readonly linear?: string | undefined;
}

/** What is said about a shape or a member, to whoever hovers over its name. */
export interface Documentation {
  /** CommonMark, or HTML; empty where the model has none. */
  readonly text: string;
  readonly deprecated: string | undefined;
  readonly since: string | undefined;
  readonly internal: boolean;
  readonly unstable: boolean;
  readonly links: readonly (readonly [name: string, url: string])[];
}

export interface Operation {
  readonly id: ShapeId;
  readonly name: string;
  readonly symbol: string;
  readonly file: string;
  readonly documentation: Documentation;
  readonly http: Http;
  /** `undefined` where the operation takes nothing. */
  readonly input: Structure | undefined;
  /** `undefined` where the operation returns nothing. */
  readonly output: Structure | undefined;
  /** Sorted by name; those of the service among them. */
  readonly errors: readonly Structure[];
  /** Texts and names of input members, in turns: `["a.", "Name", ".b."]`. */
  readonly hostPrefix: readonly string[] | undefined;
  readonly checksumRequired: boolean;
  readonly gzip: boolean;
  readonly customization: Customization;
}

export interface Http {
  readonly method: string;
  /** The pattern as the model has it. */
  readonly uri: string;
  readonly segments: readonly PathSegment[];
  readonly query: readonly (readonly [name: string, value: string])[];
  readonly code: number;
}

export type PathSegment =
  | { readonly kind: "literal"; readonly text: string }
  | { readonly kind: "label" | "greedy"; readonly member: string };
