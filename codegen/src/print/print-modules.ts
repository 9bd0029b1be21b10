import {
  Project,
  Scope,
  StructureKind,
  VariableDeclarationKind,
  ts,
  type ClassDeclarationStructure,
  type ExportDeclarationStructure,
  type FunctionDeclarationStructure,
  type ImportDeclarationStructure,
  type InterfaceDeclarationStructure,
  type OptionalKind,
  type ParameterDeclarationStructure,
  type SourceFile,
  type StatementStructures,
  type TypeAliasDeclarationStructure,
  type VariableStatementStructure,
} from "ts-morph";
import { comment, plainText, type Code } from "../emit/code.js";
import type {
  ClassDeclaration,
  ConstDeclaration,
  Declaration,
  FunctionDeclaration,
  InterfaceDeclaration,
  Module,
  Parameter,
  ReExport,
  TypeDeclaration,
} from "../emit/declarations.js";
import { headerLine } from "../generated-mark.js";
import type { ImportExtension } from "../import-extension.js";
import { ImportResolver, specifierOf } from "./resolve-imports.js";

/** A printed file: TypeScript that is not formatted yet. */
export interface PrintedFile {
  /** The path in the output folder, with its extension. */
  readonly path: string;
  readonly text: string;
}

/**
 * Prints modules with ts-morph, each in one call, since every later edit would parse the file again.
 * @param extension the extension of imports between generated files
 * @throws Error if a printed file does not parse to exactly the intended statements
 */
export function* printModules(
  modules: Iterable<Module>,
  extension: ImportExtension = ".js",
): Generator<PrintedFile> {
  const project = new Project({ useInMemoryFileSystem: true, skipLoadingLibFiles: true });
  for (const module of modules) {
    const path = `${module.path}.ts`;
    const statements = structuresOf(module, extension);
    const file = project.createSourceFile(path, { statements });
    assertStatements(file, statements);
    yield { path, text: `${headerLine}\n// ${module.source}\n\n${file.getFullText()}` };
    project.removeSourceFile(file);
  }
}

type Statement =
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

function structuresOf(module: Module, extension: ImportExtension): Statement[] {
  const declared = module.declarations.flatMap(declaredName);
  const resolver = new ImportResolver(module.path, declared, extension);
  const statements = module.declarations.map((declaration) => {
    const statement = structureOf(declaration, module.path, resolver, extension);
    // A blank line before each declaration; the formatter merges several into one.
    return declaration.kind === "re-export" ? statement : { ...statement, leadingTrivia: "\n" };
  });
  return withModuleDocs(module.docs, [...importStructures(resolver), ...statements]);
}

/** Puts the comment of the file before its first statement, so that it is checked with the rest. */
function withModuleDocs(docs: string | undefined, statements: readonly Statement[]): Statement[] {
  const [first, ...rest] = statements;
  if (docs === undefined || first === undefined) return [...statements];
  return [{ ...first, leadingTrivia: `${plainText(comment(`${docs}\n\n@module`))}\n` }, ...rest];
}

function declaredName(declaration: Declaration): string[] {
  return declaration.kind === "re-export" ? [] : [declaration.name];
}

function importStructures(resolver: ImportResolver): ImportDeclarationStructure[] {
  return resolver.imports().map(({ specifier, names }) => {
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

function structureOf(
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
    case "re-export":
      return exportStructure(declaration, path, extension);
  }
}

function interfaceStructure(
  { name, docs, exported, typeParameter, properties }: InterfaceDeclaration,
  resolver: ImportResolver,
): InterfaceDeclarationStructure {
  return {
    kind: StructureKind.Interface,
    name,
    ...docsOf(docs),
    isExported: exported,
    ...typeParametersOf(typeParameter, resolver),
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
    extends: resolver.text(base),
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

/**
 * Checks that a printed file parses to the expected statements. Names, strings and comments are
 * escaped where they are created; this catches code injection if that ever fails. It uses the compiler's own
 * nodes, since wrapping each with ts-morph would take longer than everything else here.
 */
function assertStatements(file: SourceFile, expected: readonly Statement[]): void {
  const source = file.compilerNode;
  const found = source.statements.map((statement) => nameOf(statement, source));
  const wanted = expected.flatMap((structure) => {
    if (structure.kind === StructureKind.Function) {
      const count = 1 + (structure.overloads?.length ?? 0);
      return Array<string>(count).fill(structure.name ?? "");
    }
    if (structure.kind === StructureKind.VariableStatement) {
      return structure.declarations.map(({ name }) => name).join();
    }
    if (
      structure.kind === StructureKind.ImportDeclaration ||
      structure.kind === StructureKind.ExportDeclaration
    ) {
      return structure.moduleSpecifier ?? "";
    }
    return structure.name ?? "";
  });
  const { parseDiagnostics = [] } = source as unknown as {
    parseDiagnostics?: readonly unknown[];
  };
  if (parseDiagnostics.length > 0 || found.join("\n") !== wanted.join("\n")) {
    throw new Error(
      `${file.getFilePath()} was not printed correctly; this is a bug in smithy-codec, please report it`,
    );
  }
}

/** Returns the name that a statement declares, or the module that it imports or exports from. */
function nameOf(statement: ts.Statement, source: ts.SourceFile): string {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.map(({ name }) => name.getText(source)).join();
  }
  if (ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement)) {
    const { moduleSpecifier } = statement;
    return moduleSpecifier !== undefined && ts.isStringLiteral(moduleSpecifier)
      ? moduleSpecifier.text
      : "";
  }
  return ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement)
    ? (statement.name?.text ?? "")
    : ts.SyntaxKind[statement.kind];
}
