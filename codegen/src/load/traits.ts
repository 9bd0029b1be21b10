import type { ShapeId, Traits } from "./ast.js";

/** The value of a trait; `undefined` where it is not applied. */
export function trait(holder: { readonly traits: Traits }, id: ShapeId): unknown {
  return Object.hasOwn(holder.traits, id) ? holder.traits[id] : undefined;
}

/** Whether a trait is applied. */
export function hasTrait(holder: { readonly traits: Traits }, id: ShapeId): boolean {
  return Object.hasOwn(holder.traits, id);
}

/** The value of a trait that holds a string. */
export function stringTrait(holder: { readonly traits: Traits }, id: ShapeId): string | undefined {
  const value = trait(holder, id);
  return typeof value === "string" ? value : undefined;
}

/** A property of a trait that holds an object. */
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
