import type { Structure } from "../../codegen/src/ir/ir.js";
import type { Step } from "../../generated/src/runtime/almost-valid.js";
import type {
  Bounds,
  MemberSpec,
  MembersSpec,
  ShapeSpec,
} from "../../generated/src/runtime/shape-spec.js";
import { smallest, smallestMembers } from "../../generated/src/runtime/smallest-values.js";
import { structureSpec } from "./arbitraries.js";
import type { Value } from "./codec.js";

/** A place in the values of a structure where a length or a range is bounded. */
export interface PlaceOfBounds {
  readonly steps: readonly Step[];
  readonly shape: ShapeSpec;
  readonly constraint: "length" | "range";
  readonly bounds: Bounds;
  /** The member of the outermost structure, which HTTP may carry outside of the body. */
  readonly outermost: MemberSpec;
  /** The least valid value of the structure that has the given value at this place. */
  readonly around: (value: unknown) => Value;
}

/** The key under which maps have their one entry. */
const someKey = "a/b~c";

/** Every place in a structure, at any depth, where the model bounds a length or a range. */
export function placesOfBounds(structure: Structure): PlaceOfBounds[] {
  const spec = structureSpec(structure);
  return spec.members.flatMap((member) =>
    placesBelow(
      member.value,
      [{ member: member.name, wire: member.wireName }],
      (value) => withMember(spec, member, value),
      member,
      [spec],
    ),
  );
}

function placesBelow(
  shape: ShapeSpec,
  steps: readonly Step[],
  around: (value: unknown) => Value,
  outermost: MemberSpec,
  passed: readonly ShapeSpec[],
): PlaceOfBounds[] {
  const below = (inner: ShapeSpec, step: Step, wrap: (value: unknown) => unknown) =>
    placesBelow(inner, [...steps, step], (value) => around(wrap(value)), outermost, [
      ...passed,
      shape,
    ]);
  const here = boundsOf(shape).map((each) => ({ ...each, steps, shape, outermost, around }));
  if (passed.includes(shape)) return here;
  switch (shape.kind) {
    case "reference":
      return placesBelow(shape.target(), steps, around, outermost, passed);
    case "orNull":
      return placesBelow(shape.value, steps, around, outermost, passed);
    case "structure":
      return shape.members.flatMap((member) =>
        below(member.value, { member: member.name, wire: member.wireName }, (value) =>
          withMember(shape, member, value),
        ),
      );
    case "list": {
      const before = Array.from({ length: Math.max(0, shape.length.min - 1) }, () =>
        smallest(shape.item),
      );
      const index = before.length;
      return [
        ...here,
        ...below(shape.item, { member: index, wire: index }, (value) => [...before, value]),
      ];
    }
    case "map":
      return [
        ...here,
        ...below(shape.value, { member: someKey, wire: someKey }, (value) => ({
          [someKey]: value,
        })),
      ];
    default:
      return here;
  }
}

function withMember(structure: MembersSpec, { name }: MemberSpec, value: unknown): Value {
  return { ...smallestMembers(structure), [name]: value };
}

function boundsOf(shape: ShapeSpec): Pick<PlaceOfBounds, "constraint" | "bounds">[] {
  if ("length" in shape && (shape.length.min > 0 || shape.length.max !== Infinity)) {
    return [{ constraint: "length", bounds: shape.length }];
  }
  if (shape.kind === "bigInteger") {
    const { min = -Infinity, max = Infinity } = shape.range;
    if (min === -Infinity && max === Infinity) return [];
    return [{ constraint: "range", bounds: { min: Number(min), max: Number(max) } }];
  }
  if ("range" in shape && (shape.range.min !== -Infinity || shape.range.max !== Infinity)) {
    return [{ constraint: "range", bounds: shape.range }];
  }
  return [];
}

/** Steps as a JSON pointer (RFC 6901) over the names in memory. */
export function pointer(steps: readonly Step[]): string {
  return steps
    .map(({ member }) => `/${String(member).replaceAll("~", "~0").replaceAll("/", "~1")}`)
    .join("");
}

/** Steps as Standard Schema has them, over the names in JSON. */
export function wirePath(steps: readonly Step[]): (string | number)[] {
  return steps.map(({ wire }) => wire);
}
