import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { almostValidValues } from "../../../codegen/runtime/arbitraries/almost-valid.js";
import { validValues } from "../../../codegen/runtime/arbitraries/arbitraries.js";
import type {
  MemberTable,
  StructureTable,
  TableBounds,
  Target,
} from "../../../codegen/runtime/types.js";

/** Many values, always the same. */
function sample<T>(arbitrary: fc.Arbitrary<T>): T[] {
  return fc.sample(arbitrary, { numRuns: 500, seed: 1 });
}

function structureOf(...members: readonly MemberTable[]): StructureTable {
  return { type: "structure", name: "Thing", members };
}

/** Values of one required member. */
function valuesOf(target: Target): unknown[] {
  const table = structureOf(["m", "m", target, { required: true }]);
  return sample(validValues<{ m: unknown }>(table)).map(({ m }) => m);
}

/** What takes the place of one required member in values that break a rule, and the rule. */
function brokenOf(target: Target, constraint: string): unknown[] {
  const table = structureOf(["m", "m", target, { required: true }]);
  return sample(almostValidValues(table))
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

const sized: readonly [kind: string, of: (length: TableBounds) => Target][] = [
  ["text", (length) => ({ type: "string", length })],
  ["text with a pattern", (length) => ({ type: "string", length, pattern: /^[a-f]*$/ })],
  ["bytes", (length) => ({ type: "blob", length })],
  ["lists", (length) => ({ type: "list", item: "boolean", length })],
  [
    "lists of unique items",
    (length) => ({ type: "list", item: "byte", length, uniqueItems: true }),
  ],
  ["maps", (length) => ({ type: "map", key: "string", value: "boolean", length })],
];

describe("valid values", () => {
  it.each(sized)("%s have every length within bounds, both ends included", (_, of) => {
    for (const [min, max] of [
      [0, 3],
      [2, 5],
      [4, 4],
    ] as const) {
      const lengths = Array.from({ length: max - min + 1 }, (_unused, index) => min + index);
      expect(distinct(valuesOf(of([min, max])).map(sizeOf))).toEqual(lengths);
    }
  });

  it("of text and bytes often have the least and the greatest length, however far apart", () => {
    for (const of of [sized[0]?.[1], sized[2]?.[1]]) {
      const lengths = valuesOf(of?.([3, 700]) ?? "boolean").map(sizeOf);
      for (const end of [3, 700])
        expect(lengths.filter((length) => length === end).length).toBeGreaterThan(20);
      expect(Math.min(...lengths)).toBe(3);
      expect(Math.max(...lengths)).toBe(700);
    }
  });

  it.each<[string, Target, number]>([
    ["booleans", "boolean", 2],
    ["small integers", { type: "byte", range: [0, 2] }, 3],
    ["big integers", { type: "bigInteger", range: [0, 2] }, 3],
    ["enums", { type: "enum", name: "E", values: { A: "a", B: "b", C: "c" } }, 3],
    ["lists", { type: "list", item: "boolean", length: [1, 1] }, 2],
    ["structures", structureOf(["a", "a", "boolean", { required: true }]), 2],
  ])("of unique %s have no item twice", (_, item, most) => {
    const lists = valuesOf({
      type: "list",
      item,
      length: [0, most],
      uniqueItems: true,
    }) as unknown[][];
    const text = (each: unknown): string =>
      JSON.stringify(each, (_key, value: unknown) =>
        typeof value === "bigint" ? String(value) : value,
      );
    for (const list of lists) expect(new Set(list.map(text)).size).toBe(list.length);
    expect(distinct(lists.map(({ length }) => length))).toContain(most);
    // As lists of any items have one twice, this says something.
    const others = valuesOf({ type: "list", item, length: [0, 3] }) as unknown[][];
    expect(others.some((list) => new Set(list.map(text)).size < list.length)).toBe(true);
  });

  it("have optional members or do not, and required and defaulted ones always", () => {
    const drawn = sample(
      validValues<object>(
        structureOf(
          ["optional", "Optional", "boolean"],
          ["other", "Other", "boolean"],
          ["required", "Required", "boolean", { required: true }],
          ["defaulted", "Defaulted", "boolean", { default: false }],
          ["status", "Status", "integer", { location: "responseCode" }],
        ),
      ),
    );
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
    const tree: StructureTable = structureOf(
      ["left", "left", () => tree],
      ["right", "right", () => tree],
    );
    const depthOf = (value: unknown): number =>
      1 + Math.max(0, ...Object.values(value as object).map(depthOf));
    expect(distinct(sample(validValues(tree)).map(depthOf))).toEqual([1, 2, 3, 4, 5]);
  });

  it.each<[string, Target, unknown, unknown]>([
    ["byte", "byte", -128, 127],
    ["integer", { type: "integer", range: [-3, 5.5] }, -3, 5],
    ["long", "long", Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
    ["bigInteger", { type: "bigInteger", range: [-2.5, 7n] }, -2n, 7n],
    ["long of 64 bits", "int64", -(2n ** 63n), 2n ** 63n - 1n],
    [
      "bounded long",
      { type: "int64", range: [-Infinity, 2n ** 60n + 1n] },
      -(2n ** 63n),
      2n ** 60n + 1n,
    ],
  ])("of %s reach both bounds and do not exceed them", (_, target, min, max) => {
    const drawn = valuesOf(target) as (number | bigint)[];
    expect(drawn).toContain(min);
    expect(drawn).toContain(max);
    expect(drawn.every((each) => each >= (min as number) && each <= (max as number))).toBe(true);
  });
});

describe("values that break one rule", () => {
  it.each(sized)("%s are one too short or one too long", (_, of) => {
    expect(distinct(brokenOf(of([2, 5]), "length").map(sizeOf))).toEqual([1, 6]);
    expect(distinct(brokenOf(of([0, 5]), "length").map(sizeOf))).toEqual([6]);
    expect(distinct(brokenOf(of([2, Infinity]), "length").map(sizeOf))).toEqual([1]);
  });

  it("of unique items have one item twice, and as many as there may be at most", () => {
    const list: Target = { type: "list", item: "boolean", length: [0, 2] };
    const lists = brokenOf({ ...list, uniqueItems: true }, "uniqueItems") as boolean[][];
    expect(lists.length).toBeGreaterThan(0);
    for (const list of lists) {
      expect(new Set(list).size).toBe(list.length - 1);
      expect(list.length).toBeLessThanOrEqual(2);
    }
    expect(brokenOf(list, "uniqueItems")).toEqual([]);
  });

  it("lack a required member, and never an optional one", () => {
    const drawn = sample(
      almostValidValues(
        structureOf(
          ["a", "a", "boolean", { required: true }],
          ["b", "b", "boolean"],
          ["c", "c", "boolean", { default: false }],
        ),
      ),
    ).filter(({ constraint }) => constraint === "required");
    expect(distinct(drawn.map(({ path }) => path))).toEqual(["/a"]);
    expect(drawn.every(({ value }) => !Object.hasOwn(value as object, "a"))).toBe(true);
  });

  it.each<[string, Target, unknown[]]>([
    ["an integer", { type: "integer", range: [-3, 5] }, [-4, 6]],
    ["an integer at the bound of its type", { type: "byte", range: [-128, 5] }, [6]],
    ["a bigInteger", { type: "bigInteger", range: [-3, 2n ** 70n] }, [-4n, 2n ** 70n + 1n]],
    ["a long of 64 bits", { type: "int64", range: [-(2n ** 63n), 5] }, [6n]],
    ["a long within 64 bits", { type: "int64", range: [0, 2n ** 62n] }, [-1n, 2n ** 62n + 1n]],
  ])("of %s are next to its range", (_, target, want) => {
    expect(distinct(brokenOf(target, "range"))).toEqual(want);
  });
});
