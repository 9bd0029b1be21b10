import fc from "fast-check";
import { structureValues, unknownEnumValue } from "./arbitraries.js";
import {
  propertyOf,
  targetOf,
  type EnumSpec,
  type MemberSpec,
  type ShapeSpec,
  type SpecConstraints,
  type StructureSpec,
} from "./arbitrary-specs.js";
import { escapePointer, type Key } from "./path.js";
import { ofLength } from "./smallest-values.js";
import type { Constraint } from "./validation.js";

type Value = Record<string, unknown>;

/** A value that breaks one rule, and what is wrong with it. */
export interface AlmostValid {
  readonly value: unknown;
  /** A JSON pointer (RFC 6901) over member names to what is wrong. */
  readonly path: string;
  readonly constraint: Constraint;
}

/** Values of a structure in each of which one rule is broken; none for a structure without rules. */
export function almostValid(structure: StructureSpec): fc.Arbitrary<AlmostValid> {
  return fc
    .tuple(structureValues(structure), fc.nat())
    .map(([value, choice]) => {
      const mutations = mutationsOf(structure, value);
      const mutation = mutations[choice % Math.max(1, mutations.length)];
      return mutation === undefined ? undefined : describe(value, mutation);
    })
    .filter((found) => found !== undefined);
}

function describe(value: Value, mutation: Mutation): AlmostValid {
  return {
    value: mutate(value, mutation),
    path: mutation.steps.map((step) => `/${escapePointer(step)}`).join(""),
    constraint: mutation.constraint,
  };
}

/** A way to break one rule in a valid value, and the one issue that is to come of it. */
interface Mutation {
  readonly steps: readonly Key[];
  readonly constraint: "type" | "required" | "length" | "range" | "pattern" | "enum";
  /** What takes the place of the valid value; nothing, where that is to be removed. */
  readonly broken: unknown;
}

/** Longer texts than this are not made, since a property makes them by the hundred. */
const longEnough = 40_000;

/** Every way to break a rule in a value of a structure. */
function mutationsOf(structure: StructureSpec, value: Value): Mutation[] {
  return membersIn(structure, value, []);
}

function membersIn({ members }: StructureSpec, value: Value, steps: readonly Key[]): Mutation[] {
  return members.flatMap((member) => {
    const here = [...steps, propertyOf(member)];
    if (!Object.hasOwn(value, propertyOf(member))) return [];
    return [
      ...(member.required
        ? [{ steps: here, constraint: "required" as const, broken: undefined }]
        : []),
      ...mutationsAt(member, value[propertyOf(member)], here),
    ];
  });
}

function mutationsAt(member: MemberSpec, value: unknown, steps: readonly Key[]): Mutation[] {
  const shape = targetOf(member);
  const constraints = member.constraints ?? {};
  const broken = [
    ...ofWrongType(shape),
    ...ofWrongLength(shape, constraints),
    ...outOfRange(constraints),
    ...unmatched(constraints),
    ...(shape.kind === "enum" ? [notOf(shape)] : []),
  ];
  return [...broken.map((each) => ({ ...each, steps })), ...mutationsIn(shape, value, steps)];
}

function mutationsIn(shape: ShapeSpec, value: unknown, steps: readonly Key[]): Mutation[] {
  if (shape.kind === "structure") return membersIn(shape, value as Value, steps);
  if (shape.kind === "list") {
    return (value as unknown[]).flatMap((item, index) =>
      mutationsOfEntry(shape.member, item, index, steps, shape.sparse === true),
    );
  }
  if (shape.kind === "map") {
    return Object.entries(value as object).flatMap(([key, item]) =>
      mutationsOfEntry(shape.value, item, key, steps, shape.sparse === true),
    );
  }
  return [];
}

function mutationsOfEntry(
  member: MemberSpec,
  item: unknown,
  key: string | number,
  steps: readonly Key[],
  sparse: boolean,
): Mutation[] {
  const here = [...steps, key];
  return [
    ...(sparse ? [] : [{ steps: here, constraint: "required" as const, broken: null }]),
    ...(item === null ? [] : mutationsAt(member, item, here)),
  ];
}

type Broken = Omit<Mutation, "steps">;

/** A value of another type, which JSON has as well, so that it serves in memory and there. */
function ofWrongType({ kind }: ShapeSpec): Broken[] {
  if (kind === "document") return [];
  const others = kind === "boolean" ? ["true", 1] : [true, kind === "list" ? {} : []];
  return others.map((broken) => ({ constraint: "type", broken }));
}

function ofWrongLength(shape: ShapeSpec, constraints: SpecConstraints): Broken[] {
  const { min, max } = constraints.length ?? { min: undefined, max: undefined };
  const lengths = [
    ...(min === undefined || min === 0 ? [] : [min - 1]),
    ...(max === undefined || max >= longEnough ? [] : [max + 1]),
  ];
  return lengths.map((length) => ({
    constraint: "length",
    broken: ofLength(shape, constraints, length),
  }));
}

function outOfRange({ range }: SpecConstraints): Broken[] {
  const { min, max } = range ?? { min: undefined, max: undefined };
  const beyond = [...(min === undefined ? [] : [min - 1]), ...(max === undefined ? [] : [max + 1])];
  return beyond.map((broken) => ({ constraint: "range", broken }));
}

/** Text of a right length that the pattern does not match. */
function unmatched({ pattern, length }: SpecConstraints): Broken[] {
  const candidates = ["_", "A", "0", " ", "\n"].map((each) =>
    each.repeat(Math.max(1, length?.min ?? 1)),
  );
  const broken = candidates.find((text) => pattern?.regExp?.test(text) === false);
  return broken === undefined ? [] : [{ constraint: "pattern", broken }];
}

function notOf({ type }: EnumSpec): Broken {
  return { constraint: "enum", broken: type === "string" ? unknownEnumValue : 2147483647 };
}

/** A copy of a value in which the mutation is made. */
function mutate(value: unknown, { steps, broken }: Mutation): unknown {
  return replace(value, steps, broken);
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
