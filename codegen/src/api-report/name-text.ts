import type { Code, Reference } from "../emit/code/code.js";
import type { Exports } from "./collect-exports.js";

/** Returns the name of a reference as users know it. */
export type NameOf = (reference: Reference) => string;

/**
 * Returns how to name references: as the index exports them, without a namespace. Types that the
 * index does not export have their own names, with their modules if users know another type by it.
 */
export function exportedNames({ namespaces, entries, helpers }: Exports): NameOf {
  const byReference = new Map<string, string>();
  for (const { module, declaredName, name } of entries) {
    const key = keyOf(module, declaredName);
    // What several shapes share is also exported under names of the others.
    if (name === declaredName || !byReference.has(key)) byReference.set(key, name);
  }
  for (const { module, names } of helpers)
    for (const { declaredName, name } of names) byReference.set(keyOf(module, declaredName), name);
  const taken = new Set([...namespaces.map(({ name }) => name), ...byReference.values()]);
  return (reference) => {
    const { module, name } = reference;
    if (module === "index") return name;
    const exported = byReference.get(keyOf(module, name));
    return exported ?? (taken.has(name) ? qualified(reference) : name);
  };
}

/** Returns code as text without comments. */
export function textOf({ parts }: Code, nameOf: NameOf): string {
  const texts = parts.map((part) => {
    if (typeof part !== "string") return nameOf(part);
    return part.startsWith("/**") ? "" : part;
  });
  return texts.join("");
}

function keyOf(module: string, name: string): string {
  return `${module}\0${name}`;
}

function qualified({ module, name }: Reference): string {
  return `import("${module}").${name}`;
}
