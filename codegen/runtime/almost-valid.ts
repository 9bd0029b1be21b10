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

/** A value that breaks one rule, and what is wrong with it. */
export interface AlmostValid {
  readonly value: unknown;
  /** A JSON pointer (RFC 6901) over member names to what is wrong. */
  readonly path: string;
  readonly constraint: Constraint;
}

/** Values of a structure or union in each of which one rule is broken; it must have members. */
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

/** One step from a value into it: the name in memory and that in JSON. */
export interface Step {
  readonly member: Key;
  readonly wire: Key;
}

/** A way to break one rule in a valid value, and the one issue that is to come of it. */
export interface Mutation {
  readonly steps: readonly Step[];
  readonly constraint: Constraint;
  /** What takes the place of the valid value; nothing, where that is to be removed. */
  readonly broken: unknown;
}

/** Longer texts than this are not made, since a property makes them by the hundred. */
const longEnough = 40_000;

/** Every way to break a rule in a valid value of a structure or union. */
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
    // What is in a stream is checked as it comes.
    const inside =
      location === "bytes" || location === "events"
        ? []
        : mutationsAt(spec, (value as Record<string, unknown>)[name], here);
    return isNeeded
      ? [{ steps: here, constraint: "required", broken: undefined }, ...inside]
      : inside;
  });
}

/** A union that has two members set. */
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
      // An item that changes may become equal to another.
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

/** Values that take the place of a valid one, and break one rule each. */
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
        // What is beyond the bounds of its type is of another type.
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

/** A value of another type, which JSON has as well, so that it serves in memory and there. */
function ofWrongType({ kind }: ShapeSpec): Broken[] {
  const others = kind === "boolean" ? ["true", 1] : [true, kind === "list" ? {} : []];
  return others.map((broken) => ({ constraint: "type", broken }));
}

function ofWrongLength(spec: ShapeSpec, { min, max }: Bounds): Broken[] {
  const lengths = [...(min === 0 ? [] : [min - 1]), ...(max >= longEnough ? [] : [max + 1])];
  return lengths.map((length) => ({ constraint: "length", broken: ofLength(spec, length) }));
}

/** A list with its first item once more, where the list has room. */
function repeated(
  items: readonly unknown[],
  { uniqueItems, length }: Extract<ShapeSpec, { kind: "list" }>,
): Broken[] {
  if (!uniqueItems || items.length === 0 || items.length >= length.max) return [];
  return [{ constraint: "uniqueItems", broken: [...items, items[0]] }];
}

/** The nearest whole numbers beyond bounds, as far as a number can tell them from the bounds. */
function outOfRange({ min, max }: Bounds): Broken[] {
  const beyond = [
    ...(min === -Infinity ? [] : [Math.ceil(min) - stepAt(min)]),
    ...(max === Infinity ? [] : [Math.floor(max) + stepAt(max)]),
  ];
  return beyond.map((broken) => ({ constraint: "range", broken }));
}

/** The integers next to bounds, unless they are beyond those of the type. */
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

/** Text of a right length that the pattern does not match. */
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

/** A copy of a value, or of its JSON, in which the mutation is made. */
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
  // `Object.fromEntries` defines its properties, so that a key `__proto__` stays a key.
  return Object.fromEntries(entries);
}
