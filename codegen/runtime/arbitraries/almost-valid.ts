import fc from "fast-check";
import { unknownEnumValue, validValues } from "./arbitraries.js";
import { pointerOf, type Key } from "../values/path.js";
import {
  bigIntegerBounds,
  bigRangeOf,
  integerBounds,
  lengthOf,
  rangeOf,
  type Bounds,
} from "../schema/bounds.js";
import { ofLength, smallest } from "./smallest-values.js";
import { holdsNulls, tableOf } from "../schema/targets.js";
import type {
  BigIntegerTable,
  BlobTable,
  EnumTable,
  ListTable,
  MapTable,
  StringTable,
  StructureTable,
  Target,
  TargetTable,
  UnionTable,
} from "../tables.js";
import type { Constraint } from "../types.js";

/** A value that violates exactly one rule. */
export interface AlmostValid {
  readonly value: unknown;
  /** A JSON pointer (RFC 6901) of member names to the invalid value. */
  readonly path: string;
  readonly constraint: Constraint;
}

/**
 * Generates values of a structure or union that violate exactly one rule. The shape must have
 * members.
 */
export function almostValidValues(table: StructureTable | UnionTable): fc.Arbitrary<AlmostValid> {
  return fc
    .tuple(validValues(table), fc.nat())
    .map(([value, choice]) => {
      const mutations = mutationsOf(table, value);
      const mutation = mutations[choice % Math.max(1, mutations.length)];
      return mutation === undefined ? undefined : almostValid(value, mutation);
    })
    .filter((found) => found !== undefined);
}

function almostValid(value: unknown, mutation: Mutation): AlmostValid {
  return {
    value: mutate(value, mutation, "member"),
    path: pointerOf(mutation.steps.map(({ member }) => member)),
    constraint: mutation.constraint,
  };
}

/** One step of a path: the name in memory and the name in JSON. */
export interface Step {
  readonly member: Key;
  readonly wire: Key;
}

/** A change to a valid value that violates one rule, and the expected issue. */
export interface Mutation {
  readonly steps: readonly Step[];
  readonly constraint: Constraint;
  /** The replacement of the valid value; `undefined` to remove it. */
  readonly broken: unknown;
}

/** Longer texts are not generated, since a property test generates hundreds. */
const longEnough = 40_000;

/** Returns all mutations of a valid value of a structure or union. */
export function mutationsOf(table: StructureTable | UnionTable, value: unknown): Mutation[] {
  return mutationsIn(table, value, []);
}

function mutationsOfMembers(
  { type, members }: StructureTable | UnionTable,
  value: unknown,
  steps: readonly Step[],
): Mutation[] {
  return members.flatMap(([name, wireName, target, facts]) => {
    if (!Object.hasOwn(value as object, name)) return [];
    const here = [...steps, { member: name, wire: wireName }];
    const isNeeded = type === "structure" && facts?.required === true;
    // The contents of a stream are checked when they are read.
    const inside =
      facts?.location === "bytes" || facts?.location === "events"
        ? []
        : mutationsAt(target, (value as Record<string, unknown>)[name], here);
    return isNeeded
      ? [{ steps: here, constraint: "required", broken: undefined }, ...inside]
      : inside;
  });
}

/** Returns a mutation that sets two members of a union. */
function withTwoMembers(
  { members }: UnionTable,
  value: unknown,
  steps: readonly Step[],
): Mutation[] {
  const other = members.find(([name]) => !Object.hasOwn(value as object, name));
  if (other === undefined) return [];
  const [name, , target] = other;
  const broken = { ...(value as object), ...Object.fromEntries([[name, smallest(target)]]) };
  return [{ steps, constraint: "union", broken }];
}

function mutationsAt(target: Target, value: unknown, steps: readonly Step[]): Mutation[] {
  const table = tableOf(target);
  const broken = brokenValues(table, value).map((each) => ({ ...each, steps }));
  return [...broken, ...mutationsIn(table, value, steps)];
}

function mutationsIn(table: TargetTable, value: unknown, steps: readonly Step[]): Mutation[] {
  switch (table.type) {
    case "structure":
      return mutationsOfMembers(table, value, steps);
    case "union":
      return [...mutationsOfMembers(table, value, steps), ...withTwoMembers(table, value, steps)];
    case "list":
      // A changed item may become equal to another item.
      if (table.uniqueItems === true) return [];
      return (value as unknown[]).flatMap((item, index) =>
        mutationsOfEntry(table, table.item, item, [...steps, { member: index, wire: index }]),
      );
    case "map":
      return Object.entries(value as object).flatMap(([key, item]) =>
        mutationsOfEntry(table, table.value, item, [...steps, { member: key, wire: key }]),
      );
    default:
      return [];
  }
}

function mutationsOfEntry(
  collection: ListTable | MapTable,
  target: Target,
  item: unknown,
  steps: readonly Step[],
): Mutation[] {
  if (!holdsNulls(collection, tableOf(target))) {
    return [{ steps, constraint: "required", broken: null }, ...mutationsAt(target, item, steps)];
  }
  return item === null ? [] : mutationsAt(target, item, steps);
}

type Broken = Omit<Mutation, "steps">;

/** Returns replacements of a valid value that violate one rule each. */
function brokenValues(table: TargetTable, value: unknown): Broken[] {
  switch (table.type) {
    case "structure":
    case "union":
    case "boolean":
    case "timestamp":
      return ofWrongType(table);
    case "document":
      return [];
    default:
      return [...ofWrongType(table), ...beyondConstraints(table, value)];
  }
}

type Constrained = Exclude<
  TargetTable,
  { readonly type: "structure" | "union" | "boolean" | "document" | "timestamp" }
>;

/** Returns values of the right type that violate one constraint each. */
function beyondConstraints(table: Constrained, value: unknown): Broken[] {
  switch (table.type) {
    case "string":
      return [...ofWrongLength(table), ...unmatched(table)];
    case "blob":
    case "map":
      return ofWrongLength(table);
    case "list":
      return [...ofWrongLength(table), ...repeated(value as unknown[], table)];
    case "byte":
    case "short":
    case "integer":
    case "long": {
      const [least, greatest] = integerBounds(table.type);
      // A number beyond the bounds of the type violates the rule for the type.
      return outOfRange(rangeOf(table)).filter(
        ({ broken }) => (broken as number) >= least && (broken as number) <= greatest,
      );
    }
    case "float":
      return outOfRange(rangeOf(table));
    case "bigInteger":
    case "int64":
      return bigOutOfRange(table);
    case "bigDecimal":
      return outOfRange(rangeOf(table)).map((each) => ({ ...each, broken: String(each.broken) }));
    case "enum":
      return [unknownTo(table)];
  }
}

/** Returns values of another type that are valid in memory and in JSON. */
function ofWrongType({ type }: TargetTable): Broken[] {
  const others = type === "boolean" ? ["true", 1] : [true, type === "list" ? {} : []];
  return others.map((broken) => ({ constraint: "type", broken }));
}

function ofWrongLength(table: StringTable | BlobTable | ListTable | MapTable): Broken[] {
  const { min, max } = lengthOf(table);
  const lengths = [...(min === 0 ? [] : [min - 1]), ...(max >= longEnough ? [] : [max + 1])];
  return lengths.map((length) => ({ constraint: "length", broken: ofLength(table, length) }));
}

/** Returns the list with its first item repeated, if its maximum length allows it. */
function repeated(items: readonly unknown[], list: ListTable): Broken[] {
  if (list.uniqueItems !== true || items.length === 0 || items.length >= lengthOf(list).max) {
    return [];
  }
  return [{ constraint: "uniqueItems", broken: [...items, items[0]] }];
}

/** Returns the nearest integers beyond bounds that are different numbers. */
function outOfRange({ min, max }: Bounds): Broken[] {
  const beyond = [
    ...(min === -Infinity ? [] : [Math.ceil(min) - stepAt(min)]),
    ...(max === Infinity ? [] : [Math.floor(max) + stepAt(max)]),
  ];
  return beyond.map((broken) => ({ constraint: "range", broken }));
}

/** Returns the integers next to bounds, unless they are beyond the bounds of the type. */
function bigOutOfRange(table: BigIntegerTable): Broken[] {
  const type = bigIntegerBounds(table.type);
  const range = bigRangeOf(table);
  const beyond = [
    ...(range.min === undefined || range.min === type.min ? [] : [range.min - 1n]),
    ...(range.max === undefined || range.max === type.max ? [] : [range.max + 1n]),
  ];
  return beyond
    .filter((each) => (type.min ?? each) <= each && each <= (type.max ?? each))
    .map((broken) => ({ constraint: "range", broken }));
}

function stepAt(bound: number): number {
  return Math.max(1, Math.abs(bound) * 2 * Number.EPSILON);
}

/** Returns text of a valid length that does not match the pattern. */
function unmatched(table: StringTable): Broken[] {
  const { pattern } = table;
  if (pattern === undefined) return [];
  const length = Math.max(1, lengthOf(table).min);
  const broken = ["_", "A", "0", " ", "\n"]
    .map((each) => each.repeat(length))
    .find((text) => !pattern.test(text));
  return broken === undefined ? [] : [{ constraint: "pattern", broken }];
}

function unknownTo({ values }: EnumTable): Broken {
  const isNumber = typeof Object.values(values)[0] === "number";
  return { constraint: "enum", broken: isNumber ? 2147483647 : unknownEnumValue };
}

/** Returns a copy of a value, or of its JSON, with the mutation applied. */
export function mutate(value: unknown, { steps, broken }: Mutation, names: keyof Step): unknown {
  return replace(
    value,
    steps.map((step) => step[names]),
    broken,
  );
}

function replace(value: unknown, path: readonly Key[], broken: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return broken;
  if (Array.isArray(value)) {
    return value.map((item: unknown, index): unknown =>
      index === step ? replace(item, rest, broken) : item,
    );
  }
  const entries = Object.entries(value as object).flatMap(([name, item]) => {
    if (name !== step) return [[name, item]];
    const replaced = replace(item, rest, broken);
    return replaced === undefined ? [] : [[name, replaced]];
  });
  // `Object.fromEntries` defines properties, so a key `__proto__` is kept.
  return Object.fromEntries(entries);
}
