import fc from "fast-check";
import type { BigBounds, Bounds } from "../schema/bounds.js";

/** Generates integers within bounds, which are drawn often. */
export function integersWithin({ min, max }: Bounds): fc.Arbitrary<number> {
  return fc.oneof(fc.constantFrom(min, max), fc.integer({ min, max }));
}

/** Generates floats and doubles within bounds. */
export function doublesWithin({ min, max }: Bounds): fc.Arbitrary<number> {
  const isBounded = min !== -Infinity || max !== Infinity;
  // JSON does not preserve negative zero.
  return fc.double({ min, max, noNaN: isBounded }).map((value) => value + 0);
}

/** Generates bigints within bounds, which are drawn often. */
export function bigIntegersWithin({ min, max }: BigBounds): fc.Arbitrary<bigint> {
  const within = fc.bigInt({
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
  });
  const bounds = [min, max].filter((bound) => bound !== undefined);
  return bounds.length === 0 ? within : fc.oneof(fc.constantFrom(...bounds), within);
}

/** Generates the text of big decimals within bounds. */
export function bigDecimalsWithin({ min, max }: Bounds): fc.Arbitrary<string> {
  const least = Math.max(Math.ceil(min), Number.MIN_SAFE_INTEGER);
  const greatest = Math.min(Math.floor(max), Number.MAX_SAFE_INTEGER);
  return integersWithin({ min: Math.min(least, greatest), max: greatest }).map(String);
}

/** Generates times in the years 1 to 9999, with and without milliseconds. */
export function timestamps(wholeSeconds: boolean): fc.Arbitrary<Date> {
  const bounds = { min: new Date(-62135596800000), max: new Date(253402300799999) };
  const dates = fc.date({ ...bounds, noInvalidDate: true });
  const inSeconds = dates.map((date) => new Date(Math.floor(date.getTime() / 1000) * 1000));
  if (wholeSeconds) return inSeconds;
  const usual = fc.integer({ min: 0, max: 4102444800000 }).map((time) => new Date(time));
  return fc.oneof(dates, inSeconds, usual);
}
