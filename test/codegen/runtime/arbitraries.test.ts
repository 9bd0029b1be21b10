import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { almostValidValues } from "../../../codegen/runtime/almost-valid.js";
import { validValues } from "../../../codegen/runtime/arbitraries.js";
import type { Describer } from "../../../codegen/runtime/describe.js";
import type { DescribeSpec, ShapeSpec } from "../../../codegen/runtime/shape-spec.js";

/** Many values, always the same. */
function sample<T>(arbitrary: fc.Arbitrary<T>): T[] {
  return fc.sample(arbitrary, { numRuns: 500, seed: 1 });
}

type To = Describer<ShapeSpec>;

/** Values of one required member. */
function valuesOf(describeMember: (to: To) => ShapeSpec): unknown[] {
  const drawn = sample(
    validValues((to) => to.structure([["m", "m", describeMember(to), "required"]])),
  );
  return drawn.map((value) => (value as { m: unknown }).m);
}

/** What takes the place of one required member in values that break a rule, and the rule. */
function brokenOf(describeMember: (to: To) => ShapeSpec, constraint: string): unknown[] {
  const shape: DescribeSpec = (to) => to.structure([["m", "m", describeMember(to), "required"]]);
  return sample(almostValidValues(shape))
    .filter((almost) => almost.constraint === constraint && almost.path === "/m")
    .map(({ value }) => (value as { m: unknown }).m);
}

function sizeOf(value: unknown): number {
  if (typeof value === "string") return Array.from(value).length;
  if (value instanceof Uint8Array || Array.isArray(value)) return value.length;
  return Object.keys(value as object).length;
}

function distinct(values: readonly unknown[]): unknown[] {
  return [...new Set(values)].sort((left, right) => (Number(left) < Number(right) ? -1 : 1));
}

const sized: readonly [kind: string, of: (to: To, min: number, max: number) => ShapeSpec][] = [
  ["text", (to, min, max) => to.string(min, max)],
  ["text with a pattern", (to, min, max) => to.string(min, max, /^[a-f]*$/)],
  ["bytes", (to, min, max) => to.blob(min, max)],
  ["lists", (to, min, max) => to.list(to.boolean(), min, max)],
  ["lists of unique items", (to, min, max) => to.list(to.integer("byte"), min, max, true)],
  ["maps", (to, min, max) => to.map(to.string(), to.boolean(), min, max)],
];

describe("valid values", () => {
  it.each(sized)("%s have every length within bounds, both ends included", (_, of) => {
    for (const [min, max] of [
      [0, 3],
      [2, 5],
      [4, 4],
    ] as const) {
      const lengths = Array.from({ length: max - min + 1 }, (_unused, index) => min + index);
      expect(distinct(valuesOf((to) => of(to, min, max)).map(sizeOf))).toEqual(lengths);
    }
  });

  it("of text and bytes often have the least and the greatest length, however far apart", () => {
    for (const of of [sized[0]?.[1], sized[2]?.[1]]) {
      const lengths = valuesOf((to) => of?.(to, 3, 700) ?? to.boolean()).map(sizeOf);
      for (const end of [3, 700])
        expect(lengths.filter((length) => length === end).length).toBeGreaterThan(20);
      expect(Math.min(...lengths)).toBe(3);
      expect(Math.max(...lengths)).toBe(700);
    }
  });

  it.each<[string, (to: To) => ShapeSpec, number]>([
    ["booleans", (to) => to.boolean(), 2],
    ["small integers", (to) => to.integer("byte", 0, 2), 3],
    ["big integers", (to) => to.bigInteger(0, 2), 3],
    ["enums", (to) => to.enum("E", { A: "a", B: "b", C: "c" }), 3],
    ["lists", (to) => to.list(to.boolean(), 1, 1), 2],
    ["structures", (to) => to.structure([["a", "a", to.boolean(), "required"]]), 2],
  ])("of unique %s have no item twice", (_, item, most) => {
    const lists = valuesOf((to) => to.list(item(to), 0, most, true)) as unknown[][];
    const text = (each: unknown): string =>
      JSON.stringify(each, (_key, value: unknown) =>
        typeof value === "bigint" ? String(value) : value,
      );
    for (const list of lists) expect(new Set(list.map(text)).size).toBe(list.length);
    expect(distinct(lists.map(({ length }) => length))).toContain(most);
    // As lists of any items have one twice, this says something.
    const others = valuesOf((to) => to.list(item(to), 0, 3)) as unknown[][];
    expect(others.some((list) => new Set(list.map(text)).size < list.length)).toBe(true);
  });

  it("have optional members or do not, and required and defaulted ones always", () => {
    const drawn = sample(
      validValues((to) =>
        to.structure([
          ["Optional", "optional", to.boolean()],
          ["Other", "other", to.boolean()],
          ["Required", "required", to.boolean(), "required"],
          ["Defaulted", "defaulted", to.boolean(), "default"],
          ["Status", "status", to.integer("integer"), undefined, "responseCode"],
        ]),
      ),
    ) as object[];
    const forms = drawn.map((value) => Object.keys(value).sort().join());
    expect(new Set(forms)).toEqual(
      new Set([
        "defaulted,required,status",
        "defaulted,optional,required,status",
        "defaulted,other,required,status",
        "defaulted,optional,other,required,status",
      ]),
    );
  });

  it("come to an end where shapes hold themselves", () => {
    const tree: DescribeSpec = (to) =>
      to.structure([
        ["left", "left", to.ref("Tree", tree)],
        ["right", "right", to.ref("Tree", tree)],
      ]);
    const depthOf = (value: unknown): number =>
      1 + Math.max(0, ...Object.values(value as object).map(depthOf));
    expect(distinct(sample(validValues(tree)).map(depthOf))).toEqual([1, 2, 3, 4, 5]);
  });

  it.each<[string, (to: To) => ShapeSpec, unknown, unknown]>([
    ["byte", (to) => to.integer("byte"), -128, 127],
    ["integer", (to) => to.integer("integer", -3, 5.5), -3, 5],
    ["long", (to) => to.integer("long"), Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
    ["bigInteger", (to) => to.bigInteger(-2.5, 7n), -2n, 7n],
    [
      "long of 64 bits",
      (to) => to.bigInteger(undefined, undefined, true),
      -(2n ** 63n),
      2n ** 63n - 1n,
    ],
    [
      "bounded long",
      (to) => to.bigInteger(-Infinity, 2n ** 60n + 1n, true),
      -(2n ** 63n),
      2n ** 60n + 1n,
    ],
  ])("of %s reach both bounds and do not exceed them", (_, of, min, max) => {
    const drawn = valuesOf(of) as (number | bigint)[];
    expect(drawn).toContain(min);
    expect(drawn).toContain(max);
    expect(drawn.every((each) => each >= (min as number) && each <= (max as number))).toBe(true);
  });
});

describe("values that break one rule", () => {
  it.each(sized)("%s are one too short or one too long", (_, of) => {
    expect(distinct(brokenOf((to) => of(to, 2, 5), "length").map(sizeOf))).toEqual([1, 6]);
    expect(distinct(brokenOf((to) => of(to, 0, 5), "length").map(sizeOf))).toEqual([6]);
    expect(distinct(brokenOf((to) => of(to, 2, Infinity), "length").map(sizeOf))).toEqual([1]);
  });

  it("of unique items have one item twice, and as many as there may be at most", () => {
    const lists = brokenOf((to) => to.list(to.boolean(), 0, 2, true), "uniqueItems") as boolean[][];
    expect(lists.length).toBeGreaterThan(0);
    for (const list of lists) {
      expect(new Set(list).size).toBe(list.length - 1);
      expect(list.length).toBeLessThanOrEqual(2);
    }
    expect(brokenOf((to) => to.list(to.boolean(), 0, 2), "uniqueItems")).toEqual([]);
  });

  it("lack a required member, and never an optional one", () => {
    const drawn = sample(
      almostValidValues((to) =>
        to.structure([
          ["a", "a", to.boolean(), "required"],
          ["b", "b", to.boolean()],
          ["c", "c", to.boolean(), "default"],
        ]),
      ),
    ).filter(({ constraint }) => constraint === "required");
    expect(distinct(drawn.map(({ path }) => path))).toEqual(["/a"]);
    expect(drawn.every(({ value }) => !Object.hasOwn(value as object, "a"))).toBe(true);
  });

  it.each<[string, (to: To) => ShapeSpec, unknown[]]>([
    ["an integer", (to) => to.integer("integer", -3, 5), [-4, 6]],
    ["an integer at the bound of its type", (to) => to.integer("byte", -128, 5), [6]],
    ["a bigInteger", (to) => to.bigInteger(-3, 2n ** 70n), [-4n, 2n ** 70n + 1n]],
    ["a long of 64 bits", (to) => to.bigInteger(-(2n ** 63n), 5, true), [6n]],
    ["a long within 64 bits", (to) => to.bigInteger(0, 2n ** 62n, true), [-1n, 2n ** 62n + 1n]],
  ])("of %s are next to its range", (_, of, want) => {
    expect(distinct(brokenOf(of, "range"))).toEqual(want);
  });
});
