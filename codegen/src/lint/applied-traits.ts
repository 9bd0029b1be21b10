import type { SmithyModel, Trait } from "../model/model.js";
import type { Entity } from "../selectors/attributes.js";

/** A trait, and what it is applied to. */
export interface AppliedTrait {
  readonly entity: Entity;
  readonly trait: Trait;
}

/** Returns every trait of the shapes and members of a model, without those of Smithy's own packages. */
export function* appliedTraits({ shapes }: SmithyModel): Iterable<AppliedTrait> {
  for (const shape of shapes.values()) {
    for (const trait of shape.traits.values()) yield { entity: shape, trait };
    for (const member of shape.members.values())
      for (const trait of member.traits.values()) yield { entity: member, trait };
  }
}
