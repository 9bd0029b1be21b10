import { ts } from "ts-morph";

/**
 * Removes the types from a generated module, so that Node.js can run it.
 * @param resolve returns the URL of a package that the module imports
 */
export function toJavaScript(text: string, resolve: (specifier: string) => string): string {
  const { outputText } = ts.transpileModule(text, {
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      verbatimModuleSyntax: true,
    },
    transformers: { after: [(context) => (file) => resolvePackages(file, context)] },
  });
  return outputText;

  function resolvePackages(file: ts.SourceFile, context: ts.TransformationContext): ts.SourceFile {
    return ts.visitEachChild(
      file,
      (node) => {
        if (!ts.isImportDeclaration(node) || !ts.isStringLiteral(node.moduleSpecifier)) return node;
        const specifier = node.moduleSpecifier.text;
        if (specifier.startsWith(".")) return node;
        const { factory } = context;
        const { modifiers, importClause, attributes } = node;
        const resolved = factory.createStringLiteral(resolve(specifier));
        return factory.updateImportDeclaration(node, modifiers, importClause, resolved, attributes);
      },
      context,
    );
  }
}
