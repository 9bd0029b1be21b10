import type { Service } from "../ir/service.js";
import type { Shape } from "../ir/ir.js";
import { changeOf, type Change } from "./change.js";
import { eventIdOf } from "./event-ids.js";
import { compareExports } from "./exports.js";
import { pairShapes } from "./pair-shapes.js";
import { serviceTable } from "./service-tables.js";
import { shapeTables } from "./shape-tables.js";
import { formatInBodies } from "./timestamp-format.js";
import { findUses, mergeUses, type ShapeUses, type Uses } from "./uses.js";
import { compareBy, type Context, type Table } from "./walk.js";

/**
 * Compares two versions of a service: everything that its users can tell apart. Documentation does
 * not count, except for what is deprecated, internal or unstable.
 * @param uses where the shapes of both occur, if that is already known
 * @returns the changes of the service, then those of operations by name, then those of shapes by id
 */
export function diffServices(
  before: Service,
  after: Service,
  [old, now]: readonly [ShapeUses, ShapeUses] = [findUses(before), findUses(after)],
): readonly Change[] {
  const changes: Change[] = [];
  const pairs = pairShapes(before, after, old.shapes, now.shapes);
  const context: Context = {
    place: after.id,
    directions: new Set(["input", "output"]),
    locations: new Set(),
    isData: false,
    isShallow: false,
    isPair: pairs.isPair,
    tableOf: (shape): Table<Shape> => shapeTables[shape.kind],
    versions: {
      ...pairs,
      // A change of the protocol is one of the service.
      formatInBodies: formatInBodies(after),
      usesOf: (left, right) =>
        mergeUses(old.uses.get(left.id) ?? unused, now.uses.get(right.id) ?? unused),
    },
    report: (finding, { place, directions, isData }) => {
      changes.push(
        changeOf({
          ...finding,
          id: eventIdOf(finding),
          property: finding.id,
          place,
          directions: isData ? [...directions].sort() : [],
        }),
      );
    },
  };
  compareExports(before, after, context);
  compareBy(serviceTable, before, after, context);
  return changes;
}

const unused: Uses = { directions: new Set(), locations: new Set() };
