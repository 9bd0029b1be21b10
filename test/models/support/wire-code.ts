import ts from "typescript";

/** The names of declarations that convert values to messages or back. */
const converts =
  /^(?:uri|readers|routes|serializeRequest|deserializeResponse|deserializeRequest|serializeResponse|(?:write|read)[A-Z]\w*)$/;

/**
 * Returns the part of generated files that a protocol decides: the declarations that convert values
 * to messages and back, each with its file. Types, tables and checks are the same in all protocols.
 */
export function wireCode(files: ReadonlyMap<string, string>): string {
  const sections: string[] = [];
  for (const [path, text] of files) {
    if (!path.endsWith(".ts") || path.startsWith("runtime/")) continue;
    const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest);
    const found = file.statements
      .filter((statement) => namesOf(statement).some((name) => converts.test(name)))
      // Without the comments before it.
      .map((statement) => statement.getText(file));
    if (found.length > 0) sections.push([`// ${path}`, ...found].join("\n\n"));
  }
  return `${sections.join("\n\n")}\n`;
}

function namesOf(statement: ts.Statement): string[] {
  if (ts.isFunctionDeclaration(statement)) return [statement.name?.text ?? ""];
  if (!ts.isVariableStatement(statement)) return [];
  return statement.declarationList.declarations.map(({ name }) =>
    ts.isIdentifier(name) ? name.text : "",
  );
}
