import type { Events } from "../events.js";
import type { Shape, ShapeId } from "../model.js";
import { isSamePlace, placeText } from "../places.js";
import { ShapeBuilder } from "./build-shape.js";
import type { Draft } from "./drafts.js";
import { EffectiveMembers } from "./effective-members.js";
import { differenceOf } from "./same-shape.js";
import { sortByNeeds } from "./sort-drafts.js";
import type { TraitTable } from "./trait-table.js";
import { upgradeMembers, upgradeShape } from "./upgrade.js";

/**
 * Builds the shapes of all files: mixins first. A shape that is defined twice must be the same (Smithy 2.0, "Merging
 * model files"). Shapes with mistakes are left out.
 */
export function buildShapes(
  drafts: readonly Draft[],
  traits: TraitTable,
  library: ReadonlyMap<ShapeId, Shape>,
  events: Events,
): Map<ShapeId, Shape> {
  const byId = groupById(drafts);
  const shapes = new Map<ShapeId, Shape>();
  const find = (id: ShapeId): Shape | undefined =>
    shapes.get(id) ?? (byId.has(id) ? undefined : library.get(id));
  const builder = new ShapeBuilder(traits, events, new EffectiveMembers(find), find);
  for (const id of sortedIds(byId, traits, events)) {
    const built = (byId.get(id) ?? [])
      .map((draft) => builder.build(draft))
      .filter((shape) => shape !== undefined);
    const shape = mergeDefinitions(built, events);
    if (shape !== undefined) shapes.set(id, shape);
  }
  upgrade(shapes, byId, find);
  return shapes;
}

function groupById(drafts: readonly Draft[]): Map<ShapeId, Draft[]> {
  const byId = new Map<ShapeId, Draft[]>();
  for (const draft of drafts) {
    const known = byId.get(draft.id);
    if (known === undefined) byId.set(draft.id, [draft]);
    else known.push(draft);
  }
  return byId;
}

function sortedIds(
  byId: ReadonlyMap<ShapeId, readonly Draft[]>,
  traits: TraitTable,
  events: Events,
): readonly ShapeId[] {
  const needs = new Map(
    [...byId].map(([id, drafts]): [ShapeId, ShapeId[]] => [
      id,
      drafts.flatMap(({ mixins, forResource }) =>
        forResource === undefined ? mixins : [...mixins, forResource],
      ),
    ]),
  );
  const { sorted, circles } = sortByNeeds(needs);
  for (const circle of circles) {
    const names = circle.toSorted();
    for (const id of circle) {
      const message = describeCircle(id, names);
      for (const { location } of byId.get(id) ?? []) events.error(location, message, id);
    }
  }
  // The traits of shapes that are left out are not applied to unknown shapes.
  const known = new Set(sorted);
  for (const [id, drafts] of byId)
    if (!known.has(id)) {
      traits.claim(id);
      for (const { members } of drafts)
        for (const member of members.values()) traits.claim(member.id);
    }
  return sorted;
}

/** The number of other shapes that are listed for a circle. */
const maxOthers = 5;

function describeCircle(id: ShapeId, circle: readonly ShapeId[]): string {
  if (circle.length === 1) return "the shape is a mixin of itself";
  const others = circle.slice(0, maxOthers + 1).filter((other) => other !== id);
  const more = circle.length - 1 - maxOthers;
  const end = more > 0 ? ` and ${more} more` : "";
  return `the shape is in a circle of mixins with ${others.slice(0, maxOthers).join(", ")}${end}`;
}

function mergeDefinitions(definitions: readonly Shape[], events: Events): Shape | undefined {
  const [first, ...others] = definitions;
  if (first === undefined) return undefined;
  for (const other of others) {
    const { id, location } = other;
    const there = placeText(first.location);
    const difference = differenceOf(other, first);
    if (difference !== undefined) {
      const message = `the shape is already defined at ${there}, but differently: ${difference}`;
      events.error(location, message, id);
    } else if (!isSamePlace(location, first.location)) {
      const message = `the shape is already defined at ${there} in the same way`;
      events.add("NOTE", "Model.IgnoredDuplicateDefinition", location, message, id);
    }
  }
  return first;
}

function upgrade(
  shapes: Map<ShapeId, Shape>,
  byId: ReadonlyMap<ShapeId, readonly Draft[]>,
  find: (id: ShapeId) => Shape | undefined,
): void {
  const old = [...shapes.keys()].filter((id) => byId.get(id)?.[0]?.version === "1.0");
  const replace = (change: (shape: Shape) => Shape): void => {
    for (const id of old) {
      const shape = shapes.get(id);
      if (shape !== undefined) shapes.set(id, change(shape));
    }
  };
  replace(upgradeShape);
  replace((shape) => upgradeMembers(shape, find));
}
