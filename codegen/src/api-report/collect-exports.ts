import type { Declaration, Module, ReExport } from "../emit/code/declarations.js";
import { compare } from "../load/select-service.js";

/** A declaration with a name of its own. */
export type Named = Exclude<Declaration, { kind: "local-export" | "re-export" }>;

/** A name that the index exports. An enum has two declarations: its values and their type. */
export interface Entry {
  readonly name: string;
  /** The name in its module, which the index may change. */
  readonly declaredName: string;
  readonly module: string;
  readonly declarations: readonly Named[];
}

/** A module that the index exports under one name. */
export interface Namespace {
  readonly name: string;
  readonly module: Module;
}

/** Names of one module of the runtime that the index exports. */
export interface Helpers {
  readonly module: string;
  readonly names: readonly { readonly name: string; readonly declaredName: string }[];
}

/** Everything that the index exports, sorted by name. */
export interface Exports {
  readonly namespaces: readonly Namespace[];
  readonly entries: readonly Entry[];
  readonly helpers: readonly Helpers[];
}

/**
 * Finds the declarations of everything that the index exports.
 * @throws Error if there is no index, or if it exports what no module declares
 */
export function collectExports(modules: readonly Module[]): Exports {
  const byPath = new Map(modules.map((module) => [module.path, module]));
  const namespaces: Namespace[] = [];
  const entries: Entry[] = [];
  const helpers: Helpers[] = [];
  for (const exported of moduleAt("index", byPath).declarations) {
    if (exported.kind !== "re-export") continue;
    if ("as" in exported) {
      namespaces.push({ name: exported.as, module: moduleAt(exported.module, byPath) });
    } else if (exported.module.startsWith("runtime/")) {
      helpers.push({ module: exported.module, names: namesOf(exported).sort(byName) });
    } else {
      entries.push(...entriesOf(exported, moduleAt(exported.module, byPath)));
    }
  }
  return {
    namespaces: namespaces.sort(byName),
    entries: entries.sort(byName),
    helpers: helpers.sort((left, right) => compare(left.module, right.module)),
  };
}

/** What the module of the client exports. */
export interface ClientExports {
  readonly declarations: readonly Named[];
  readonly helpers: readonly Helpers[];
}

/** Finds what the module of the client exports; nothing if there is no client. */
export function collectClientExports(modules: readonly Module[]): ClientExports {
  const client = modules.find(({ path }) => path === "client");
  if (client === undefined) return { declarations: [], helpers: [] };
  const helpers = client.declarations.flatMap((declaration) =>
    declaration.kind === "re-export" && "names" in declaration
      ? [{ module: declaration.module, names: namesOf(declaration).sort(byName) }]
      : [],
  );
  return { declarations: publicDeclarations(client), helpers };
}

/** Returns the declarations that a module exports for users. */
export function publicDeclarations({ declarations }: Module): Named[] {
  return declarations.filter(
    (declaration): declaration is Named =>
      "exported" in declaration &&
      declaration.exported &&
      // These functions are exported for other files of the output, although namespaces show them.
      !(declaration.kind === "function" && declaration.docs === "@internal"),
  );
}

type NamedReExport = Extract<ReExport, { names: unknown }>;

function namesOf({ names }: NamedReExport): { name: string; declaredName: string }[] {
  return names.map(({ name, as = name }) => ({ name: as, declaredName: name }));
}

function entriesOf(exported: NamedReExport, module: Module): Entry[] {
  const byDeclaredName = new Map<string, Named[]>();
  for (const declaration of publicDeclarations(module)) {
    const found = byDeclaredName.get(declaration.name);
    if (found === undefined) byDeclaredName.set(declaration.name, [declaration]);
    else found.push(declaration);
  }
  return namesOf(exported).map(({ name, declaredName }) => {
    const declarations = byDeclaredName.get(declaredName);
    if (declarations === undefined)
      throw new Error(`${module.path} does not declare ${declaredName}, which the index exports.`);
    return { name, declaredName, module: module.path, declarations };
  });
}

function moduleAt(path: string, byPath: ReadonlyMap<string, Module>): Module {
  const module = byPath.get(path);
  if (module === undefined) throw new Error(`There is no module ${path}.`);
  return module;
}

function byName(left: { readonly name: string }, right: { readonly name: string }): number {
  return compare(left.name, right.name);
}
