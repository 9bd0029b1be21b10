/*
 * Tables describe the shapes of a model as data, so that a program can walk a shape without knowing
 * it: for form builders, generators of example data, or documentation. The table of a shape `X` is
 * the constant `X$`.
 */

/** The table of a structure. */
export interface StructureTable {
  readonly type: "structure";
  /** The name of the TypeScript type. */
  readonly name: string;
  /** Whether the structure is an error. In JSON, errors have more members, such as a code. */
  readonly error?: true;
  readonly members: readonly MemberTable[];
}

/** The table of a union. Exactly one of its members is set. */
export interface UnionTable {
  readonly type: "union";
  /** The name of the TypeScript type. */
  readonly name: string;
  readonly members: readonly MemberTable[];
}

/** The table of an enum. */
export interface EnumTable {
  readonly type: "enum";
  /** The name of the TypeScript type. */
  readonly name: string;
  /** The object of literals: the values that the model defines, which are all strings or all integers. */
  readonly values: Readonly<Record<string, string | number>>;
}

/** A member of a structure or union: its property in memory, its name in JSON, and what it holds. */
export type MemberTable = readonly [
  name: string,
  wireName: string,
  target: Target,
  facts?: MemberFacts,
];

/** Other facts that the model states about a member. */
export interface MemberFacts {
  /**
   * Whether the member must be present in JSON. Members with a default, and idempotency tokens, may
   * be absent.
   */
  readonly required?: true;
  /** The default as JSON, for instance text for a timestamp. */
  readonly default?: DefaultValue;
  /** The part of the HTTP message that carries the member; absent for a member of a JSON body. */
  readonly location?: MemberLocation;
  /** Rules that are not constraints of the model. */
  readonly advice?: Advice;
}

/** A default as JSON; integers that JavaScript numbers cannot represent are bigints. */
export type DefaultValue =
  string | number | bigint | boolean | readonly never[] | Readonly<Record<string, never>>;

/** The HTTP binding of a member that is not in a JSON body. */
export type MemberLocation =
  | "label"
  | "query"
  | "queryParams"
  | "header"
  | "prefixHeaders"
  | "payload"
  | "responseCode"
  /** The body itself, as a stream of bytes. */
  | "bytes"
  /** The body itself, as a stream of events. */
  | "events";

/** Rules for a member that a service documents only in prose. They are checked only on request. */
export interface Advice {
  /** For a string; `keys` and `values` are for a map of strings. */
  readonly text?: AdvisedForm;
  readonly keys?: AdvisedForm;
  readonly values?: AdvisedForm;
  /** Whether keys of a map must be unique regardless of case, like header names. */
  readonly distinctKeys?: boolean;
}

/** A pattern for text that a service documents only in prose. */
export interface AdvisedForm {
  readonly pattern: RegExp;
  /** The text that follows "Member must" in the message. */
  readonly expected: string;
}

/**
 * What a member, item, key or value holds: the name of a simple type without constraints, a table,
 * or a function that returns the table of a recursive shape.
 */
export type Target = SimpleType | TargetTable | (() => StructureTable | UnionTable);

/** A target as a table. */
export type TargetTable =
  | StructureTable
  | UnionTable
  | EnumTable
  | ListTable
  | MapTable
  | StringTable
  | BlobTable
  | IntegerTable
  | NumberTable
  | BigIntegerTable
  | TimestampTable
  | PlainTable;

/** The simple types that need no table if they have no constraints. */
export type SimpleType = (
  StringTable | BlobTable | IntegerTable | NumberTable | BigIntegerTable | PlainTable
)["type"];

/** Inclusive bounds; infinite where there is no limit. */
export type TableBounds<T = number> = readonly [min: T, max: T];

/** A list. */
export interface ListTable {
  readonly type: "list";
  readonly item: Target;
  /** The number of items. */
  readonly length?: TableBounds;
  readonly uniqueItems?: true;
  /** Whether items may be null. Documents always may. */
  readonly sparse?: true;
}

/** A map, which is an object in JSON and in memory. */
export interface MapTable {
  readonly type: "map";
  /** A string or an enum. */
  readonly key: Target;
  readonly value: Target;
  /** The number of entries. */
  readonly length?: TableBounds;
  /** Whether values may be null. Documents always may. */
  readonly sparse?: true;
}

/** A string. */
export interface StringTable {
  readonly type: "string";
  /** In code points. */
  readonly length?: TableBounds;
  /** Matches anywhere in the text. Absent if matching can take too long. */
  readonly pattern?: RegExp;
}

/** Bytes: base64 in JSON, a `Uint8Array` in memory. */
export interface BlobTable {
  readonly type: "blob";
  /** In bytes. */
  readonly length?: TableBounds;
}

/** An integer. A `long` is a safe integer (up to 2^53 - 1). */
export interface IntegerTable {
  readonly type: "byte" | "short" | "integer" | "long";
  readonly range?: TableBounds;
}

/** A number with a fraction; a float may be a double. A bigDecimal is text in memory. */
export interface NumberTable {
  readonly type: "float" | "bigDecimal";
  readonly range?: TableBounds;
}

/** An integer that is a bigint in memory. An `int64` is a `long` of the model, with all its 64 bits. */
export interface BigIntegerTable {
  readonly type: "bigInteger" | "int64";
  readonly range?: TableBounds<number | bigint>;
}

/** A timestamp: a `Date` in memory. */
export interface TimestampTable {
  readonly type: "timestamp";
  /** The format in JSON. */
  readonly format: "date-time" | "http-date" | "epoch-seconds";
}

/** A type that has no constraints. */
export interface PlainTable {
  readonly type: "boolean" | "document";
}
