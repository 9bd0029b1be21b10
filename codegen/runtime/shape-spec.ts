import {
  integerBounds,
  type DescribedMember,
  type Describer,
  type IntegerType,
  type Location,
  type Presence,
} from "./describe.js";

/** Bounds, inclusive. */
export interface Bounds {
  readonly min: number;
  readonly max: number;
}

/** A shape for arbitraries, with the constraints of its use. */
export type ShapeSpec =
  | { readonly kind: "boolean" | "document" }
  | { readonly kind: "timestamp"; readonly wholeSeconds: boolean }
  | StringSpec
  | { readonly kind: "blob"; readonly length: Bounds }
  | { readonly kind: "integer"; readonly type: Bounds; readonly range: Bounds }
  | { readonly kind: "float" | "bigDecimal"; readonly range: Bounds }
  | BigIntegerSpec
  | EnumSpec
  | ListSpec
  | MapSpec
  | MembersSpec
  | { readonly kind: "orNull"; readonly value: ShapeSpec }
  | { readonly kind: "reference"; readonly target: () => MembersSpec };

/** Bounds, inclusive; `undefined` if there are none. */
export interface BigBounds {
  readonly min: bigint | undefined;
  readonly max: bigint | undefined;
}

export interface BigIntegerSpec {
  readonly kind: "bigInteger";
  readonly type: BigBounds;
  readonly range: BigBounds;
}

export interface StringSpec {
  readonly kind: "string";
  /** In code points. */
  readonly length: Bounds;
  readonly pattern: RegExp | undefined;
}

export interface EnumSpec {
  readonly kind: "enum";
  readonly values: readonly (string | number)[];
}

export interface ListSpec {
  readonly kind: "list";
  readonly item: ShapeSpec;
  readonly length: Bounds;
  readonly uniqueItems: boolean;
}

export interface MapSpec {
  readonly kind: "map";
  readonly key: ShapeSpec;
  readonly value: ShapeSpec;
  readonly length: Bounds;
}

/** A structure or a union. */
export interface MembersSpec {
  readonly kind: "structure" | "union";
  readonly members: readonly MemberSpec[];
}

export interface MemberSpec {
  readonly name: string;
  readonly wireName: string;
  readonly value: ShapeSpec;
  readonly presence: Presence;
  readonly location: Location | undefined;
}

/** The function that describes a structure or union. */
export type DescribeSpec = (to: Describer<ShapeSpec>) => ShapeSpec;

/** Returns the spec of a structure or union. */
export function specOf(describe: DescribeSpec): MembersSpec {
  const spec = describe(new SpecWriter());
  if (spec.kind === "structure" || spec.kind === "union") return spec;
  throw new TypeError(
    `Expected a function that describes a structure or union, received one for a ${spec.kind}.`,
  );
}

/** Converts descriptions to specs. */
class SpecWriter implements Describer<ShapeSpec> {
  readonly #described = new Map<string, MembersSpec>();

  structure(members: readonly DescribedMember<ShapeSpec>[]): ShapeSpec {
    return { kind: "structure", members: members.map(memberSpec) };
  }

  union(members: readonly DescribedMember<ShapeSpec>[]): ShapeSpec {
    return { kind: "union", members: members.map(memberSpec) };
  }

  ref(name: string, describe: DescribeSpec): ShapeSpec {
    const target = (): MembersSpec => {
      const spec = this.#described.get(name) ?? (describe(this) as MembersSpec);
      this.#described.set(name, spec);
      return spec;
    };
    return { kind: "reference", target };
  }

  enum(_name: string, values: Readonly<Record<string, string | number>>): ShapeSpec {
    return { kind: "enum", values: Object.values(values) };
  }

  list(item: ShapeSpec, min?: number, max?: number, uniqueItems: boolean = false): ShapeSpec {
    return { kind: "list", item, length: lengthOf(min, max), uniqueItems };
  }

  map(key: ShapeSpec, value: ShapeSpec, min?: number, max?: number): ShapeSpec {
    return { kind: "map", key, value, length: lengthOf(min, max) };
  }

  orNull(value: ShapeSpec): ShapeSpec {
    return { kind: "orNull", value };
  }

  string(min?: number, max?: number, pattern?: RegExp): ShapeSpec {
    return { kind: "string", length: lengthOf(min, max), pattern };
  }

  boolean(): ShapeSpec {
    return { kind: "boolean" };
  }

  integer(type: IntegerType, min?: number, max?: number): ShapeSpec {
    const [least, greatest] = integerBounds(type);
    return { kind: "integer", type: { min: least, max: greatest }, range: rangeOf(min, max) };
  }

  float(min?: number, max?: number): ShapeSpec {
    return { kind: "float", range: rangeOf(min, max) };
  }

  bigInteger(
    min: number | bigint = -Infinity,
    max: number | bigint = Infinity,
    isLong: boolean = false,
  ): ShapeSpec {
    const type = isLong
      ? { min: -9223372036854775808n, max: 9223372036854775807n }
      : { min: undefined, max: undefined };
    const range = { min: toBigInt(min, Math.ceil), max: toBigInt(max, Math.floor) };
    return { kind: "bigInteger", type, range };
  }

  bigDecimal(min?: number, max?: number): ShapeSpec {
    return { kind: "bigDecimal", range: rangeOf(min, max) };
  }

  timestamp(format: "date-time" | "http-date" | "epoch-seconds"): ShapeSpec {
    return { kind: "timestamp", wholeSeconds: format === "http-date" };
  }

  blob(min?: number, max?: number): ShapeSpec {
    return { kind: "blob", length: lengthOf(min, max) };
  }

  document(): ShapeSpec {
    return { kind: "document" };
  }
}

function memberSpec([
  wireName,
  name,
  value,
  presence,
  location,
]: DescribedMember<ShapeSpec>): MemberSpec {
  return { wireName, name, value, presence, location };
}

function lengthOf(min: number = 0, max: number = Infinity): Bounds {
  return { min: Math.max(0, min), max };
}

function rangeOf(min: number = -Infinity, max: number = Infinity): Bounds {
  return { min, max };
}

function toBigInt(bound: number | bigint, round: (bound: number) => number): bigint | undefined {
  if (typeof bound === "bigint") return bound;
  return Number.isFinite(bound) ? BigInt(round(bound)) : undefined;
}

/** Returns the bounds of a big integer: those of its type and its own. */
export function bigIntegersOf({ type, range }: BigIntegerSpec): BigBounds {
  const isTighter = {
    min: range.min !== undefined && (type.min === undefined || range.min > type.min),
    max: range.max !== undefined && (type.max === undefined || range.max < type.max),
  };
  return {
    min: isTighter.min ? range.min : type.min,
    max: isTighter.max ? range.max : type.max,
  };
}

/** Returns the bounds of an integer: those of its type and its own. */
export function integersOf({ type, range }: Extract<ShapeSpec, { kind: "integer" }>): Bounds {
  return {
    min: Math.max(type.min, Math.ceil(range.min)),
    max: Math.min(type.max, Math.floor(range.max)),
  };
}
