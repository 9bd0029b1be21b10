import { isWithin } from "../../codegen/runtime/check/check-text.js";
import fc from "fast-check";
import type { Bounds, Member, Structure, Union } from "../../codegen/src/ir/ir.js";
import { jsonFormatOf, jsonNameOf } from "../../codegen/src/ir/wire.js";

/** Random wire JSON of a structure or union: mostly valid, with values of other kinds strewn in. */
export function wireJson(shape: Structure | Union, noise: boolean): fc.Arbitrary<unknown> {
  return strewn(aggregate(shape, noise, 0), noise, 20);
}

/** Puts something else in place of one of so many values. */
function strewn(
  value: fc.Arbitrary<unknown>,
  noise: boolean,
  weight: number,
): fc.Arbitrary<unknown> {
  if (!noise) return value;
  const others = fc.oneof(
    fc.constantFrom(null, true, 0, -1, 1.5, 2 ** 31, 2 ** 60, 1e30, "", "NaN", "aaaaaaaaa", [], {}),
    fc.jsonValue({ maxDepth: 2 }),
  );
  return fc.oneof({ arbitrary: value, weight }, { arbitrary: others, weight: 1 });
}

function aggregate(shape: Structure | Union, noise: boolean, depth: number): fc.Arbitrary<unknown> {
  const members = shape.members.filter(
    (member) => depth < 3 || shape.kind === "union" || isNeeded(member),
  );
  const entries = members.map((member) => {
    const value = wireValue(member, noise, depth + 1).map(
      (json) => [jsonNameOf(member), json] as const,
    );
    return { member, value };
  });
  if (shape.kind === "union") {
    const one = fc.oneof(...entries.map(({ value }) => value.map((entry) => [entry])));
    if (!noise) return one.map(toObject);
    const several = fc.array(fc.oneof(...entries.map(({ value }) => value)), { maxLength: 2 });
    return fc
      .oneof({ arbitrary: one, weight: 20 }, { arbitrary: several, weight: 1 })
      .map(toObject);
  }
  const needed = entries.filter(({ member }) => isNeeded(member));
  const optional = entries.filter(({ member }) => !isNeeded(member));
  const absent = (member: Member): fc.Arbitrary<Entry | undefined> =>
    fc.constantFrom(undefined, [jsonNameOf(member), null] as const);
  return fc
    .tuple(
      ...needed.map(({ member, value }) =>
        noise
          ? fc.oneof({ arbitrary: value, weight: 40 }, { arbitrary: absent(member), weight: 1 })
          : value,
      ),
      // A few at a time, since of many values one is always wrong.
      fc
        .subarray(optional, { maxLength: Math.min(6, optional.length) })
        .chain((chosen) =>
          fc
            .tuple(
              ...chosen.map(({ member, value }) =>
                fc.oneof({ arbitrary: value, weight: 5 }, { arbitrary: absent(member), weight: 1 }),
              ),
            )
            .map(toObject),
        ),
    )
    .map((found) => {
      // Not taken off the list, which is mapped again where a failure is made smaller.
      const rest = found[found.length - 1] as object;
      return toObject([...(found.slice(0, -1) as (Entry | undefined)[]), ...Object.entries(rest)]);
    });
}

type Entry = readonly [wireName: string, json: unknown];

function isNeeded({ required, defaultValue, idempotencyToken }: Member): boolean {
  return required && defaultValue === undefined && !idempotencyToken;
}

function toObject(entries: readonly (Entry | undefined)[]): object {
  return Object.fromEntries(entries.filter((entry) => entry !== undefined));
}

function wireValue(member: Member, noise: boolean, depth: number): fc.Arbitrary<unknown> {
  return strewn(validValue(member, noise, depth), noise, 30);
}

function validValue(member: Member, noise: boolean, depth: number): fc.Arbitrary<unknown> {
  const { target, constraints } = member;
  const [min, max] = sizes(constraints.length, noise);
  const least = Number(constraints.range?.min ?? -100);
  const most = Number(constraints.range?.max ?? 100);
  const slack = noise ? 1 : 0;
  switch (target.kind) {
    case "string": {
      const { pattern } = constraints;
      if (pattern?.regExp === undefined) return text(min, max);
      const matching = fc
        .stringMatching(pattern.regExp)
        .filter((value) => isWithin(value, min, max));
      return noise ? fc.oneof(matching, text(min, max)) : matching;
    }
    case "boolean":
      return fc.boolean();
    case "integer":
      return fc.integer({ min: Math.ceil(least) - slack, max: Math.floor(most) + slack });
    case "bigInteger":
      return fc.integer({ min: Math.ceil(least) - slack, max: Math.floor(most) + slack });
    case "float":
    case "bigDecimal":
      return fc.oneof(
        fc
          .double({ min: least - slack, max: most + slack, noNaN: true })
          .map((value) => (Object.is(value, -0) ? 0 : value)),
        ...(target.kind === "float" && constraints.range === undefined
          ? [fc.constantFrom("NaN", "Infinity", "-Infinity")]
          : []),
      );
    case "enum":
      return fc.constantFrom(...target.values.map(({ value }) => value));
    case "blob":
      return fc
        .uint8Array({ minLength: min, maxLength: max })
        .map((bytes) => Buffer.from(bytes).toString("base64"));
    case "timestamp":
      return timestamp(member, noise);
    case "document":
      return fc.jsonValue({ maxDepth: 2 }).filter((value) => value !== null);
    case "list": {
      const item = wireValue(target.member, noise, depth + 1);
      const items = target.sparse ? fc.oneof(item, fc.constant(null)) : item;
      const maxLength = depth > 4 ? min : Math.min(max, min + 3);
      return target.uniqueItems && !noise
        ? fc.uniqueArray(items, { minLength: min, maxLength, selector: (value) => valueKey(value) })
        : fc.array(items, { minLength: min, maxLength });
    }
    case "map": {
      const key = wireValue(target.key, false, depth + 1).map(String);
      const value = wireValue(target.value, noise, depth + 1);
      const values = target.sparse ? fc.oneof(value, fc.constant(null)) : value;
      const keys = noise
        ? fc.oneof({ arbitrary: key, weight: 20 }, { arbitrary: fc.string(), weight: 1 })
        : key;
      // A dictionary of few possible keys may not reach a size, and so has no least one beyond 1.
      return fc.dictionary(keys, values, {
        minKeys: Math.min(min, 1),
        maxKeys: Math.min(max, min + 2),
      });
    }
    case "structure":
    case "union":
      return aggregate(target, noise, depth);
  }
}

/** What two values of a list may not share: a null counts as absent, and -0 as 0. */
function valueKey(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) => (inner === null ? undefined : inner));
}

function sizes(length: Bounds<number> | undefined, noise: boolean): [min: number, max: number] {
  const slack = noise ? 1 : 0;
  const min = Math.max(0, (length?.min ?? 0) - slack);
  return [min, Math.min((length?.max ?? min + 5) + slack, min + 300)];
}

/** Text of so many code points, some of which take two UTF-16 units. */
function text(minLength: number, maxLength: number): fc.Arbitrary<string> {
  const unit = fc.oneof(
    fc.constantFrom("a", "b", "é", "\u0000", '"', "\\"),
    fc.constantFrom("👍", "𝒳"),
  );
  return fc.array(unit, { minLength, maxLength }).map((units) => units.join(""));
}

function timestamp(member: Member, noise: boolean): fc.Arbitrary<unknown> {
  const dates = fc.date({
    min: new Date("0001-01-01T00:00:00Z"),
    max: new Date("9999-12-31T23:59:59Z"),
    noInvalidDate: true,
  });
  switch (jsonFormatOf(member)) {
    case "date-time": {
      const valid = dates.map((date) => date.toISOString());
      const near = fc.constantFrom(
        "2020-02-30T00:00:00Z",
        "2020-01-01T00:00:00+01:00",
        "2016-12-31T23:59:60Z",
        "0000-01-01T00:00:00Z",
        "2020-01-01t00:00:00z",
        "2020-13-01T00:00:00Z",
        "2020-01-01T24:00:00Z",
      );
      return noise ? fc.oneof(valid, near) : valid;
    }
    case "http-date": {
      const valid = dates.map((date) => date.toUTCString());
      const near = fc.constantFrom(
        "Sun, 30 Feb 2020 00:00:00 GMT",
        "Sun, 06 Nov 1994 08:49:37.123 GMT",
        "06 Nov 1994 08:49:37 GMT",
        "Sun, 6 Nov 1994 08:49:37 GMT",
        "Sunday, 06-Nov-94 08:49:37 GMT",
        "Sunday, 6-Nov-94 08:49:37 GMT",
        "Sun, 06-Nov-94 08:49:37 GMT",
        "Sun Nov  6 08:49:37 1994",
        "Sun Nov 16 08:49:37 1994",
        "Sun Nov 6 08:49:37 1994",
        "Sun Foo  6 08:49:37 1994",
      );
      return noise ? fc.oneof(valid, near) : valid;
    }
    default: {
      const valid = dates.map((date) => date.getTime() / 1000);
      return noise ? fc.oneof(valid, fc.constantFrom(-62135596801, 253402300800, 1e300)) : valid;
    }
  }
}
