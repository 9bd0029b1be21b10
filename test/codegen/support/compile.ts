import { dirname, join } from "node:path";
import ts from "typescript";
import { repository } from "./generated.js";
import { strictOptions } from "./strict-options.js";

/** The strictest settings that a consumer may have. */
const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2023.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  types: [],
  noEmit: true,
  ...strictOptions,
  declaration: true,
  skipLibCheck: true,
};

/** Parsed once for all programs of a test file: the library's declarations. */
const parsed = new Map<string, ts.SourceFile | undefined>();

/**
 * Compiles generated files as if they lay in the repository.
 * @returns every error as `FILE:LINE message`
 */
export function compileErrors(files: ReadonlyMap<string, string>): string[] {
  const root = join(repository, "test/.generated/compiled");
  const sources = new Map(
    [...files]
      .filter(([path]) => path.endsWith(".ts"))
      .map(([path, text]) => [join(root, path), text]),
  );
  const folders = new Set<string>();
  for (const path of sources.keys()) {
    for (let folder = dirname(path); folder.length >= root.length; folder = dirname(folder))
      folders.add(folder);
  }
  const base = ts.createCompilerHost(options);
  const host: ts.CompilerHost = {
    ...base,
    getSourceFile: (path, language) => {
      const text = sources.get(path);
      if (text !== undefined) return ts.createSourceFile(path, text, language);
      if (!parsed.has(path)) parsed.set(path, base.getSourceFile(path, language));
      return parsed.get(path);
    },
    readFile: (path) => sources.get(path) ?? base.readFile(path),
    fileExists: (path) => sources.has(path) || base.fileExists(path),
    directoryExists: (path) => folders.has(path) || (base.directoryExists?.(path) ?? true),
  };
  const program = ts.createProgram([...sources.keys()], options, host);
  return ts.getPreEmitDiagnostics(program).map(({ file, start = 0, messageText }) => {
    const line = file === undefined ? 0 : file.getLineAndCharacterOfPosition(start).line + 1;
    const text = ts.flattenDiagnosticMessageText(messageText, "\n");
    return `${file?.fileName.slice(root.length + 1) ?? ""}:${line} ${text}`;
  });
}
