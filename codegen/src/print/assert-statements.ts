import { StructureKind, ts, type SourceFile } from "ts-morph";
import type { Statement } from "./structures.js";

/**
 * Checks that a printed file parses to the expected statements. Names, strings and comments are
 * escaped where they are created; this catches code injection if that ever fails. It uses the compiler's own
 * nodes, since wrapping each with ts-morph would take longer than everything else here.
 */
export function assertStatements(file: SourceFile, expected: readonly Statement[]): void {
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
