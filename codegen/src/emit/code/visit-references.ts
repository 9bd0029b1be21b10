import { Code, type Reference } from "./code.js";

/** Returns a declaration, or a part of one, with other references in its code. */
export function mapReferences<Part>(part: Part, change: (reference: Reference) => Reference): Part {
  return map(part) as Part;

  function map(value: unknown): unknown {
    if (value instanceof Code)
      return new Code(value.parts.map((one) => (typeof one === "string" ? one : change(one))));
    if (Array.isArray(value)) return value.map(map);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, map(one)]));
  }
}

/** Calls a function with each piece of code in a declaration, or in a part of one. */
export function visitCode(part: unknown, visit: (piece: Code) => void): void {
  if (part instanceof Code) visit(part);
  else if (typeof part === "object" && part !== null)
    for (const one of Object.values(part)) visitCode(one, visit);
}
