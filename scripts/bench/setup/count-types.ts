import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { distFolder } from "./build-codec.js";

/** What the compiler reads and makes for a program. */
export interface Counts {
  readonly files: number;
  readonly types: number;
  readonly instantiations: number;
}

/** Compiles a text as a file of its own, which may import from anywhere. */
export function count(name: string, text: string): Counts {
  const file = fileURLToPath(new URL(`consumer-${name}.ts`, distFolder));
  writeFileSync(file, text);
  const program = ts.createProgram([file], {
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    lib: ["lib.es2022.d.ts", "lib.dom.d.ts"],
    types: [],
    strict: true,
    skipLibCheck: true,
    noEmit: true,
  });
  const [problem] = ts.getPreEmitDiagnostics(program);
  if (problem !== undefined) {
    throw new Error(ts.flattenDiagnosticMessageText(problem.messageText, "\n"));
  }
  return {
    files: program.getSourceFiles().length,
    types: program.getTypeCount(),
    instantiations: program.getInstantiationCount(),
  };
}
