import { posix } from "node:path";
import type { Code, Namespace, Reference } from "../emit/code/code.js";
import { suffixOf, type ImportExtension } from "../import-extension.js";

/** A name that a file imports, with an `alias` if the name is already used in the file. */
interface ImportedName {
  readonly name: string;
  readonly alias: string | undefined;
  readonly typeOnly: boolean;
}

/** An import of names from one module, or of a namespace. */
export type FileImport =
  | { readonly specifier: string; readonly names: readonly ImportedName[] }
  | { readonly specifier: string; readonly namespace: Namespace; readonly typeOnly: boolean };

/**
 * The modules of the namespaces in the output, without extension. The others are modules of the
 * service, of which each protocol has its own.
 */
const namespaces: Readonly<Partial<Record<Namespace, string>>> = {
  $: "runtime/index",
  types: "runtime/types",
};

/** Turns code into text and collects the imports that the file needs for it. */
export class ImportResolver {
  readonly #path: string;
  readonly #extension: ImportExtension;
  readonly #declared: ReadonlySet<string>;
  readonly #imports = new Map<string, { reference: Reference; local: string; typeOnly: boolean }>();
  readonly #locals = new Set<string>();
  readonly #namespaces = new Map<Namespace, { module: string; typeOnly: boolean }>();

  /** @param declared the names that the file declares itself */
  constructor(path: string, declared: Iterable<string>, extension: ImportExtension = ".js") {
    this.#path = path;
    this.#extension = extension;
    this.#declared = new Set(declared);
  }

  /** Returns code as text, with references replaced by their local names in this file. */
  text(code: Code): string {
    return code.parts.map((part) => (typeof part === "string" ? part : this.#name(part))).join("");
  }

  #name(reference: Reference): string {
    if (reference.module === "" || reference.module === this.#path) return reference.name;
    if (reference.namespace !== undefined) return this.#member(reference.namespace, reference);
    const key = `${reference.module}\0${reference.name}`;
    const known = this.#imports.get(key);
    if (known !== undefined) {
      // A name that is used as a value anywhere needs more than a type import.
      known.typeOnly &&= reference.typeOnly;
      return known.local;
    }
    let local = reference.name;
    while (this.#declared.has(local) || this.#locals.has(local)) local += "$";
    this.#locals.add(local);
    this.#imports.set(key, { reference, local, typeOnly: reference.typeOnly });
    return local;
  }

  #member(namespace: Namespace, { name, module: own, typeOnly }: Reference): string {
    // An own property only: anything can have put members on the prototype of all objects.
    const module =
      (Object.hasOwn(namespaces, namespace) ? namespaces[namespace] : undefined) ?? own;
    const known = this.#namespaces.get(namespace);
    if (known === undefined) this.#namespaces.set(namespace, { module, typeOnly });
    else if (known.module !== module)
      throw new Error(`${this.#path} uses ${namespace} for ${known.module} and ${module}.`);
    else known.typeOnly &&= typeOnly;
    return `${namespace}.${name}`;
  }

  /** Returns the imports of all code so far, sorted by module and name. */
  imports(): FileImport[] {
    return [...this.#namespaceImports(), ...this.#nameImports()].sort((a, b) =>
      a.specifier < b.specifier ? -1 : 1,
    );
  }

  #namespaceImports(): FileImport[] {
    return [...this.#namespaces].map(([namespace, { module, typeOnly }]) => ({
      specifier: specifierOf(this.#path, module, this.#extension),
      namespace,
      typeOnly,
    }));
  }

  #nameImports(): FileImport[] {
    const byModule = new Map<string, ImportedName[]>();
    for (const { reference, local, typeOnly } of this.#imports.values()) {
      const specifier = specifierOf(this.#path, reference.module, this.#extension);
      const names = byModule.get(specifier) ?? [];
      names.push({
        name: reference.name,
        alias: local === reference.name ? undefined : local,
        typeOnly,
      });
      byModule.set(specifier, names);
    }
    return [...byModule].map(([specifier, names]) => ({
      specifier,
      names: names.sort((a, b) => (a.name < b.name ? -1 : 1)),
    }));
  }
}

/** The packages that the output may import. */
const packages: ReadonlySet<string> = new Set(["@smithy/types", "fast-check"]);

/** Returns the import specifier of the module `to` in the file at `from`. Package names are not changed. */
export function specifierOf(from: string, to: string, extension: ImportExtension): string {
  if (packages.has(to)) return to;
  const relative = posix.relative(posix.dirname(from), `${to}${suffixOf(extension)}`);
  return relative.startsWith(".") ? relative : `./${relative}`;
}
