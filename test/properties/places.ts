import type { Constraints, Member, Shape, Structure } from "../../codegen/src/ir/ir.js";
import type { Value } from "./codec.js";
import { smallest, smallestStructure } from "./smallest.js";

/** One step from a value into it: the name in memory and that in JSON. */
export interface Step {
  readonly member: string | number;
  readonly wire: string | number;
}

/** A place in the values of a structure, with what is demanded of what stands there. */
export interface PlaceOfConstraint {
  readonly steps: readonly Step[];
  readonly shape: Shape;
  readonly constraints: Constraints;
  /** The member of the outermost structure, which HTTP may carry outside of the body. */
  readonly outermost: Member;
  /** The least valid value of the structure that has the given value at this place. */
  readonly around: (value: unknown) => Value;
}

/** The key under which maps have their one entry. */
const someKey = "a/b~c";

/** Every place in a structure, at any depth, where the model bounds a length or a range. */
export function placesOfBounds(structure: Structure): PlaceOfConstraint[] {
  return structure.members.flatMap((member) =>
    placesBelow(
      member,
      [{ member: member.property, wire: member.wireName }],
      (value) => ({ ...smallestStructure(structure), [member.property]: value }),
      member,
      [structure],
    ),
  );
}

function placesBelow(
  { target: shape, constraints }: Member,
  steps: readonly Step[],
  around: (value: unknown) => Value,
  outermost: Member,
  passed: readonly Shape[],
): PlaceOfConstraint[] {
  const isBounded = constraints.length !== undefined || constraints.range !== undefined;
  const here = isBounded ? [{ steps, shape, constraints, outermost, around }] : [];
  if (passed.includes(shape)) return here;
  const below = (member: Member, step: Step, wrap: (value: unknown) => unknown) =>
    placesBelow(member, [...steps, step], (value) => around(wrap(value)), outermost, [
      ...passed,
      shape,
    ]);
  switch (shape.kind) {
    case "structure":
      return shape.members.reduce<PlaceOfConstraint[]>(
        (places, member) => [
          ...places,
          ...below(member, { member: member.property, wire: member.wireName }, (value) => ({
            ...smallestStructure(shape),
            [member.property]: value,
          })),
        ],
        here,
      );
    case "list": {
      const before = Array.from({ length: Math.max(0, (constraints.length?.min ?? 1) - 1) }, () =>
        smallest(shape.member),
      );
      const index = before.length;
      return [
        ...here,
        ...below(shape.member, { member: index, wire: index }, (value) => [...before, value]),
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
