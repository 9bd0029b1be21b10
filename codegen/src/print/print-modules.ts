import { Project } from "ts-morph";
import { plainText, comment } from "../emit/code/code.js";
import type { Declaration, Module } from "../emit/code/declarations.js";
import { headerLine } from "../generated-mark.js";
import type { ImportExtension } from "../import-extension.js";
import { assertStatements } from "./assert-statements.js";
import { ImportResolver } from "./resolve-imports.js";
import { importStructures, structureOf, type Statement } from "./structures.js";

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

function structuresOf(module: Module, extension: ImportExtension): Statement[] {
  const declared = module.declarations.flatMap(declaredName);
  const resolver = new ImportResolver(module.path, declared, extension);
  const statements = module.declarations.map((declaration) => {
    const statement = structureOf(declaration, module.path, resolver, extension);
    // A blank line before each declaration; the formatter merges several into one.
    return isAttached(declaration) ? statement : { ...statement, leadingTrivia: "\n" };
  });
  return withModuleDocs(module.docs, [...importStructures(resolver), ...statements]);
}

function isAttached(declaration: Declaration): boolean {
  if (declaration.kind === "local-export") return false;
  return declaration.kind === "re-export" || declaration.isAttached === true;
}

/** Puts the comment of the file before its first statement, so that it is checked with the rest. */
function withModuleDocs(docs: string | undefined, statements: readonly Statement[]): Statement[] {
  const [first, ...rest] = statements;
  if (docs === undefined || first === undefined) return [...statements];
  return [{ ...first, leadingTrivia: `${plainText(comment(`${docs}\n\n@module`))}\n` }, ...rest];
}

function declaredName(declaration: Declaration): string[] {
  return "name" in declaration ? [declaration.name] : [];
}
