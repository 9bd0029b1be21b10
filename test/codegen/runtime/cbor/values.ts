import * as fc from "fast-check";

const wellFormedText = fc.string({ unit: "binary", maxLength: 60 });

const keys = fc.oneof(
  wellFormedText,
  fc.constantFrom("__proto__", "constructor", "toString", "hasOwnProperty", "0", "name"),
);

const numbers = fc.oneof(fc.double(), fc.maxSafeInteger(), fc.integer({ min: -300, max: 70_000 }));

/** Bigints beyond the safe integers, since the others are read as numbers. */
const bigInts = fc
  .bigInt({ min: -(2n ** 130n), max: 2n ** 130n })
  .filter((value) => value < Number.MIN_SAFE_INTEGER || value > Number.MAX_SAFE_INTEGER);

/** In the years of Smithy's timestamps: seconds as a double have milliseconds there. */
const dates = fc.date({
  noInvalidDate: true,
  min: new Date("0001-01-01T00:00:00.000Z"),
  max: new Date("9999-12-31T23:59:59.999Z"),
});

/** Values that CBOR represents, and that are read as they were written. */
export const values: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    wellFormedText,
    numbers,
    fc.boolean(),
    fc.constant(null),
    bigInts,
    dates,
    fc.uint8Array({ maxLength: 40 }).map((bytes) => Uint8Array.from(bytes)),
    fc.array(tie("value"), { maxLength: 30 }),
    fc
      .array(fc.tuple(keys, tie("value")), { maxLength: 30 })
      .map((entries) => Object.fromEntries(entries)),
  ),
})).value;
