import { findShape } from "../../../model/find-shape.js";
import { isNodeArray, isNodeObject, isSameNode } from "../../../model/nodes.js";
import type { Member, Shape, Trait } from "../../../model/model.js";
import type { NodeValue } from "../../../model/node.js";
import { isBase64 } from "../../values/base64.js";
import { checkValue } from "../../values/check-value.js";
import type { Rule, RuleContext } from "../../rule.js";

const defaultId = "smithy.api#default";

/** Defaults fit their shapes, collections are empty, and members repeat the default of what they target. */
export const defaultTrait: Rule = {
  id: "DefaultTrait",
  *check(context) {
    const { model, graph, shapesOf, withTrait, event } = context;
    for (const entity of withTrait(defaultId)) {
      const trait = entity.traits.get(defaultId);
      const shape = "type" in entity ? entity : findShape(model, entity.target);
      if (trait === undefined || shape === undefined) continue;
      const { value, location } = trait;
      if (value === null) {
        if ("type" in entity)
          yield event("ERROR", entity, "the default null is only for members", { location });
        continue;
      }
      const check = { graph, id: "DefaultTrait", about: entity, location, what: "the default" };
      yield* checkValue(entity, value, { ...check, lenientZero: true });
      const problem = checkCollection(shape, value);
      if (problem !== undefined) yield event("ERROR", entity, problem, { location });
      if (shape.type === "blob" && typeof value === "string" && !isBase64(value))
        yield event("WARNING", entity, "the default of a blob should be Base64", { location });
    }
    for (const structure of shapesOf("structure"))
      for (const member of structure.members.values()) yield* checkMember(member, context);
  },
};

function checkCollection({ type }: Shape, value: NodeValue): string | undefined {
  const isCollection = isNodeArray(value) || isNodeObject(value);
  if (!isCollection || Object.keys(value).length === 0) return undefined;
  const isOfType = type === "document" || (isNodeArray(value) ? type === "list" : type === "map");
  return isOfType ? `the default of a ${type} can only be an empty one` : undefined;
}

function* checkMember(member: Member, { model, event }: RuleContext): ReturnType<Rule["check"]> {
  const target: Trait | undefined = findShape(model, member.target)?.traits.get(defaultId);
  // A shape whose own default is null is reported there.
  if (target === undefined || target.value === null) return;
  const own = member.traits.get(defaultId);
  if (own?.value === null || (own !== undefined && isSameNode(own.value, target.value))) return;
  const wanted = JSON.stringify(target.value);
  const found = own === undefined ? "has none" : `has ${JSON.stringify(own.value)}`;
  const message = `targets ${member.target}, whose default is ${wanted}; the member must have the same default, or null, but ${found}`;
  yield event("ERROR", member, message, own && { location: own.location });
}
