import type { Service } from "../ir/service.js";
import type { Binding, Member, Shape } from "../ir/ir.js";
import { membersOf } from "../ir/members.js";
import type { ShapeId } from "../load/ast.js";
import type { Direction } from "./change.js";

/** Where HTTP carries values of a shape: `message` is the input, output or error as a whole. */
export type Location = Binding["location"] | "message" | "eventHeader";

/** Where values of a shape occur. */
export interface Uses {
  readonly directions: ReadonlySet<Direction>;
  readonly locations: ReadonlySet<Location>;
}

/** Every shape that a service's operations refer to, and where its values occur. */
export interface ShapeUses {
  readonly shapes: ReadonlyMap<ShapeId, Shape>;
  readonly uses: ReadonlyMap<ShapeId, Uses>;
}

interface Visit {
  readonly shape: Shape;
  readonly direction: Direction;
  readonly location: Location;
}

/** Follows every reference from a service's operations, for inputs and outputs. */
export function findUses({ operations, shapes: named }: Service): ShapeUses {
  const shapes = new Map<ShapeId, Shape>(named.map((shape) => [shape.id, shape]));
  const uses = new Map<ShapeId, { directions: Set<Direction>; locations: Set<Location> }>();
  const visited = new Set<string>();
  // Not recursive, since shapes may be nested deeper than the call stack allows.
  const pending: Visit[] = operations.flatMap(({ input, output, errors }) => [
    ...(input === undefined ? [] : [visit(input, "input")]),
    ...(output === undefined ? [] : [visit(output, "output")]),
    ...errors.map((error) => visit(error, "output")),
  ]);
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { shape, direction, location } = next;
    const key = `${direction} ${location} ${shape.id}`;
    if (visited.has(key)) continue;
    visited.add(key);
    shapes.set(shape.id, shape);
    const found = uses.get(shape.id);
    if (found === undefined) {
      uses.set(shape.id, { directions: new Set([direction]), locations: new Set([location]) });
    } else {
      found.directions.add(direction);
      found.locations.add(location);
    }
    for (const member of membersOf(shape)) {
      pending.push({
        shape: member.target,
        direction,
        location: locationOf(member, shape, location),
      });
    }
  }
  return { shapes, uses };
}

function visit(shape: Shape, direction: Direction): Visit {
  return { shape, direction, location: "message" };
}

/** Returns where HTTP carries a member, given where it carries the value that contains it. */
function locationOf(member: Member, holder: Shape, location: Location): Location {
  if (location === "message") return member.binding.location;
  if (member.event === "header") return "eventHeader";
  const isCollection = holder.kind === "list" || holder.kind === "map";
  return isCollection && location !== "payload" ? location : "body";
}

/** Merges the uses in two versions: the directions that both have, or those of either if they share none. */
export function mergeUses(before: Uses, after: Uses): Uses {
  const both = [...before.directions].filter((direction) => after.directions.has(direction));
  return {
    directions: both.length > 0 ? new Set(both) : union(before.directions, after.directions),
    locations: union(before.locations, after.locations),
  };
}

function union<T>(left: ReadonlySet<T>, right: ReadonlySet<T>): Set<T> {
  return new Set([...left, ...right]);
}
