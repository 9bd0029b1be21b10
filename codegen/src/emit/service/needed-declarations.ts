import type { Code } from "../code/code.js";
import type { Declaration, Module } from "../code/declarations.js";
import { visitCode } from "../code/visit-references.js";

/** A name that a module declares. */
export interface DeclaredName {
  readonly module: string;
  readonly name: string;
}

/** Returns the key of a name among those of all modules. */
export function keyOf({ module, name }: DeclaredName): string {
  return `${module}\0${name}`;
}

/** Returns modules with only the declarations that some of them need, directly or indirectly. */
export function neededDeclarations(
  modules: readonly Module[],
  roots: readonly DeclaredName[],
): Module[] {
  const byKey = new Map<string, { readonly path: string; readonly declarations: Declaration[] }>();
  for (const { path, declarations } of modules) {
    for (const declaration of declarations) {
      if (!("name" in declaration)) continue;
      const key = keyOf({ module: path, name: declaration.name });
      const found = byKey.get(key);
      if (found === undefined) byKey.set(key, { path, declarations: [declaration] });
      else found.declarations.push(declaration);
    }
  }
  const needed = new Set<Declaration>();
  const seen = new Set<string>();
  const pending = roots.map(keyOf);
  for (let key = pending.pop(); key !== undefined; key = pending.pop()) {
    const found = byKey.get(key);
    if (found === undefined || seen.has(key)) continue;
    seen.add(key);
    for (const declaration of found.declarations) {
      needed.add(declaration);
      visitCode(declaration, (piece) => {
        pending.push(...namesIn(piece, found.path).map(keyOf));
      });
    }
  }
  return modules.flatMap((module) => {
    const declarations = module.declarations.filter((declaration) => needed.has(declaration));
    return declarations.length === 0 ? [] : [{ ...module, declarations }];
  });
}

/** Returns the names in code. Every word of its text may be one that the same module declares. */
function namesIn({ parts }: Code, path: string): DeclaredName[] {
  return parts.flatMap((part) =>
    typeof part === "string"
      ? (part.match(/[\w$]+/g) ?? []).map((name) => ({ module: path, name }))
      : [part],
  );
}
