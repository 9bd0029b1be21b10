import fc from "fast-check";
import { unknownEnumValue, validValues } from "./arbitraries.js";
import { pointerOf, type Key } from "./path.js";
import {
  specOf,
  type BigIntegerSpec,
  type Bounds,
  type DescribeSpec,
  type EnumSpec,
  type MembersSpec,
  type ShapeSpec,
  type StringSpec,
} from "./shape-spec.js";
import { ofLength, smallest } from "./smallest-values.js";
import type { Constraint } from "./types.js";

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
export function almostValidValues(describe: DescribeSpec): fc.Arbitrary<AlmostValid> {
  const spec = specOf(describe);
  return fc
    .tuple(validValues(describe), fc.nat())
    .map(([value, choice]) => {
      const mutations = mutationsOf(spec, value);
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
export function mutationsOf(spec: MembersSpec, value: unknown): Mutation[] {
  return mutationsIn(spec, value, []);
}

function mutationsOfMembers(
  { kind, members }: MembersSpec,
  value: unknown,
  steps: readonly Step[],
): Mutation[] {
  return members.flatMap(({ name, wireName, value: spec, presence, location }) => {
    if (!Object.hasOwn(value as object, name)) return [];
    const here = [...steps, { member: name, wire: wireName }];
    const isNeeded = kind === "structure" && presence === "required";
    // The contents of a stream are checked when they are read.
    const inside =
      location === "bytes" || location === "events"
        ? []
        : mutationsAt(spec, (value as Record<string, unknown>)[name], here);
    return isNeeded
      ? [{ steps: here, constraint: "required", broken: undefined }, ...inside]
      : inside;
  });
}

/** Returns a mutation that sets two members of a union. */
function withTwoMembers(
  { members }: MembersSpec,
  value: unknown,
  steps: readonly Step[],
): Mutation[] {
  const other = members.find(({ name }) => !Object.hasOwn(value as object, name));
  if (other === undefined) return [];
  const broken = {
    ...(value as object),
    ...Object.fromEntries([[other.name, smallest(other.value)]]),
  };
  return [{ steps, constraint: "union", broken }];
}

function mutationsAt(spec: ShapeSpec, value: unknown, steps: readonly Step[]): Mutation[] {
  switch (spec.kind) {
    case "orNull":
      return value === null ? [] : mutationsAt(spec.value, value, steps);
    case "reference":
      return mutationsAt(spec.target(), value, steps);
    default: {
      const broken = brokenValues(spec, value).map((each) => ({ ...each, steps }));
      return [...broken, ...mutationsIn(spec, value, steps)];
    }
  }
}

function mutationsIn(spec: ShapeSpec, value: unknown, steps: readonly Step[]): Mutation[] {
  switch (spec.kind) {
    case "structure":
      return mutationsOfMembers(spec, value, steps);
    case "union":
      return [...mutationsOfMembers(spec, value, steps), ...withTwoMembers(spec, value, steps)];
    case "list":
      // A changed item may become equal to another item.
      if (spec.uniqueItems) return [];
      return (value as unknown[]).flatMap((item, index) =>
        mutationsOfEntry(spec.item, item, index, steps),
      );
    case "map":
      return Object.entries(value as object).flatMap(([key, item]) =>
        mutationsOfEntry(spec.value, item, key, steps),
      );
    default:
      return [];
  }
}

function mutationsOfEntry(
  spec: ShapeSpec,
  item: unknown,
  key: Key,
  steps: readonly Step[],
): Mutation[] {
  const here = [...steps, { member: key, wire: key }];
  return [
    ...(spec.kind === "orNull"
      ? []
      : [{ steps: here, constraint: "required" as const, broken: null }]),
    ...mutationsAt(spec, item, here),
  ];
}

type Broken = Omit<Mutation, "steps">;

/** Returns replacements of a valid value that violate one rule each. */
function brokenValues(spec: ShapeSpec, value: unknown): Broken[] {
  switch (spec.kind) {
    case "document":
      return [];
    case "string":
      return [...ofWrongType(spec), ...ofWrongLength(spec, spec.length), ...unmatched(spec)];
    case "blob":
    case "map":
      return [...ofWrongType(spec), ...ofWrongLength(spec, spec.length)];
    case "list":
      return [
        ...ofWrongType(spec),
        ...ofWrongLength(spec, spec.length),
        ...repeated(value as unknown[], spec),
      ];
    case "integer":
      return [
        ...ofWrongType(spec),
        // A number beyond the bounds of the type violates the rule for the type.
        ...outOfRange(spec.range).filter(
          ({ broken }) =>
            (broken as number) >= spec.type.min && (broken as number) <= spec.type.max,
        ),
      ];
    case "float":
      return [...ofWrongType(spec), ...outOfRange(spec.range)];
    case "bigInteger":
      return [...ofWrongType(spec), ...bigOutOfRange(spec)];
    case "bigDecimal":
      return [
        ...ofWrongType(spec),
        ...outOfRange(spec.range).map((each) => ({ ...each, broken: String(each.broken) })),
      ];
    case "enum":
      return [...ofWrongType(spec), unknownTo(spec)];
    default:
      return ofWrongType(spec);
  }
}

/** Returns values of another type that are valid in memory and in JSON. */
function ofWrongType({ kind }: ShapeSpec): Broken[] {
  const others = kind === "boolean" ? ["true", 1] : [true, kind === "list" ? {} : []];
  return others.map((broken) => ({ constraint: "type", broken }));
}

function ofWrongLength(spec: ShapeSpec, { min, max }: Bounds): Broken[] {
  const lengths = [...(min === 0 ? [] : [min - 1]), ...(max >= longEnough ? [] : [max + 1])];
  return lengths.map((length) => ({ constraint: "length", broken: ofLength(spec, length) }));
}

/** Returns the list with its first item repeated, if its maximum length allows it. */
function repeated(
  items: readonly unknown[],
  { uniqueItems, length }: Extract<ShapeSpec, { kind: "list" }>,
): Broken[] {
  if (!uniqueItems || items.length === 0 || items.length >= length.max) return [];
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
function bigOutOfRange({ type, range }: BigIntegerSpec): Broken[] {
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
function unmatched({ pattern, length }: StringSpec): Broken[] {
  if (pattern === undefined) return [];
  const candidates = ["_", "A", "0", " ", "\n"].map((each) => each.repeat(Math.max(1, length.min)));
  const broken = candidates.find((text) => !pattern.test(text));
  return broken === undefined ? [] : [{ constraint: "pattern", broken }];
}

function unknownTo({ values }: EnumSpec): Broken {
  const isNumber = typeof values[0] === "number";
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
