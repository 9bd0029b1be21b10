import type { ShapeId, Traits } from "./ast.js";

/** Returns the value of a trait, or `undefined` if it is not applied. */
export function trait(holder: { readonly traits: Traits }, id: ShapeId): unknown {
  return Object.hasOwn(holder.traits, id) ? holder.traits[id] : undefined;
}

/** Returns whether a trait is applied. */
export function hasTrait(holder: { readonly traits: Traits }, id: ShapeId): boolean {
  return Object.hasOwn(holder.traits, id);
}

/** Returns the value of a trait if it is a string. */
export function stringTrait(holder: { readonly traits: Traits }, id: ShapeId): string | undefined {
  const value = trait(holder, id);
  return typeof value === "string" ? value : undefined;
}

/** Returns a property of a trait whose value is an object. */
export function traitProperty(
  holder: { readonly traits: Traits },
  id: ShapeId,
  name: string,
): unknown {
  const value = trait(holder, id);
  return typeof value === "object" && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}
