import type { Constraints, Enum, Member, Shape, Structure } from "../../codegen/src/ir/ir.js";
import type { Value } from "./codec.js";
import { unknownEnumValue } from "./arbitraries.js";
import type { Step } from "./places.js";
import { ofLength } from "./smallest.js";

/** A way to break one rule in a valid value, and the one issue that is to come of it. */
export interface Mutation {
  readonly steps: readonly Step[];
  readonly constraint: "type" | "required" | "length" | "range" | "pattern" | "enum";
  /** What takes the place of the valid value; nothing, where that is to be removed. */
  readonly broken: unknown;
}

/** Longer texts than this are not made, since a property makes them by the hundred. */
const longEnough = 40_000;

/** Every way to break a rule in a value of a structure. */
export function mutationsOf(structure: Structure, value: Value): Mutation[] {
  return membersIn(structure, value, []);
}

function membersIn({ members }: Structure, value: Value, steps: readonly Step[]): Mutation[] {
  return members.flatMap((member) => {
    const here = [...steps, { member: member.property, wire: member.wireName }];
    if (!Object.hasOwn(value, member.property)) return [];
    return [
      ...(member.required
        ? [{ steps: here, constraint: "required" as const, broken: undefined }]
        : []),
      ...mutationsAt(member, value[member.property], here),
    ];
  });
}

function mutationsAt(
  { target: shape, constraints }: Member,
  value: unknown,
  steps: readonly Step[],
): Mutation[] {
  const broken = [
    ...ofWrongType(shape),
    ...ofWrongLength(shape, constraints),
    ...outOfRange(constraints),
    ...unmatched(constraints),
    ...(shape.kind === "enum" ? [notOf(shape)] : []),
  ];
  return [...broken.map((each) => ({ ...each, steps })), ...mutationsIn(shape, value, steps)];
}

function mutationsIn(shape: Shape, value: unknown, steps: readonly Step[]): Mutation[] {
  if (shape.kind === "structure") return membersIn(shape, value as Value, steps);
  if (shape.kind === "list") {
    return (value as unknown[]).flatMap((item, index) =>
      mutationsOfEntry(shape.member, item, index, steps, shape.sparse),
    );
  }
  if (shape.kind === "map") {
    return Object.entries(value as object).flatMap(([key, item]) =>
      mutationsOfEntry(shape.value, item, key, steps, shape.sparse),
    );
  }
  return [];
}

function mutationsOfEntry(
  member: Member,
  item: unknown,
  key: string | number,
  steps: readonly Step[],
  sparse: boolean,
): Mutation[] {
  const here = [...steps, { member: key, wire: key }];
  return [
    ...(sparse ? [] : [{ steps: here, constraint: "required" as const, broken: null }]),
    ...(item === null ? [] : mutationsAt(member, item, here)),
  ];
}

type Broken = Omit<Mutation, "steps">;

/** A value of another type, which JSON has as well, so that it serves in memory and there. */
function ofWrongType({ kind }: Shape): Broken[] {
  if (kind === "document") return [];
  const others = kind === "boolean" ? ["true", 1] : [true, kind === "list" ? {} : []];
  return others.map((broken) => ({ constraint: "type", broken }));
}

function ofWrongLength(shape: Shape, constraints: Constraints): Broken[] {
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

function outOfRange({ range }: Constraints): Broken[] {
  const { min, max } = range ?? { min: undefined, max: undefined };
  const beyond = [...(min === undefined ? [] : [min - 1]), ...(max === undefined ? [] : [max + 1])];
  return beyond.map((broken) => ({ constraint: "range", broken }));
}

/** Text of a right length that the pattern does not match. */
function unmatched({ pattern, length }: Constraints): Broken[] {
  const candidates = ["_", "A", "0", " ", "\n"].map((each) =>
    each.repeat(Math.max(1, length?.min ?? 1)),
  );
  const broken = candidates.find((text) => pattern?.regExp?.test(text) === false);
  return broken === undefined ? [] : [{ constraint: "pattern", broken }];
}

function notOf({ type }: Enum): Broken {
  return { constraint: "enum", broken: type === "string" ? unknownEnumValue : 2147483647 };
}

/** A copy of a value, or of its JSON, in which the mutation is made. */
export function mutate(value: unknown, mutation: Mutation, names: keyof Step): unknown {
  return replace(
    value,
    mutation.steps.map((step) => step[names]),
    mutation.broken,
  );
}

function replace(value: unknown, path: readonly (string | number)[], broken: unknown): unknown {
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
