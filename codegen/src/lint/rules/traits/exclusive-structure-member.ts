import { findShape } from "../../../model/find-shape.js";
import { isNodeObject, property } from "../../../model/nodes.js";
import type { Member, ShapeId, SmithyModel } from "../../../model/model.js";
import type { Rule } from "../../rule.js";

/** Traits that only one member of a structure can have, or only the target of one member. */
export const exclusiveStructureMemberTrait: Rule = {
  id: "ExclusiveStructureMemberTrait",
  *check({ model, shapesOf, event }) {
    const kinds = new Map<ShapeId, string | undefined>();
    const exclusive = (id: ShapeId): string | undefined => {
      if (!kinds.has(id)) kinds.set(id, exclusiveBy(model, id));
      return kinds.get(id);
    };
    for (const structure of shapesOf("structure")) {
      const holders = new Map<string, string[]>();
      for (const member of structure.members.values())
        for (const text of claimsOf(model, member, exclusive))
          holders.set(text, [...(holders.get(text) ?? []), member.name]);
      for (const [text, names] of holders) {
        if (names.length < 2) continue;
        yield event("ERROR", structure, `only one member can ${text}, found ${names.join(", ")}`);
      }
    }
  },
};

function* claimsOf(
  model: SmithyModel,
  { traits, target }: Member,
  exclusive: (id: ShapeId) => string | undefined,
): Iterable<string> {
  for (const id of traits.keys()) if (exclusive(id) === "member") yield `have the trait ${id}`;
  for (const id of findShape(model, target)?.traits.keys() ?? [])
    if (exclusive(id) === "target") yield `target a shape with the trait ${id}`;
}

function exclusiveBy(model: SmithyModel, id: ShapeId): string | undefined {
  const value = findShape(model, id)?.traits.get("smithy.api#trait")?.value;
  const kind = isNodeObject(value) ? property(value, "structurallyExclusive") : undefined;
  return typeof kind === "string" ? kind : undefined;
}
