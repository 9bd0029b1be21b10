import {
  Scope,
  StructureKind,
  VariableDeclarationKind,
  type ClassDeclarationStructure,
  type ExportDeclarationStructure,
  type FunctionDeclarationStructure,
  type ImportDeclarationStructure,
  type InterfaceDeclarationStructure,
  type OptionalKind,
  type ParameterDeclarationStructure,
  type StatementStructures,
  type TypeAliasDeclarationStructure,
  type VariableStatementStructure,
} from "ts-morph";
import type { Code } from "../emit/code/code.js";
import type {
  ClassDeclaration,
  ConstDeclaration,
  Declaration,
  FunctionDeclaration,
  InterfaceDeclaration,
  Parameter,
  ReExport,
  TypeDeclaration,
} from "../emit/code/declarations.js";
import type { ImportExtension } from "../import-extension.js";
import { specifierOf, type ImportResolver } from "./resolve-imports.js";

/** A statement of a printed file, for ts-morph. */
export type Statement =
  | ImportDeclarationStructure
  | ExportDeclarationStructure
  | Extract<
      StatementStructures,
      {
        kind:
          | StructureKind.Function
          | StructureKind.Class
          | StructureKind.Interface
          | StructureKind.TypeAlias
          | StructureKind.VariableStatement;
      }
    >;

/** Returns the statements that import what a file refers to. */
export function importStructures(resolver: ImportResolver): ImportDeclarationStructure[] {
  return resolver.imports().map((imported) => {
    const { specifier } = imported;
    if ("namespace" in imported) {
      return {
        kind: StructureKind.ImportDeclaration,
        moduleSpecifier: specifier,
        isTypeOnly: imported.typeOnly,
        namespaceImport: imported.namespace,
      };
    }
    const { names } = imported;
    const isTypeOnly = names.every(({ typeOnly }) => typeOnly);
    return {
      kind: StructureKind.ImportDeclaration,
      moduleSpecifier: specifier,
      isTypeOnly,
      namedImports: names.map(({ name, alias, typeOnly }) => ({
        name,
        ...(alias === undefined ? {} : { alias }),
        isTypeOnly: typeOnly && !isTypeOnly,
      })),
    };
  });
}

/** Returns the statement of a declaration. */
export function structureOf(
  declaration: Declaration,
  path: string,
  resolver: ImportResolver,
  extension: ImportExtension,
): Statement {
  switch (declaration.kind) {
    case "interface":
      return interfaceStructure(declaration, resolver);
    case "type":
      return typeStructure(declaration, resolver);
    case "function":
      return functionStructure(declaration, resolver);
    case "class":
      return classStructure(declaration, resolver);
    case "const":
      return constStructure(declaration, resolver);
    case "local-export":
      return {
        kind: StructureKind.ExportDeclaration,
        namedExports: declaration.names.map(({ name, as }) => ({ name, alias: as })),
      };
    case "re-export":
      return exportStructure(declaration, path, extension);
  }
}

function interfaceStructure(
  { name, docs, exported, typeParameter, base, properties }: InterfaceDeclaration,
  resolver: ImportResolver,
): InterfaceDeclarationStructure {
  return {
    kind: StructureKind.Interface,
    name,
    ...docsOf(docs),
    isExported: exported,
    ...typeParametersOf(typeParameter, resolver),
    ...(base === undefined ? {} : { extends: [resolver.text(base)] }),
    properties: properties.map((property) => ({
      name: property.name,
      ...docsOf(property.docs),
      hasQuestionToken: property.optional,
      type: resolver.text(property.type),
    })),
  };
}

function typeStructure(
  { name, docs, exported, typeParameter, type }: TypeDeclaration,
  resolver: ImportResolver,
): TypeAliasDeclarationStructure {
  return {
    kind: StructureKind.TypeAlias,
    name,
    ...docsOf(docs),
    isExported: exported,
    ...typeParametersOf(typeParameter, resolver),
    type: resolver.text(type),
  };
}

function typeParametersOf(
  typeParameter: Code | undefined,
  resolver: ImportResolver,
): { typeParameters?: string[] } {
  return typeParameter === undefined ? {} : { typeParameters: [resolver.text(typeParameter)] };
}

function functionStructure(
  declaration: FunctionDeclaration,
  resolver: ImportResolver,
): FunctionDeclarationStructure {
  const { name, docs, exported, typeParameter, parameters, returnType, body } = declaration;
  const overloads = declaration.overloads ?? [];
  return {
    kind: StructureKind.Function,
    name,
    ...docsOf(docs),
    isExported: exported,
    isAsync: declaration.isAsync === true,
    ...(overloads.length === 0
      ? {}
      : {
          overloads: overloads.map((overload) => ({
            ...docsOf(overload.docs),
            ...(overload.typeParameter === undefined
              ? {}
              : { typeParameters: [overload.typeParameter] }),
            parameters: overload.parameters.map((parameter) =>
              parameterStructure(parameter, resolver),
            ),
            returnType: resolver.text(overload.returnType),
          })),
        }),
    ...(typeParameter === undefined ? {} : { typeParameters: [typeParameter] }),
    parameters: parameters.map((parameter) => parameterStructure(parameter, resolver)),
    returnType: resolver.text(returnType),
    statements: [resolver.text(body)],
  };
}

function parameterStructure(
  { name, type, optional = false, initializer }: Parameter,
  resolver: ImportResolver,
): OptionalKind<ParameterDeclarationStructure> {
  return {
    name,
    type: resolver.text(type),
    hasQuestionToken: optional,
    ...(initializer === undefined ? {} : { initializer: resolver.text(initializer) }),
  };
}

function classStructure(
  {
    name,
    docs,
    exported,
    base,
    properties,
    constructorParameters,
    constructorBody,
  }: ClassDeclaration,
  resolver: ImportResolver,
): ClassDeclarationStructure {
  return {
    kind: StructureKind.Class,
    name,
    ...docsOf(docs),
    isExported: exported,
    ...(base === undefined ? {} : { extends: resolver.text(base) }),
    properties: properties.map((property) => ({
      name: property.name,
      ...docsOf(property.docs),
      isReadonly: property.readonly === true,
      // Without `declare`, the field would be defined as `undefined` on every error.
      hasDeclareKeyword: true,
      hasQuestionToken: property.optional,
      type: resolver.text(property.type),
    })),
    ctors: constructorBody.isEmpty
      ? []
      : [
          {
            scope: Scope.Public,
            parameters: constructorParameters.map((parameter) =>
              parameterStructure(parameter, resolver),
            ),
            statements: [resolver.text(constructorBody)],
          },
        ],
  };
}

function constStructure(
  { name, docs, exported, type, value }: ConstDeclaration,
  resolver: ImportResolver,
): VariableStatementStructure {
  return {
    kind: StructureKind.VariableStatement,
    ...docsOf(docs),
    isExported: exported,
    declarationKind: VariableDeclarationKind.Const,
    declarations: [
      {
        name,
        ...(type === undefined ? {} : { type: resolver.text(type) }),
        initializer: resolver.text(value),
      },
    ],
  };
}

function exportStructure(
  declaration: ReExport,
  path: string,
  extension: ImportExtension,
): ExportDeclarationStructure {
  const moduleSpecifier = specifierOf(path, declaration.module, extension);
  if ("as" in declaration) {
    return {
      kind: StructureKind.ExportDeclaration,
      moduleSpecifier,
      namespaceExport: declaration.as,
    };
  }
  const isTypeOnly = declaration.names.every(({ typeOnly }) => typeOnly);
  return {
    kind: StructureKind.ExportDeclaration,
    moduleSpecifier,
    isTypeOnly,
    namedExports: declaration.names.map(({ name, as = name, typeOnly }) => ({
      name,
      ...(as === name ? {} : { alias: as }),
      isTypeOnly: typeOnly && !isTypeOnly,
    })),
  };
}

function docsOf(docs: string): { docs?: string[] } {
  return docs === "" ? {} : { docs: [docs] };
}
