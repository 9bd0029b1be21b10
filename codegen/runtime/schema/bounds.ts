import type {
  BigIntegerTable,
  BlobTable,
  IntegerTable,
  ListTable,
  MapTable,
  NumberTable,
  StringTable,
} from "../tables.js";

/** Bounds, inclusive; infinite where there are none. */
export interface Bounds {
  readonly min: number;
  readonly max: number;
}

/** Bounds, inclusive; `undefined` if there are none. */
export interface BigBounds {
  readonly min: bigint | undefined;
  readonly max: bigint | undefined;
}

/**
 * Returns the minimum and maximum of an integer type. A `long` that is a JavaScript number must be
 * a safe integer (up to 2^53 - 1).
 */
export function integerBounds(
  type: IntegerTable["type"],
): readonly [least: number, greatest: number] {
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

/** Returns the minimum and maximum of an integer type whose values are bigints. */
export function bigIntegerBounds(type: BigIntegerTable["type"]): BigBounds {
  return type === "int64"
    ? { min: -9223372036854775808n, max: 9223372036854775807n }
    : { min: undefined, max: undefined };
}

/** Returns the bounds of a length. */
export function lengthOf({
  length: [min, max] = [0, Infinity],
}: StringTable | BlobTable | ListTable | MapTable): Bounds {
  return { min: Math.max(0, min), max };
}

/** Returns the bounds of a number in the model. */
export function rangeOf({
  range: [min, max] = [-Infinity, Infinity],
}: IntegerTable | NumberTable): Bounds {
  return { min, max };
}

/** Returns the bounds of a bigint in the model. */
export function bigRangeOf({
  range: [min, max] = [-Infinity, Infinity],
}: BigIntegerTable): BigBounds {
  return { min: toBigInt(min, Math.ceil), max: toBigInt(max, Math.floor) };
}

/** Returns the bounds of an integer: those of its type and its own. */
export function integersOf(table: IntegerTable): Bounds {
  const [least, greatest] = integerBounds(table.type);
  const { min, max } = rangeOf(table);
  return { min: Math.max(least, Math.ceil(min)), max: Math.min(greatest, Math.floor(max)) };
}

/** Returns the bounds of a bigint: those of its type and its own. */
export function bigIntegersOf(table: BigIntegerTable): BigBounds {
  const type = bigIntegerBounds(table.type);
  const range = bigRangeOf(table);
  const isTighter = {
    min: range.min !== undefined && (type.min === undefined || range.min > type.min),
    max: range.max !== undefined && (type.max === undefined || range.max < type.max),
  };
  return {
    min: isTighter.min ? range.min : type.min,
    max: isTighter.max ? range.max : type.max,
  };
}

function toBigInt(bound: number | bigint, round: (bound: number) => number): bigint | undefined {
  if (typeof bound === "bigint") return bound;
  return Number.isFinite(bound) ? BigInt(round(bound)) : undefined;
}
