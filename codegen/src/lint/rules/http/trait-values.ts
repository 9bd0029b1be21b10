import { JsonNumber } from "../../../../runtime/json/json.js";
import { isNodeArray, isNodeObject, property } from "../../../model/nodes.js";
import type { ShapeId, Trait } from "../../../model/model.js";
import type { NodeValue } from "../../../model/node.js";
import type { Entity } from "../../../selectors/attributes.js";

/** Returns the value of a trait that is a text; `undefined` without the trait, or if its value is something else. */
export function textTrait({ traits }: Entity, id: ShapeId): string | undefined {
  const value = traits.get(id)?.value;
  return typeof value === "string" ? value : undefined;
}

/** Returns a member of the value of a trait. */
export function traitMember(trait: Trait | undefined, name: string): NodeValue | undefined {
  return isNodeObject(trait?.value) ? property(trait.value, name) : undefined;
}

/** Returns a member of the value of a trait that is a text. */
export function textMember(trait: Trait | undefined, name: string): string | undefined {
  const value = traitMember(trait, name);
  return typeof value === "string" ? value : undefined;
}

/** Returns the texts of a member of the value of a trait that is a list; none without it. */
export function textsMember(trait: Trait | undefined, name: string): readonly string[] {
  const value = traitMember(trait, name);
  return isNodeArray(value) ? value.filter((each) => typeof each === "string") : [];
}

/** Returns a member of the value of a trait that is a number. */
export function numberMember(trait: Trait | undefined, name: string): number | undefined {
  const value = traitMember(trait, name);
  if (value instanceof JsonNumber) return Number(value.text);
  return typeof value === "number" ? value : undefined;
}

/** Joins names for messages. */
export function listed(names: Iterable<string>): string {
  return [...names].sort().join(", ");
}
