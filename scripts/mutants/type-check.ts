import { dirname, join } from "node:path";
import ts from "typescript";

/** Returns whether a source compiles with a changed text. */
export type TypeCheck = (file: string, text: string) => boolean;

/**
 * Creates a check that mutants compile. Declarations are isolated: modules state the types of their
 * exports, so that a mutant can cause errors only in its own file. Unused names and unreachable code
 * are not errors.
 */
export function createTypeCheck(root: string): TypeCheck {
  const config = join(root, "codegen/tsconfig.json");
  const read = ts.readConfigFile(config, (path) => ts.sys.readFile(path));
  const parsed = ts.parseJsonConfigFileContent(read.config, ts.sys, dirname(config));
  const options: ts.CompilerOptions = {
    ...parsed.options,
    noUnusedLocals: false,
    noUnusedParameters: false,
    allowUnreachableCode: true,
  };
  const changed = new Map<string, { text: string; version: number }>();
  let version = 0;
  const service = ts.createLanguageService(
    {
      getScriptFileNames: () => parsed.fileNames,
      getScriptVersion: (path) => String(changed.get(path)?.version ?? 0),
      getScriptSnapshot: (path) => {
        const text = changed.get(path)?.text ?? ts.sys.readFile(path);
        return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
      },
      getCurrentDirectory: () => root,
      getCompilationSettings: () => options,
      getDefaultLibFileName: (given) => ts.getDefaultLibFilePath(given),
      fileExists: (path) => ts.sys.fileExists(path),
      readFile: (path) => ts.sys.readFile(path),
    },
    ts.createDocumentRegistry(),
  );
  return (file, text) => {
    const path = join(root, file);
    changed.set(path, { text, version: ++version });
    const isClean =
      service.getSyntacticDiagnostics(path).length === 0 &&
      service.getSemanticDiagnostics(path).length === 0;
    changed.delete(path);
    return isClean;
  };
}
