import { sortByNeeds } from "./assemble/sort-drafts.js";
import { findShape } from "./find-shape.js";
import type { Member, Shape, ShapeId, SmithyModel, Trait, Traits } from "./model.js";
import { isNodeArray, isNodeObject, property } from "./nodes.js";

const mixinTrait = "smithy.api#mixin";

/**
 * Copies the traits, members and properties of mixins to the shapes that use them (Smithy 2.0, "Mixins"). The shapes
 * that are mixins stay in the model; `from` says which mixin a trait or member is from.
 * @param model a model without circular mixins, as `assemble` returns it
 */
export function flattenMixins(model: SmithyModel): SmithyModel {
  const needs = [...model.shapes].map(([id, { mixins }]): [ShapeId, readonly ShapeId[]] => [
    id,
    mixins,
  ]);
  const flat = new Map<ShapeId, Shape>();
  const find = (id: ShapeId): Shape | undefined => flat.get(id) ?? findShape(model, id);
  for (const id of sortByNeeds(new Map(needs)).sorted) {
    const shape = model.shapes.get(id);
    if (shape === undefined || shape.mixins.length === 0) continue;
    const mixins = shape.mixins.map(find).filter((mixin) => mixin !== undefined);
    flat.set(id, flatten(shape, mixins));
  }
  if (flat.size === 0) return model;
  const shapes = new Map([...model.shapes].map(([id, shape]) => [id, flat.get(id) ?? shape]));
  return { ...model, shapes };
}

function flatten(shape: Shape, mixins: readonly Shape[]): Shape {
  const base = {
    mixins: [],
    traits: flattenTraits(shape, mixins),
    members: flattenMembers(shape, mixins),
  };
  switch (shape.type) {
    case "operation": {
      const all = [...mixins, shape].filter(({ type }) => type === "operation") as (typeof shape)[];
      return { ...shape, ...base, errors: joined(all.map(({ errors }) => errors)) };
    }
    case "service": {
      const all = [...mixins, shape].filter(({ type }) => type === "service") as (typeof shape)[];
      return {
        ...shape,
        ...base,
        version: all.findLast(({ version }) => version !== "")?.version ?? "",
        operations: joined(all.map(({ operations }) => operations)),
        resources: joined(all.map(({ resources }) => resources)),
        errors: joined(all.map(({ errors }) => errors)),
        rename: new Map(all.flatMap(({ rename }) => [...rename])),
      };
    }
    default:
      return { ...shape, ...base };
  }
}

function joined(lists: readonly (readonly ShapeId[])[]): ShapeId[] {
  return [...new Set(lists.flat())];
}

function flattenTraits(shape: Shape, mixins: readonly Shape[]): Traits {
  const traits = new Map<ShapeId, Trait>();
  for (const mixin of mixins) {
    const local = localTraits(mixin);
    for (const [id, trait] of mixin.traits)
      if (!local.has(id)) replace(traits, { ...trait, from: trait.from ?? mixin.id });
  }
  for (const trait of shape.traits.values()) replace(traits, trait);
  return traits;
}

/** The traits of a mixin that are not copied (Smithy 2.0, "Mixin local traits"). */
function localTraits({ traits }: Shape): ReadonlySet<ShapeId> {
  const value = traits.get(mixinTrait)?.value;
  const local = isNodeObject(value) ? property(value, "localTraits") : undefined;
  const ids = isNodeArray(local) ? local.filter((id) => typeof id === "string") : [];
  return new Set([mixinTrait, ...ids]);
}

/** The members in the order of Smithy 2.0, "Member ordering": those of mixins first. */
function flattenMembers(shape: Shape, mixins: readonly Shape[]): ReadonlyMap<string, Member> {
  const members = new Map<string, Member>();
  for (const mixin of mixins)
    for (const [name, member] of mixin.members) {
      const from = member.from ?? mixin.id;
      const traits = new Map(members.get(name)?.traits);
      for (const trait of member.traits.values())
        replace(traits, { ...trait, from: trait.from ?? mixin.id });
      members.set(name, { ...member, id: `${shape.id}$${name}`, traits, from });
    }
  for (const [name, member] of shape.members) {
    const inherited = members.get(name);
    const traits = new Map(inherited?.traits);
    for (const trait of member.traits.values()) replace(traits, trait);
    members.set(name, {
      ...member,
      traits,
      ...(inherited?.from !== undefined && { from: inherited.from }),
    });
  }
  return members;
}

/** Sets a trait behind all others. */
function replace(traits: Map<ShapeId, Trait>, trait: Trait): void {
  traits.delete(trait.id);
  traits.set(trait.id, trait);
}
