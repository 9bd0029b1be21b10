import {
  propertyOf,
  targetOf,
  type MemberSpec,
  type ShapeSpec,
  type SpecConstraints,
  type StructureSpec,
} from "./arbitrary-specs.js";

type Value = Record<string, unknown>;

/** The least that a structure can hold and be valid: its required members. */
export function smallestStructure({ members }: StructureSpec): Value {
  const required = members.filter((member) => member.required);
  return Object.fromEntries(required.map((member) => [propertyOf(member), smallest(member)]));
}

/** The least valid value of a member, though never an empty text, which no path can hold. */
export function smallest(member: MemberSpec): unknown {
  return smallestOf(targetOf(member), member.constraints ?? {});
}

/** As `smallest`, under the constraints that hold where the shape is used. */
export function smallestOf(shape: ShapeSpec, constraints: SpecConstraints): unknown {
  switch (shape.kind) {
    case "string":
      return textOfLength(Math.max(1, constraints.length?.min ?? 1), constraints);
    case "blob":
    case "list":
    case "map":
      return ofLength(shape, constraints, constraints.length?.min ?? 0);
    case "boolean":
      return false;
    case "integer":
    case "float":
      return Math.max(0, constraints.range?.min ?? 0);
    case "bigInteger":
      return BigInt(Math.max(0, constraints.range?.min ?? 0));
    case "bigDecimal":
      return String(Math.max(0, constraints.range?.min ?? 0));
    case "timestamp":
      return new Date(0);
    case "document":
      return null;
    case "enum":
      return shape.values[0]?.value;
    case "structure":
      return smallestStructure(shape);
    case "union": {
      const [member] = shape.members;
      return member === undefined ? {} : { [propertyOf(member)]: smallest(member) };
    }
  }
}

/** A value of a certain length: text, bytes, a list or a map. */
export function ofLength(
  shape: ShapeSpec,
  constraints: SpecConstraints,
  length: number,
  character: string = "a",
): unknown {
  const indices = Array.from({ length: shape.kind === "string" ? 0 : length }, (_, index) => index);
  switch (shape.kind) {
    case "string":
      return textOfLength(length, constraints, character);
    case "blob":
      return new Uint8Array(length);
    case "list":
      return indices.map(() => smallest(shape.member));
    case "map":
      return Object.fromEntries(indices.map((index) => [`key${index}`, smallest(shape.value)]));
    default:
      throw new Error(`A ${shape.kind} has no length.`);
  }
}

function textOfLength(
  length: number,
  { pattern }: SpecConstraints,
  character: string = "a",
): string {
  const regExp = pattern?.regExp;
  if (regExp === undefined) return character.repeat(length);
  const matching = ["a", "0", "A", "-"].find((each) => regExp.test(each.repeat(length)));
  return (matching ?? character).repeat(length);
}
