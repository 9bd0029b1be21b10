import { isIdentifier, nameOf } from "../../../load/names.js";
import { isSameNode } from "../../../model/nodes.js";
import { findShape } from "../../../model/find-shape.js";
import {
  severities,
  type EventSeverity,
  type ServiceShape,
  type Shape,
  type ShapeId,
  type SmithyModel,
} from "../../../model/model.js";
import type { Entity } from "../../../selectors/attributes.js";
import type { Rule, RuleContext } from "../../rule.js";

/** The shapes of a service have names of their own, whatever their case, and renames change names of the service. */
export const service: Rule = {
  id: "Service",
  *check(context) {
    for (const each of context.shapesOf("service")) {
      const closure = closureOf(each, context);
      yield* checkNames(each, closure, context);
      yield* checkRenames(each, closure, context);
    }
  },
};

function closureOf(each: ServiceShape, { graph }: RuleContext): ReadonlyMap<ShapeId, Entity> {
  const entities: Entity[] = [each, ...graph.closure(each)];
  return new Map(entities.map((entity) => [entity.id, entity]));
}

function* checkNames(
  each: ServiceShape,
  closure: ReadonlyMap<ShapeId, Entity>,
  { model, event }: RuleContext,
): ReturnType<Rule["check"]> {
  const groups = new Map<string, Shape[]>();
  for (const [id, shape] of closure) {
    if (!("type" in shape)) continue;
    const name = (each.rename.get(id) ?? nameOf(id)).toLowerCase();
    groups.set(name, [...(groups.get(name) ?? []), shape]);
  }
  for (const shapes of groups.values()) {
    for (const one of shapes) {
      for (const other of shapes) {
        if (one === other) continue;
        const severity = conflictOf(model, one, other, new Set());
        yield event(
          severity,
          one,
          `has the same name as ${other.id} in the service ${each.id}, apart from case; rename one of them in "rename" of the service`,
        );
      }
    }
  }
}

/** Equal simple shapes and lists can have the same name; it is only confusing. */
function conflictOf(
  model: SmithyModel,
  one: Entity,
  other: Entity,
  compared: Set<string>,
): EventSeverity {
  if (!hasSameTraits(one, other)) return "ERROR";
  if (!("type" in one) || !("type" in other)) {
    if ("type" in one || "type" in other) return "ERROR";
    const [left, right] = [findShape(model, one.target), findShape(model, other.target)];
    const isBroken = left === undefined || right === undefined;
    return isBroken ? "NOTE" : conflictOf(model, left, right, compared);
  }
  if (one.type !== other.type) return "ERROR";
  if (one.type !== "list") return isSimple(one) ? "NOTE" : "ERROR";
  const key = [one.id, other.id].sort().join(" ");
  const [left, right] = [one.members.get("member"), other.members.get("member")];
  if (compared.has(key) || left === undefined || right === undefined) return "WARNING";
  const inner = conflictOf(model, left, right, compared.add(key));
  return severities.indexOf(inner) > severities.indexOf("WARNING") ? inner : "WARNING";
}

function isSimple({ type, members }: Shape): boolean {
  return members.size === 0 && !/^(structure|union|map|service|operation|resource)$/.test(type);
}

function hasSameTraits({ traits: left }: Entity, { traits: right }: Entity): boolean {
  return (
    left.size === right.size &&
    [...left.values()].every(({ id, value }) => {
      const other = right.get(id);
      return other !== undefined && isSameNode(value, other.value);
    })
  );
}

function* checkRenames(
  each: ServiceShape,
  closure: ReadonlyMap<ShapeId, Entity>,
  { event }: RuleContext,
): ReturnType<Rule["check"]> {
  for (const [id, name] of each.rename) {
    const what = `renames ${id} to ${JSON.stringify(name)}`;
    if (!isIdentifier(name)) yield event("ERROR", each, `${what}, which is not an identifier`);
    else if (name === nameOf(id)) yield event("ERROR", each, `${what}, which is its name already`);
    const shape = closure.get(id);
    if (shape === undefined) yield event("ERROR", each, `${what}, which is not in the service`);
    else if (!("type" in shape) || shape.type === "resource" || shape.type === "operation") {
      const type = "type" in shape ? shape.type : "member";
      yield event("ERROR", each, `${what}; a ${type} cannot be renamed`);
    }
  }
}
