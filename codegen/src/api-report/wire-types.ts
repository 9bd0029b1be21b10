import { wireNameOf } from "../emit/code/shape-references.js";
import type { Entry } from "./collect-exports.js";
import type { Family } from "./families.js";
import type { NameOf } from "./name-text.js";
import { signatureOf } from "./signature.js";

/**
 * Returns the signatures of the types of JSON on the wire by their names. A shape with the functions
 * of another one also has its type.
 */
export function wireTypes(
  entries: readonly Entry[],
  families: readonly Family[],
  nameOf: NameOf,
): ReadonlyMap<string, string> {
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  const found = families.flatMap((family): [string, string][] => {
    const name = wireNameOf(family.name);
    const entry = byName.get(name);
    if (entry === undefined) return [];
    if (family.name !== family.origin)
      return [[name, `type ${name} = ${wireNameOf(family.origin)};`]];
    const signatures = entry.declarations.map((type) => signatureOf(type, name, nameOf));
    // What every optional member of JSON can be need not be said of each.
    return [[name, signatures.join("\n").replaceAll(" | null | undefined;", ";")]];
  });
  return new Map(found);
}
