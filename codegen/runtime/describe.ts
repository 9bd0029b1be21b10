/*
 * Each structure and union has one function that describes it, `describeX(to)`. What the shapes are
 * described to decides what becomes of them: a JSON Schema, or arbitraries for tests.
 */

/** Whether a member has to be there; one with a default is always there once it has been read. */
export type Presence = "required" | "default" | undefined;

/** Where HTTP carries a member that is not in a JSON body. */
export type Location =
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

/** A member of a structure or union: its names on the wire and in memory, and its description. */
export type DescribedMember<T> = readonly [
  wireName: string,
  name: string,
  value: T,
  presence?: Presence,
  location?: Location,
];

/** What shapes are described to. Bounds are inclusive, and infinite where there are none. */
export interface Describer<T> {
  /** @param isOpen whether values have members on the wire that the model does not tell of, as errors do */
  structure(members: readonly DescribedMember<T>[], isOpen?: boolean): T;
  union(members: readonly DescribedMember<T>[]): T;
  /** Refers to a structure or union, which may refer back. */
  ref(name: string, describe: (to: Describer<T>) => T): T;
  /** Refers to an enum, by its object of literals. */
  enum(name: string, values: Readonly<Record<string, string | number>>): T;
  /** @param min the least number of items, as `max` is the greatest */
  list(item: T, min?: number, max?: number, uniqueItems?: boolean): T;
  map(key: T, value: T, min?: number, max?: number): T;
  /** A value in whose place null may stand. */
  orNull(value: T): T;
  /** @param min in code points, as `max` */
  string(min?: number, max?: number, pattern?: RegExp): T;
  boolean(): T;
  integer(type: IntegerType, min?: number, max?: number): T;
  float(min?: number, max?: number): T;
  /** @param isLong whether it is a `long`, which has 64 bits */
  bigInteger(min?: number | bigint, max?: number | bigint, isLong?: boolean): T;
  bigDecimal(min?: number, max?: number): T;
  timestamp(format: "date-time" | "http-date" | "epoch-seconds"): T;
  /** @param min in bytes, as `max` */
  blob(min?: number, max?: number): T;
  document(): T;
}

export type IntegerType = "byte" | "short" | "integer" | "long";

/**
 * The least and the greatest value of an integer type. A `long` as a JavaScript number is exact up
 * to 2^53 - 1; a larger one is refused. As a bigint it is described as a `bigInteger`.
 */
export function integerBounds(type: IntegerType): readonly [least: number, greatest: number] {
  switch (type) {
    case "byte":
      return [-128, 127];
    case "short":
      return [-32768, 32767];
    case "integer":
      return [-2147483648, 2147483647];
    case "long":
      return [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER];
  }
}
