import type { Events } from "../events.js";
import type { Member, Shape, ShapeId, Traits } from "../model.js";
import { suggestion } from "../suggestion.js";
import type { TraitTable } from "./trait-table.js";

/** What the traits are applied to. */
export interface Targets {
  /** The shapes of the model. */
  readonly shapes: Map<ShapeId, Shape>;
  readonly library: ReadonlyMap<ShapeId, Shape>;
  /** The types of all shapes that a file or the library defines, those with mistakes included. */
  readonly types: ReadonlyMap<ShapeId, string>;
}

/** The number of ids for which a similar one is searched, which takes time. */
const maxSuggestions = 20;

/**
 * Applies traits to shapes of Smithy's own packages, which then become part of the model, and reports traits that are
 * applied to nothing.
 */
export function applyToLibrary(
  { shapes, library, types }: Targets,
  traits: TraitTable,
  events: Events,
): void {
  let suggestions = 0;
  for (const target of traits.unclaimed()) {
    const [id = "", member] = target.split("$", 2);
    const added = traits.claim(target);
    const shape = shapes.get(id) ?? library.get(id);
    // A shape with a mistake has an event already.
    if (shape === undefined && types.has(id)) continue;
    const extended = shape && withTraits(shape, member, added);
    const isPrelude = extended !== undefined && id.startsWith("smithy.api#");
    if (extended !== undefined && !isPrelude) {
      shapes.set(id, extended);
      continue;
    }
    const hint =
      isPrelude || ++suggestions > maxSuggestions ? undefined : suggestion(target, shapes.keys());
    for (const { id: trait, location } of added.values()) {
      const message = isPrelude
        ? `the trait ${trait} is applied to a shape of the prelude, which cannot be changed`
        : `the trait ${trait} is applied to ${target}, which does not exist`;
      events.error(location, message, isPrelude ? target : undefined, hint);
    }
  }
}

function withTraits(shape: Shape, name: string | undefined, added: Traits): Shape | undefined {
  if (name === undefined) return { ...shape, traits: new Map([...shape.traits, ...added]) };
  const member = shape.members.get(name);
  if (member === undefined) return undefined;
  const changed: Member = { ...member, traits: new Map([...member.traits, ...added]) };
  return { ...shape, members: new Map(shape.members).set(name, changed) };
}

/** Reports traits that nothing defines. */
export function checkTraitIds(
  traits: TraitTable,
  types: ReadonlyMap<ShapeId, string>,
  allowUnknown: boolean,
  events: Events,
): void {
  const hints = new Map<ShapeId, string | undefined>();
  for (const [target, applied] of traits.entries())
    for (const { id, location } of applied.traits.values()) {
      if (types.has(id)) continue;
      if (!hints.has(id))
        hints.set(id, hints.size < maxSuggestions ? suggestion(id, types.keys()) : undefined);
      const message = `the trait ${id} is not defined; add the model that defines it`;
      const severity = allowUnknown ? "WARNING" : "ERROR";
      events.add(severity, "Model.UnresolvedTrait", location, message, target, hints.get(id));
    }
}
