import type { Structure } from "../../codegen/src/ir/ir.js";
import type { Step } from "../../generated/src/runtime/arbitraries/almost-valid.js";
import { lengthOf, type Bounds } from "../../generated/src/runtime/schema/bounds.js";
import {
  smallest,
  smallestMembers,
} from "../../generated/src/runtime/arbitraries/smallest-values.js";
import { tableOf } from "../../generated/src/runtime/schema/targets.js";
import type {
  MemberTable,
  StructureTable,
  Target,
  TargetTable,
} from "../../generated/src/runtime/types.js";
import { structureTable } from "./arbitraries.js";
import type { Value } from "./codec.js";

/** A place in the values of a structure where a length or a range is bounded. */
export interface PlaceOfBounds {
  readonly steps: readonly Step[];
  readonly table: TargetTable;
  readonly constraint: "length" | "range";
  readonly bounds: Bounds;
  /** The member of the outermost structure, which HTTP may carry outside of the body. */
  readonly outermost: MemberTable;
  /** The least valid value of the structure that has the given value at this place. */
  readonly around: (value: unknown) => Value;
}

/** The key under which maps have their one entry. */
const someKey = "a/b~c";

/** Every place in a structure, at any depth, where the model bounds a length or a range. */
export function placesOfBounds(structure: Structure): PlaceOfBounds[] {
  const table = structureTable(structure);
  return table.members.flatMap((member) => {
    const [name, wire, target] = member;
    const around = (value: unknown): Value => withMember(table, name, value);
    return placesBelow(target, [{ member: name, wire }], around, member, [table]);
  });
}

function placesBelow(
  target: Target,
  steps: readonly Step[],
  around: (value: unknown) => Value,
  outermost: MemberTable,
  passed: readonly TargetTable[],
): PlaceOfBounds[] {
  const table = tableOf(target);
  const below = (inner: Target, step: Step, wrap: (value: unknown) => unknown) =>
    placesBelow(inner, [...steps, step], (value) => around(wrap(value)), outermost, [
      ...passed,
      table,
    ]);
  const here = boundsOf(table).map((each) => ({ ...each, steps, table, outermost, around }));
  if (passed.includes(table)) return here;
  switch (table.type) {
    case "structure":
      return table.members.flatMap(([name, wire, inner]) =>
        below(inner, { member: name, wire }, (value) => withMember(table, name, value)),
      );
    case "list": {
      const before = Array.from({ length: Math.max(0, lengthOf(table).min - 1) }, () =>
        smallest(table.item),
      );
      const index = before.length;
      return [
        ...here,
        ...below(table.item, { member: index, wire: index }, (value) => [...before, value]),
      ];
    }
    case "map":
      return [
        ...here,
        ...below(table.value, { member: someKey, wire: someKey }, (value) => ({
          [someKey]: value,
        })),
      ];
    default:
      return here;
  }
}

function withMember(structure: StructureTable, name: string, value: unknown): Value {
  return { ...smallestMembers(structure), [name]: value };
}

function boundsOf(table: TargetTable): Pick<PlaceOfBounds, "constraint" | "bounds">[] {
  if ("length" in table) return [{ constraint: "length", bounds: lengthOf(table) }];
  if (!("range" in table)) return [];
  const [min, max] = table.range;
  return [{ constraint: "range", bounds: { min: Number(min), max: Number(max) } }];
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
