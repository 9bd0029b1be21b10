import ts from "typescript";

interface Declaration {
  readonly path: string;
  readonly name: string;
  readonly text: string;
}

/** The declarations of operations and errors that convert values to messages and back. */
const converters =
  /^(?:uri|readers|serializeRequest|deserializeResponse|deserializeRequest|serializeResponse|(?:write|read)\w+Response)$/;

/**
 * Returns the part of generated files that a protocol decides: the functions of operations and errors,
 * and what they call to convert values. Types, tables and checks are the same in all protocols.
 */
export function wireCode(files: ReadonlyMap<string, string>): string {
  const all = [...files]
    .filter(([path]) => path.endsWith(".ts") && !path.startsWith("runtime/"))
    .flatMap(([path, text]) => declarationsOf(path, text));
  const found = new Set(
    all.filter(({ path, name }) => !path.startsWith("shapes/") && converters.test(name)),
  );
  // Declarations that are added are visited too.
  for (const { text } of found) {
    const words = new Set(text.match(/\b(?:write|read)[A-Z]\w*/g));
    for (const called of all) if (words.has(called.name)) found.add(called);
  }
  const sections = new Map<string, string[]>();
  for (const declaration of all) {
    const { path, text } = declaration;
    if (found.has(declaration)) sections.set(path, [...(sections.get(path) ?? []), text]);
  }
  return [...sections]
    .map(([path, texts]) => `${[`// ${path}`, ...texts].join("\n\n")}\n`)
    .join("\n");
}

function declarationsOf(path: string, text: string): Declaration[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest);
  return file.statements.flatMap((statement) => {
    const name = nameOf(statement);
    // The text is without the comments before it.
    return name === undefined ? [] : [{ path, name, text: statement.getText(file) }];
  });
}

function nameOf(statement: ts.Statement): string | undefined {
  if (ts.isFunctionDeclaration(statement)) return statement.name?.text;
  if (!ts.isVariableStatement(statement)) return undefined;
  const [name] = statement.declarationList.declarations.map((declaration) => declaration.name);
  return name !== undefined && ts.isIdentifier(name) ? name.text : undefined;
}
