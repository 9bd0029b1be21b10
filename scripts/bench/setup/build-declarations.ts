import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import ts from "typescript";
import { distFolder } from "./build-codec.js";
import { generatedSources } from "./bundle.js";

/** Where the package's declarations are written. */
export const declarationsFolder: URL = new URL("declarations/", distFolder);

/** Writes the declarations that the package publishes, file by file, as isolated declarations allow. */
export function buildDeclarations(): void {
  for (const entry of readdirSync(generatedSources, { recursive: true, encoding: "utf8" })) {
    if (!entry.endsWith(".ts")) continue;
    const text = readFileSync(new URL(entry, generatedSources), "utf8");
    const { outputText } = ts.transpileDeclaration(text, { fileName: entry, compilerOptions });
    const target = new URL(entry.replace(/\.ts$/, ".d.ts"), declarationsFolder);
    mkdirSync(new URL(".", target), { recursive: true });
    writeFileSync(target, outputText);
  }
}

const compilerOptions: ts.CompilerOptions = {
  isolatedDeclarations: true,
  stripInternal: true,
  target: ts.ScriptTarget.ES2022,
};
