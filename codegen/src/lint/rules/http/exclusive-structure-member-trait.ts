import { findShape } from "../../../model/find-shape.js";
import type { Member, ShapeId, SmithyModel } from "../../../model/model.js";
import type { Rule } from "../../rule.js";
import { listed, textMember } from "./trait-values.js";

/** Some traits can be applied to one member of a structure, or to the target of one member. */
export const exclusiveStructureMemberTrait: Rule = {
  id: "ExclusiveStructureMemberTrait",
  *check({ model, shapesOf, event }) {
    const exclusive = findExclusive(model);
    for (const structure of shapesOf("structure")) {
      const found = new Map<ShapeId, string[]>();
      for (const member of structure.members.values()) {
        for (const trait of traitsThatCount(model, member, exclusive)) {
          const known = found.get(trait);
          if (known === undefined) found.set(trait, [member.name]);
          else known.push(member.name);
        }
      }
      for (const [trait, names] of found) {
        if (names.length < 2) continue;
        const what = exclusive.get(trait) === "target" ? "can target shapes with" : "can have";
        const message = `only one member of a structure ${what} the trait ${trait}; found ${listed(names)}`;
        yield event("ERROR", structure, message);
      }
    }
  },
};

function findExclusive(model: SmithyModel): ReadonlyMap<ShapeId, string> {
  const found = new Map<ShapeId, string>();
  for (const shapes of [model.library, model.shapes]) {
    for (const { id, traits } of shapes.values()) {
      const kind = textMember(traits.get("smithy.api#trait"), "structurallyExclusive");
      if (kind !== undefined) found.set(id, kind);
    }
  }
  return found;
}

function* traitsThatCount(
  model: SmithyModel,
  { traits, target }: Member,
  exclusive: ReadonlyMap<ShapeId, string>,
): Iterable<ShapeId> {
  for (const id of traits.keys()) if (exclusive.get(id) === "member") yield id;
  for (const id of findShape(model, target)?.traits.keys() ?? [])
    if (exclusive.get(id) === "target") yield id;
}
