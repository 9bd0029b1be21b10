/*
 * Each structure and union has a function `describeX(to)`, which describes it to a `Describer`. The
 * describer determines the result, such as a JSON Schema or arbitraries for tests.
 */

/** Whether a member must be present. A member with a default is always present after reading. */
export type Presence = "required" | "default" | undefined;

/** The HTTP binding of a member that is not in a JSON body. */
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

/**
 * Receives the descriptions of shapes. Bounds are inclusive; they are infinite if there are none.
 */
export interface Describer<T> {
  /**
   * @param isOpen whether JSON on the wire has members that the model does not define, as for
   * errors
   */
  structure(members: readonly DescribedMember<T>[], isOpen?: boolean): T;
  union(members: readonly DescribedMember<T>[]): T;
  /** Refers to a structure or union, which may be recursive. */
  ref(name: string, describe: (to: Describer<T>) => T): T;
  /** Refers to an enum. `values` is its object of literals. */
  enum(name: string, values: Readonly<Record<string, string | number>>): T;
  /** @param min the minimum number of items; `max` is the maximum */
  list(item: T, min?: number, max?: number, uniqueItems?: boolean): T;
  map(key: T, value: T, min?: number, max?: number): T;
  /** A value that may be null. */
  orNull(value: T): T;
  /** @param min in code points, like `max` */
  string(min?: number, max?: number, pattern?: RegExp): T;
  boolean(): T;
  integer(type: IntegerType, min?: number, max?: number): T;
  float(min?: number, max?: number): T;
  /** @param isLong whether the type is `long`, with 64 bits */
  bigInteger(min?: number | bigint, max?: number | bigint, isLong?: boolean): T;
  bigDecimal(min?: number, max?: number): T;
  timestamp(format: "date-time" | "http-date" | "epoch-seconds"): T;
  /** @param min in bytes, like `max` */
  blob(min?: number, max?: number): T;
  document(): T;
}

export type IntegerType = "byte" | "short" | "integer" | "long";

/**
 * Returns the minimum and maximum of an integer type. A `long` that is a JavaScript number must be
 * a safe integer (up to 2^53 - 1); a `long` that is a bigint is described as a `bigInteger`.
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
