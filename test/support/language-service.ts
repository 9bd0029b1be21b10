import { readFileSync } from "node:fs";
import ts from "typescript";

/** What an editor asks for one file, which need not be on the disk. */
export function createLanguageService(
  folder: string,
  path: string,
  text: string,
): ts.LanguageService {
  const options: ts.CompilerOptions = {
    strict: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    lib: ["lib.es2022.d.ts", "lib.dom.d.ts"],
    types: [],
  };
  const readFile = (file: string): string | undefined =>
    file === path ? text : ts.sys.fileExists(file) ? readFileSync(file, "utf8") : undefined;
  return ts.createLanguageService({
    getCompilationSettings: () => options,
    getScriptFileNames: () => [path],
    getScriptVersion: () => "1",
    getScriptSnapshot: (file) => {
      const content = readFile(file);
      return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content);
    },
    getCurrentDirectory: () => folder,
    getDefaultLibFileName: (given) => ts.getDefaultLibFilePath(given),
    fileExists: (file) => file === path || ts.sys.fileExists(file),
    readFile,
  });
}
