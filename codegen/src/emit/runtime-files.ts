import type { Module } from "./declarations.js";
import { headerLine } from "../generated-mark.js";
import { suffixOf, type ImportExtension } from "../import-extension.js";
import { Code, type Reference } from "./code.js";

/** The texts of the runtime's files by their names, without extension. */
export type RuntimeSources = ReadonlyMap<string, string>;

/**
 * An import or export of another runtime file: the text before the specifier, and the file name.
 */
const importClause = /^((?:import|export|\})[^;]*from )"\.\/([\w-]+)\.js";$/gm;

/**
 * Returns the files of the runtime that modules refer to, directly or indirectly.
 * @param extension the extension in import specifiers, which is `.js` in the sources
 * @returns the texts of the files by their paths in the output
 */
export function runtimeFiles(
  modules: readonly Module[],
  sources: RuntimeSources,
  extension: ImportExtension = ".js",
): Map<string, string> {
  const chosen = new Map<string, string>();
  const pending = [...referencedModules(modules)]
    .filter((module) => module.startsWith("runtime/"))
    .map((module) => module.slice("runtime/".length));
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    const path = `runtime/${name}.ts`;
    if (chosen.has(path)) continue;
    const text = sources.get(name);
    if (text === undefined) throw new Error(`The runtime has no file ${name}.ts.`);
    const rewritten = text.replace(importClause, (_, before: string, imported: string) => {
      pending.push(imported);
      return `${before}"./${imported}${suffixOf(extension)}";`;
    });
    chosen.set(path, `${headerLine}\n\n${rewritten}`);
  }
  return chosen;
}

function referencedModules(modules: readonly Module[]): Set<string> {
  const found = new Set<string>();
  for (const { declarations } of modules) {
    for (const declaration of declarations) {
      if (declaration.kind === "re-export") found.add(declaration.module);
      else collect(declaration, found);
    }
  }
  return found;
}

function collect(value: unknown, found: Set<string>): void {
  if (value instanceof Code) {
    for (const part of value.parts)
      if (typeof part !== "string") found.add((part satisfies Reference).module);
  } else if (Array.isArray(value)) {
    for (const item of value) collect(item, found);
  } else if (typeof value === "object" && value !== null) {
    for (const item of Object.values(value)) collect(item, found);
  }
}
