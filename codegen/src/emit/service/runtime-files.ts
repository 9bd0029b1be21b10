import { posix } from "node:path";
import type { Module } from "../code/declarations.js";
import { headerLine } from "../../generated-mark.js";
import { suffixOf, type ImportExtension } from "../../import-extension.js";
import { Code } from "../code/code.js";

/** The texts of the runtime's files by their names, without extension. */
export type RuntimeSources = ReadonlyMap<string, string>;

/** An import or export of another runtime file: the text before the specifier, and the specifier. */
const importClause = /^((?:import|export|\})[^;]*from )"(\.[\w./-]+)\.js";$/gm;

/**
 * Returns the files of the runtime that modules refer to, directly or indirectly, and the file of
 * the namespace `$`.
 * @param extension the extension in import specifiers, which is `.js` in the sources
 * @returns the texts of the files by their paths in the output
 */
export function runtimeFiles(
  modules: readonly Module[],
  sources: RuntimeSources,
  extension: ImportExtension = ".js",
): Map<string, string> {
  const suffix = suffixOf(extension);
  const references = referencesOf(modules);
  const chosen = new Map<string, string>();
  const pending = [...references.keys()]
    .filter((module) => module.startsWith("runtime/"))
    .map((module) => module.slice("runtime/".length));
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    const path = `runtime/${name}.ts`;
    if (chosen.has(path)) continue;
    const text = sources.get(name);
    if (text === undefined) throw new Error(`The runtime has no file ${name}.ts.`);
    const folder = posix.dirname(name);
    const rewritten = text.replace(importClause, (_, before: string, specifier: string) => {
      pending.push(posix.join(folder, specifier));
      return `${before}"${specifier}${suffix}";`;
    });
    chosen.set(path, `${headerLine}\n\n${rewritten}`);
  }
  const exported = [...references]
    .filter(([, { isInNamespace }]) => isInNamespace)
    .map(([module]) => `export * from "./${module.slice("runtime/".length)}${suffix}";\n`);
  const about = "/* What generated code calls. Bundlers drop what is not used. */";
  chosen.set("runtime/index.ts", `${headerLine}\n\n${about}\n\n${exported.sort().join("")}`);
  return chosen;
}

/** Whether a module has names that generated code uses through the namespace `$`. */
interface Use {
  isInNamespace: boolean;
}

function referencesOf(modules: readonly Module[]): Map<string, Use> {
  const found = new Map<string, Use>();
  for (const { declarations } of modules) {
    for (const declaration of declarations) {
      if (declaration.kind === "re-export") add(declaration.module, false, found);
      else collect(declaration, found);
    }
  }
  return found;
}

function add(module: string, isInNamespace: boolean, found: Map<string, Use>): void {
  const use = found.get(module) ?? { isInNamespace: false };
  use.isInNamespace ||= isInNamespace;
  found.set(module, use);
}

function collect(value: unknown, found: Map<string, Use>): void {
  if (value instanceof Code) {
    for (const part of value.parts) {
      if (typeof part !== "string") add(part.module, part.namespace === "$", found);
    }
  } else if (Array.isArray(value)) {
    for (const item of value) collect(item, found);
  } else if (typeof value === "object" && value !== null) {
    for (const item of Object.values(value)) collect(item, found);
  }
}
