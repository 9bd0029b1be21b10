import type { InterfaceDeclaration, Module } from "../emit/code/declarations.js";
import type { Entry, Named } from "./collect-exports.js";
import type { Family } from "./families.js";
import { textOf, type NameOf } from "./name-text.js";
import { signatureOf } from "./signature.js";

/**
 * Returns modules whose interfaces have the properties that they inherit. The generator lets
 * interfaces inherit if their documentation is the same, too, on which a report must not depend.
 */
export function withInherited(modules: readonly Module[]): Module[] {
  const interfaces = new Map<string, InterfaceDeclaration>();
  for (const { path, declarations } of modules)
    for (const declaration of declarations)
      if (declaration.kind === "interface")
        interfaces.set(keyOf(path, declaration.name), declaration);

  const flatten = (declaration: InterfaceDeclaration): InterfaceDeclaration => {
    const [reference] = declaration.base?.parts ?? [];
    if (reference === undefined || typeof reference === "string") return declaration;
    const parent = interfaces.get(keyOf(reference.module, reference.name));
    if (parent === undefined) return declaration;
    const properties = [...flatten(parent).properties, ...declaration.properties];
    const { kind, name, docs, exported, typeParameter } = declaration;
    const generic = typeParameter === undefined ? {} : { typeParameter };
    return { kind, name, docs, exported, ...generic, properties };
  };
  return modules.map((module) => ({
    ...module,
    declarations: module.declarations.map((declaration) =>
      declaration.kind === "interface" ? flatten(declaration) : declaration,
    ),
  }));
}

/**
 * Returns the short signatures of interfaces with the same properties as the shape whose functions
 * they share, by their names.
 */
export function alikeInterfaces(
  entries: readonly Entry[],
  families: readonly Family[],
  nameOf: NameOf,
): ReadonlyMap<string, string> {
  const byName = new Map(entries.map((entry) => [entry.name, interfaceOf(entry.declarations)]));
  const found = new Map<string, string>();
  for (const { name, origin } of families) {
    const own = byName.get(name);
    const other = byName.get(origin);
    if (name === origin || own === undefined || other === undefined) continue;
    if (signatureOf(own, "X", nameOf) !== signatureOf(other, "X", nameOf)) continue;
    const parameter = own.typeParameter === undefined ? "" : textOf(own.typeParameter, nameOf);
    const [argument = ""] = parameter.split(" ");
    const given = parameter === "" ? "" : `<${parameter}>`;
    const passed = argument === "" ? "" : `<${argument}>`;
    found.set(name, `interface ${name}${given} extends ${origin}${passed} {}`);
  }
  return found;
}

function interfaceOf(declarations: readonly Named[]): InterfaceDeclaration | undefined {
  return declarations.find((declaration) => declaration.kind === "interface");
}

function keyOf(module: string, name: string): string {
  return `${module}\0${name}`;
}
