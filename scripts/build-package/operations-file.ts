import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { Plugin } from "rolldown";
import ts from "typescript";
import { external, reExport } from "./shared-files.js";

const file = "./operations.js";

/** Functions that a module declares, and its text without them. */
export interface ShapeFunctions {
  readonly names: readonly string[];
  readonly rest: string;
}

/** Returns the text of the module that exports the namespaces of operations, and functions that they use. */
export function operationsText(
  dist: string,
  operations: readonly string[],
  functionsOf: ReadonlyMap<string, ShapeFunctions>,
): string {
  return [
    ...operations.map((name) => {
      const module = JSON.stringify(join(dist, `operations/${name}.js`));
      return `export * as ${name} from ${module};`;
    }),
    ...[...functionsOf].map(([path, { names }]) => reExport(names, join(dist, path))),
  ].join("\n");
}

/**
 * Finds the functions of shapes and errors in a bundle of operations, which other entries import from there. The tables,
 * schemas and public functions of shapes in the same modules are constants, which operations do not need.
 * @param modules the modules of the bundle
 * @returns the functions by the paths of the modules
 */
export function readShapeFunctions(
  dist: string,
  modules: Readonly<Record<string, { readonly renderedExports: readonly string[] }>>,
): Map<string, ShapeFunctions> {
  const found = new Map<string, ShapeFunctions>();
  for (const [module, { renderedExports }] of Object.entries(modules)) {
    const path = relative(dist, module);
    if (!/^(?:shapes\/.*|errors\.js)$/.test(path)) continue;
    const functions = splitFunctions(readFileSync(module, "utf8"), renderedExports);
    if (functions.names.length > 0) found.set(path, functions);
  }
  return found;
}

/** Makes imports of operations and of functions of shapes import the file of the operations instead. */
export function fromOperations(
  dist: string,
  functionsOf: ReadonlyMap<string, ShapeFunctions>,
): Plugin {
  const shims = new Map(
    [...functionsOf].map(([path, { names, rest }]) => [
      join(dist, path),
      `import { ${names.join(", ")} } from "${file}";\nexport { ${names.join(", ")} };\n${rest}`,
    ]),
  );
  return {
    name: "from-operations",
    resolveId: (source) => external(source, file),
    load: (id) => {
      if (id.startsWith(join(dist, "operations/")))
        throw new Error(`${id}: import an operation as a namespace, so that there is one of it`);
      return shims.get(id);
    },
    transform: (text) =>
      text.replace(
        /^(import|export) \* as (\w+) from "\.{1,2}\/operations\/(\w+)\.js";$/gm,
        `$1 { $3 as $2 } from "${file}";`,
      ),
  };
}

/** Removes the functions of some names from a text. */
function splitFunctions(text: string, wanted: readonly string[]): ShapeFunctions {
  const names: string[] = [];
  let rest = text;
  const { statements } = ts.createSourceFile("module.js", text, ts.ScriptTarget.ESNext);
  for (const statement of [...statements].reverse()) {
    const name = ts.isFunctionDeclaration(statement) ? statement.name?.text : undefined;
    if (name === undefined || !wanted.includes(name)) continue;
    names.push(name);
    rest = rest.slice(0, statement.pos) + rest.slice(statement.end);
  }
  return { names: names.reverse(), rest };
}
